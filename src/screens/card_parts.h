/* SPDX-License-Identifier: MIT */
/* Shared by the views of the kinds of card. */
#ifndef TB_CARD_PARTS_H
#define TB_CARD_PARTS_H

#include "screen.h"

/* The four answers of a card in the picking phases. Texts already filled in. */
typedef struct Sheet {
    const char *heading, *hint;
    const char *answers[CARD_ANSWERS]; /* as they stand on screen */
    const char *notes[CARD_ANSWERS];   /* stage directions, "" none */
    const char *asks[2];               /* what each player's column asks */
    void (*below)(ScreenContext *context, int player); /* ends a column of large text; or null */
} Sheet;

/* Copies of texts that must live for the whole frame; tr1()'s ring is too short for a sheet. */
typedef struct SheetText {
    char answers[CARD_ANSWERS][300];
    char notes[CARD_ANSWERS][120];
    char asks[2][200];
} SheetText;

/* Large text: the sheet takes the whole height and scrolls, the picture makes room. */
bool card_is_large(const ScreenContext *context);

/* Scenery behind a card that is being picked: valley, arch and wall as they stand. */
void card_scenery(ScreenContext *context);

/* A bust of the card: player's place 1 left, 2 right. From the face of the frames before it turns
 * to this one. */
void card_bust(ScreenContext *context, const Person *person, int place, PersonFace face,
               PersonPose pose);

/* A player's mark and the key or button by which they press the answer at that place. */
void card_key(ScreenContext *context, int player, int place);

/* The speech bubble: small caption, then large text; `tail` -1 left, 1 right, 0 none. */
void card_bubble(ScreenContext *context, const char *caption, const char *text, int tail);

/* The sheet with answers and two columns; `opening` (may be null) is said first where the bubble
 * has no room. Sends EV_PICK and EV_IN_TURN. */
void card_sheet(ScreenContext *context, const Sheet *sheet, const char *caption,
                const char *opening);

/* Pass, low battery, help: what every card can do, as a row. */
void card_footer(ScreenContext *context);

/* Top bar and counts of stones, and the keys of every card (pass, low battery). */
void card_frame(ScreenContext *context, const char *title, const char *subtitle, bool stones);

/* "Brushed off · card 2 of 3"; a `spot` card's theme would give the answer away and is left out. */
const char *card_subtitle(ScreenContext *context);

/* "Keep this answer for your week?", after the reveal of a chapter's card. */
void card_keep(ScreenContext *context);

/* The hand-over, and the shared-screen parts of Say and Land. */
void card_cover(ScreenContext *context);
void card_say(ScreenContext *context);
/* The dimmed screen with both faces in a panel, opened as a column; close with ui_close. */
void card_say_open(ScreenContext *context);
void card_land(ScreenContext *context);

/* The reveal of a respond card. */
void card_reveal(ScreenContext *context);

/* The stage of a reveal: valley with arch, wall, both figures; the stone in flight. */
void reveal_stage(ScreenContext *context, const Outcome *outcome, PersonFace face_one,
                  PersonFace face_two);

/* The panel at the right of a reveal, opened as a column; close with ui_close. */
void reveal_panel_open(ScreenContext *context);

/* "+2 stones for the bridge" and where they came from, or what the wall got. */
void reveal_stones_box(ScreenContext *context, const Outcome *outcome);

/* A player's face in a ring, at the top left, and what it says, in quotes; "" nothing. */
void reveal_close_up(ScreenContext *context, int player, PersonFace face, const char *says);

/* "This card: 9 of 10, together", unless numbers are off. */
void reveal_score_chip(ScreenContext *context);

/* The sharer's three taps, with their words. */
void reveal_landing_chips(ScreenContext *context);

/* What to talk about, while "Talk about it" is open. */
void reveal_talk_part(ScreenContext *context);

/* "Talk about it" and "Next card". */
void reveal_buttons(ScreenContext *context, bool talk);

/* The arch as it stands with so many stones, in the size of the mock-ups' reveal. */
Arch stage_arch(float cx, float gy, int stones);

#endif
