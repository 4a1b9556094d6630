/* SPDX-License-Identifier: MIT */
/* What every screen gets, how it sends events. A screen reads the game, declares its picture and
 * turns this frame's input into at most one event; it changes nothing itself. */
#ifndef TB_SCREEN_H
#define TB_SCREEN_H

#include "content.h"
#include "game.h"
#include "kept.h"
#include "look_steps.h"
#include "places.h"
#include "room_sight.h"
#include "valley.h"
#include "widgets.h"

enum { SCREEN_RING = 8, SCREEN_TEXT_MAX = 512, SCREEN_WORDS_BYTES = 1601 };

/* One player's part of the people screen. */
typedef struct PeopleMemory {
    int page;                      /* which six of the twelve */
    bool makes_own;                /* the editor is open (09) */
    int category;                  /* of the editor */
    PersonFace face;               /* shown on the large bust */
    int changes;                   /* since it was opened */
    LookSteps steps;
    char typed[2][GAME_NAME_MAX];  /* name and pronouns being typed */
    KeysState keys;                /* on the screen, for pads and fingers ... */
    int typing;                    /* ... into this one of them */
} PeopleMemory;

/* Settings: what came of choosing a key. */
typedef enum KeyNote {
    KEY_NOTE_NONE,
    KEY_NOTE_EXCHANGED, /* another action had it, and has the old one now */
    KEY_NOTE_FIXED,     /* it does the same everywhere and can't be given away */
    KEY_NOTE_STUCK,     /* the exchange would leave two others on one key */
    KEY_NOTE_USUAL      /* all are as they came */
} KeyNote;

/* A page of one of the two, for nobody else's eyes (private_page.h). */
typedef struct PrivatePage {
    int of;       /* 1, 2; 0: nobody's */
    bool is_open; /* the other has looked away */
} PrivatePage;

/* State of screens that the couple would not miss after a crash. */
typedef struct ScreenMemory {
    int settings_section;
    PeopleMemory people[2];
    bool people_loaded;  /* what is typed was taken over from the game */
    bool side_by_side;   /* editor: both may be at it, a pad and a half of the screen each */
    int making;          /* editor of one device: whom it shows, 1 or 2 */
    bool made_from_home; /* ... where it goes back to */
    int surprises;
    int64_t hold_start_ms; /* hand-over: since when the ring is held, 0 not */
    int country;           /* help: index of the place list, -1 not chosen */
    bool choosing_country;
    bool choosing_later; /* challenge: the hours are open */
    bool apart;          /* challenge: the words for couples who are apart today */
    int away_days;     /* away: how many days more are chosen, 0 not yet */
    bool shows_legend; /* Home: what the week's marks mean */
    PrivatePage topics; /* settings: topics that each leaves out */
    bool rebinding;
    int rebinding_action;
    KeyNote key_note; /* what came of the key pressed last ... */
    int key_note_other;                   /* ... and which action had it */
    char key_note_label[INPUT_LABEL_MAX]; /* ... and what stands on it */
    bool asks_settings_back; /* settings: "set this page back?" is asked */
    int asks_restore; /* settings: the copy that "go back?" is asked for, plus 1; 0 none */
    int asks_kept;    /* settings: what is asked about removing (settings_remove.c); 0 nothing */
    int64_t sitting_since_ms;        /* low battery: sitting together, 0 not */
    uint64_t notice_read; /* hash of the notice that was put away */
    int held_piece;       /* reword: the piece under mouse or finger, its place plus 1; 0 none */
    float held_x, held_y; /* ... where it was taken up */
    bool held_moves;
    char words[SCREEN_WORDS_BYTES]; /* own-words: typed for the card dealt then; never stored */
    int64_t words_dealt_ms;
    int scene_line; /* scene: whose words are read at the reveal of the card dealt then */
    int64_t scene_dealt_ms;
    int chapter; /* journey: the one that is looked at, plus 1; 0 the one played last */
    int chip;    /* ... whose chip has the focus, plus 1; 0 none */
    int week_chapter; /* week: of this chapter, plus 1, one second take is looked at; 0 none */
    bool week_talks;  /* week: what to talk about is open ... */
    int week_day;     /* ... of this day, plus 1; 0 the best one */
    bool shows_opening;                 /* ... its first words are being read */
    bool map_is_open, map_held;         /* ... the two stand somewhere; the land is dragged */
    float map_zoom, map_x, map_y;       /* ... 0: as a whole; how far it is pushed */
    Point map_from;                     /* ... where the dragging pointer was */
    float map_along;                    /* ... where the two are: n at the n-th chapter */
    int64_t map_walked_ms;              /* ... at this moment; 0: they stand */
    char room_folder[FACT_TEXT_MAX]; /* workshop: where the report goes */
    bool room_folder_loaded;
    bool room_shows_network; /* ... why phones can't come in */
    int room_asks_out;       /* ... the pair that "send out?" is asked for, plus 1; 0 none */
    int room_question, room_stones; /* ... stones that have fallen for this question's answers */
    int64_t room_stone_ms;          /* ... the last one */
    Rect desk_wall; /* desk: where the wall is shown, small; points of the desk's canvas */
    char word[CARD_ID_MAX]; /* settings: a word from a workshop, being typed */
    bool word_is_unknown;
    PrivatePage map; /* our map: what each would love to hear */
    bool map_asks_clear;
    bool wants_reading; /* the page is to be read aloud */
    Day look_day; /* look back: the day that was looked at last */
    KeysState keys;
} ScreenMemory;

typedef struct ScreenContext {
    Ui *ui;
    const Game *game;
    const World *world;
    const Content *content;
    const Places *places; /* may be null: the file could not be read */
    ScreenMemory *memory;
    const RoomSight *room; /* workshop: how phones come in; null: they can't be asked for */
    const Kept *kept; /* the couple's files, for the settings */
    Now now;
    Season season;
    const char *notice;  /* a sentence of the app's for the couple (a problem), or "" */
    const char *caption; /* key of the words for the sound just heard, or "" */
    bool is_loading;     /* the couple's file isn't read yet: the valley alone */
    bool is_blocked;     /* it can't be: `notice` says why, and the only way is out */
    Event event;         /* what the input of this frame asks for */
    bool has_event;
    char ring[SCREEN_RING][SCREEN_TEXT_MAX]; /* filled-in texts of this frame */
    int ring_at;
} ScreenContext;

/* Sends an event; the first one of a frame counts. */
void emit(ScreenContext *context, EventKind kind, int player, int value);
void emit_event(ScreenContext *context, const Event *event);

/* The text of a key. Never null. */
const char *tr(const ScreenContext *context, const char *key);

/* Text with one or two placeholders filled; good until eight more have been asked for. */
const char *tr1(ScreenContext *context, const char *key, const char *name, const char *value);
const char *tr2(ScreenContext *context, const char *key, const char *name_a, const char *value_a,
                const char *name_b, const char *value_b);
/* Text with a count: picks the plural form and fills {n}. */
const char *trn(ScreenContext *context, const char *key, int n);
const char *trn1(ScreenContext *context, const char *key, int n, const char *name,
                 const char *value);

/* A card's own text with {sharer} and {responder} filled. */
const char *card_text(ScreenContext *context, const char *text);

/* What a card is about, in words: its theme, or its kind if it has none or that would tell. */
const char *card_about(ScreenContext *context, const Card *card);

/* Player's name, or "Circle" / "Diamond". */
const char *player_name(const ScreenContext *context, int player);
Person player_person(const ScreenContext *context, int player);

/* Whether that player's eyes are closed just now: now and then, never both in sync, not in calm
 * motion. The first time is soon after the screen opens, so that its picture is made early. */
bool player_blinks(ScreenContext *context, int player);

/* How far that player has breathed in, as DrawPerson takes it: the two are half a breath apart.
 * None in calm motion. */
float player_breath(ScreenContext *context, int player);

/* Whether a pressed field opens the keys on the screen: by pad or finger, or played one-handed. */
bool types_on_screen(const ScreenContext *context);

/* The label of a command on the device in use, "" if it has none. */
Device prompt_device(const ScreenContext *context);

/* The whole frame: the screen of the game, its overlays, notices. */
void screens_build(ScreenContext *context);

/* One per screen and overlay. */
void screen_care(ScreenContext *context);
void screen_people(ScreenContext *context);
void screen_home(ScreenContext *context);
void screen_card(ScreenContext *context);
void screen_tiny(ScreenContext *context);
void screen_challenge(ScreenContext *context);
void screen_lantern(ScreenContext *context);
void screen_journey(ScreenContext *context);
/* Back leaves a chapter's first words, and not the map: whether they were open. */
bool journey_close_opening(ScreenContext *context);
void screen_keystone(ScreenContext *context);
void screen_week(ScreenContext *context);
void screen_workshop(ScreenContext *context);
void screen_look_back(ScreenContext *context);
void screen_our_map(ScreenContext *context);
void overlay_pause(ScreenContext *context);
void overlay_help(ScreenContext *context);
void overlay_settings(ScreenContext *context);
void overlay_break(ScreenContext *context);
void overlay_away(ScreenContext *context);

/* Views of the card screen, by kind (card_<kind>_view.c). */
void card_respond_view(ScreenContext *context);
void card_spot_view(ScreenContext *context);
void card_ask_view(ScreenContext *context);
void card_reword_view(ScreenContext *context);
void card_listen_view(ScreenContext *context);
void card_own_words_view(ScreenContext *context);
void card_talk_view(ScreenContext *context);
void card_scene_view(ScreenContext *context);

/* Wipes the words that were typed, unless their card is still on the table. */
void own_words_forget(ScreenContext *context);

#endif
