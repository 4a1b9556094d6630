/* SPDX-License-Identifier: MIT */
/* The game: all state that matters, changed by events only, in one pure function.
 *
 * Screens read it and send events; the app carries out the effects. The clock is an argument, and
 * chance comes from the couple's seed. Facts restore it after a start. */
#ifndef TB_GAME_H
#define TB_GAME_H

#include "card.h"
#include "day.h"
#include "dealer.h"
#include "fact.h"
#include "journey.h"
#include "lead.h"
#include "our_map.h"
#include "phones.h"
#include "rules.h"
#include "settings.h"
#include "streak.h"
#include "valley_growth.h"
#include "word.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum Screen {
    SCREEN_CARE,      /* first run: the calm card (23) */
    SCREEN_PEOPLE,    /* first run, and from the settings: who lives here? (24) */
    SCREEN_HOME,      /* 01, 14 */
    SCREEN_CARD,      /* 02 to 04b, by kind and phase of `play` */
    SCREEN_TINY,      /* the low-battery evening (27) */
    SCREEN_ALONE,     /* the same for one partner alone */
    SCREEN_CHALLENGE, /* 06 */
    SCREEN_LANTERN,   /* 06b */
    SCREEN_JOURNEY,   /* 08 */
    SCREEN_KEYSTONE,  /* 28 */
    SCREEN_WEEK,      /* 28b */
    SCREEN_WORKSHOP,  /* 12, 13, 30, 31: the wall of a room, by `lead` */
    SCREEN_LOOK_BACK, /* 07 */
    SCREEN_OUR_MAP,   /* from there: what each would love to hear */
    SCREEN_COUNT
} Screen;

/* Laid over the screen, which waits unchanged below. */
typedef enum Overlay {
    OVERLAY_NONE,
    OVERLAY_PAUSE,    /* 26 */
    OVERLAY_HELP,     /* 25 */
    OVERLAY_SETTINGS, /* 10 */
    OVERLAY_BREAK,    /* twenty minutes with a set return */
    OVERLAY_AWAY,     /* a planned pause: away until a date */
    OVERLAY_COUNT
} Overlay;

enum { GAME_OVERLAYS_MAX = 4, GAME_NAME_MAX = 48, GAME_LOOKS_MAX = 80 };

enum { GAME_AWAY_DAYS_MAX = 60 };

/* 65 years of evenings; repairs and pauses beyond theirs push out the oldest. */
enum { GAME_PLAYS_MAX = 24000, GAME_REPAIRS_MAX = 512, GAME_PAUSES_MAX = 512 };

typedef enum Phase {
    PHASE_PICK,   /* both pick in secret; ask: then each may guess the other's answer; reword: both
                     build openly; own-words: the responder types, or not; talk: they say one reply
                     after the other, openly */
    PHASE_SAY,    /* the responder says it to a face; the screen dims; reword: both read it */
    PHASE_LAND,   /* the sharer's three taps, privately */
    PHASE_REVEAL,
    PHASE_SECOND_PICK, /* the responder alone picks once more */
    PHASE_COUNT
} Phase;

typedef enum Landing { LANDING_NOT_QUITE, LANDING_PARTLY, LANDING_YES, LANDING_OPEN } Landing;

enum { LANDING_ROWS = 3 }; /* got it, took it seriously, cared */

/* What came of a card, the couple's. Filled in when it is revealed. */
typedef struct Outcome {
    int turn;        /* respond: author's reading of the pick, 0..4 */
    int landed;      /* 0..6 */
    bool landed_private;
    int score;       /* 0..10 */
    StoneMove stones;
    int from_wall;   /* stones that left the wall: for the bridge, or taken back by a repair */
    Tally before;    /* the stones as they stood, for the animation */
    bool spark;
    bool differs;    /* the author's reading and the landing disagree */
    bool repaired;   /* a second take mended the first; talk: something said was mended */
    bool found[2];   /* spot, listen: who chose the right one; shown at the reveal, never stored */
    bool guessed[2]; /* ask: whose guess was right; likewise */
    int mark;        /* all but respond, spot, ask: 0..2 for each skill that the card trains */
} Outcome;

enum { SCENE_PRESSES_MAX = 2 * CARD_LINES_MAX };

/* "I saw one": when, in ms of the scene, and what. */
typedef struct ScenePress {
    int at_ms;
    SceneMark mark;
} ScenePress;

/* A scene while it is being watched. */
typedef struct SceneShow {
    bool is_open;          /* the curtain has risen */
    bool by_steps;         /* line by line, without a clock */
    int line;              /* that stands; line_count: the scene is over */
    int in_line_ms;        /* of it, up to runs_from_ms */
    int64_t runs_from_ms;  /* utc; 0: the clock stands */
    ScenePress presses[2][SCENE_PRESSES_MAX]; /* secret; index player - 1, in order of pressing */
    int press_count[2];
} SceneShow;

/* The card on the table. Secrets live here, in memory, until it is left. */
typedef struct Play {
    const Card *card;     /* null: none */
    bool practice;
    bool in_chapter; /* of the journey; none of the evening's own cards */
    bool repair; /* mends a date (STREAK.md R9); none of the evening's own cards */
    Phase phase;
    int sharer;           /* 1 or 2 */
    int order[CARD_ANSWERS]; /* order[place on screen] = index in the card */
    int pick[2];          /* place on screen, -1: not chosen yet; index player - 1 */
    int guess[2];         /* ask, likewise; CARD_ANSWERS: "no guess" */
    bool in_turn;         /* one device for both: picks behind the hand-over */
    int holder;           /* in_turn: whose turn it is, 1 or 2; 0: nobody's (both done) */
    bool uncovered;       /* in_turn: the holder sees the card now */
    Landing landing[LANDING_ROWS];
    int pieces[CARD_CHUNKS_MAX]; /* reword: pieces[place on screen] = index in the card */
    int laid[PART_COUNT];        /* reword: place of the piece in each row, -1: none yet */
    int said[TALK_TURNS_MAX]; /* talk: index of the reply said in each turn, in its node */
    int said_count;           /* talk: turns so far */
    unsigned taken_back;      /* talk: turns whose reply was taken back, bit 1 << turn */
    SceneShow show; /* scene */
    int letters; /* own-words: typed so far; the words are the screen's and go with the card */
    Outcome outcome;
    Outcome first;        /* the first take while a second is played */
    int first_pick;       /* place of the first take, -1 */
    bool second_done;
    bool asks_to_keep;    /* a chapter's card: "keep this answer for our week?" is asked */
    bool keeps[2];        /* who has said yes to it; index player - 1 */
    bool talking;         /* "Talk about it" is open */
    int64_t dealt_ms;     /* utc: when it came to the table */
    int64_t moves_on_ms;  /* utc: when the deck moves on by itself, 0: never */
    int moves_on_press;   /* time to think: it moves on when so many have chosen; 0: never */
} Play;

enum { LOOK_BACK_DAYS_MAX = 31 };

/* What a date held, the couple's: never who did what. */
typedef struct DayHeld {
    Day day;
    int cards;          /* revealed: the evening's, extra ones, the journey's */
    bool has_challenge; /* one was done */
} DayHeld;

/* One month of evenings, and what all of them came to. */
typedef struct LookBack {
    Day first;    /* of the month */
    int count;    /* its days */
    int evenings; /* those that counted */
    bool has_before, has_after; /* a month to turn to */
    StreakDay days[LOOK_BACK_DAYS_MAX];
    DayHeld held[LOOK_BACK_DAYS_MAX];
} LookBack;

/* Stored: append only. */
typedef enum ChallengeState {
    CHALLENGE_NEW = 0,
    CHALLENGE_LATER = 1,
    CHALLENGE_SWAPPED = 2,
    CHALLENGE_DONE = 3
} ChallengeState;

/* What a player starred in the chapter under way, and the other had picked as well. */
typedef struct Star {
    char card[CARD_ID_MAX]; /* "" none */
    int answer;             /* of the card */
} Star;

typedef struct Evening {
    Day day;
    bool has_day;         /* false before the start */
    bool here[2];         /* both pressed "I'm here" */
    int place;            /* 0..2: the card at hand; DEALER_PLACES: cards done */
    int shown;            /* cards played or passed so far */
    char dealt[DEALER_PLACES][CARD_ID_MAX]; /* "" not dealt yet */
    bool deeper_asked;    /* both were asked whether a deep card may come (GAME.md, "Care") */
    bool is_short;
    char tiny[CARD_ID_MAX];
    char alone[CARD_ID_MAX]; /* the card for one alone, dealt and not played yet */
    bool alone_done[2];      /* played alone on this date (STREAK.md R4) */
    bool cards_done;      /* the day counts */
    bool lantern_seen;    /* the lantern of the day was lit on screen */
    int first_sharer;
    char challenge[CARD_ID_MAX];
    ChallengeState challenge_state;
    bool challenge_dealt;   /* it is in the facts; before both are here it may not be */
    bool challenge_carried; /* kept for later yesterday: counts today too (GAME.md) */
    bool challenge_done[2];
    int later_hour;       /* chosen hour, -1 none */
    int swaps_left;
} Evening;

typedef struct PlayerInfo {
    char name[GAME_NAME_MAX];
    char pronouns[GAME_NAME_MAX];
    char looks[GAME_LOOKS_MAX]; /* person_print() of src/draw; opaque here */
    bool ready;                 /* on the people screen */
} PlayerInfo;

typedef struct Skills {
    int average_milli[SKILL_COUNT];
    int observations[SKILL_COUNT];
    Day week;                     /* the Monday of the newest card's week ... */
    int week_milli[SKILL_COUNT];  /* ... and the averages as they stood when it began */
} Skills;

typedef enum SaveState { SAVE_IDLE, SAVE_WAITING, SAVE_DONE, SAVE_FAILED } SaveState;

typedef struct Game {
    uint64_t seed;
    bool has_couple;
    bool first_run_done;
    PlayerInfo players[2];
    int settings[SETTING_COUNT];
    char key_bindings[FACT_TEXT_MAX];
    Tally tally;
    int sparks, repairs, cards_played, challenges_done;
    int last_turn, last_landed; /* of the newest FACT_CARD, for a FACT_SECOND after it */
    Skills skills;
    DealerMemory dealer;
    DecksOff decks_off;
    unsigned topics_off[2]; /* by partner, bit 1 << Topic; shown to nobody but them */
    StreakPlay plays[GAME_PLAYS_MAX];
    int play_count;
    DayHeld held[GAME_PLAYS_MAX]; /* in the order in which the dates came up */
    int held_count;
    StreakRepair streak_repairs[GAME_REPAIRS_MAX];
    int streak_repair_count;
    StreakPause pauses[GAME_PAUSES_MAX];
    int pause_count;
    StreakResult streak;
    bool streak_is_fresh;   /* nothing it hangs on has changed since it was reckoned ... */
    int64_t streak_quarter; /* ... at this quarter of an hour, with this rollover and offset */
    StreakDay week[7];    /* Monday to Sunday of today's week */
    StreakDay last_week[7];
    Day week_first;
    bool repair_is_offered; /* a repair card would mend something today ... */
    Day repair_day;         /* ... on this date */

    Screen screen;
    Overlay overlays[GAME_OVERLAYS_MAX];
    int overlay_count;
    Evening evening;
    Play play;
    Journey journey;
    LookBack look_back; /* SCREEN_LOOK_BACK */
    OurMap map;         /* SCREEN_OUR_MAP */
    Word word;          /* from a workshop */
    Star stars[2];          /* index player - 1; never stored */
    Lead lead;              /* a workshop's room: apart from all of the couple's, and in no fact */
    Phones phones;          /* those of the room, likewise */
    int alone_player;       /* SCREEN_ALONE, and the lantern after it: 1 or 2; else 0 */
    int64_t break_until_ms; /* utc, 0: no break */
    SaveState save;
    bool has_mark;        /* a bookmark is stored, or about to be */
    int notice;           /* counts "next card" notices, so that a screen can show each once */
} Game;

/* SCENE_AGAIN: from the start, what was pressed stays. SCENE_STEPS, SCENE_CLOCK: line by line, or
 * by the clock. */
typedef enum SceneAct { SCENE_AGAIN, SCENE_STEPS, SCENE_CLOCK } SceneAct;

typedef enum EventKind {
    EV_START,        /* all facts are in; decide the first screen */
    EV_TICK,         /* time went by */
    EV_CONTINUE,     /* the main button of the screen; own-words, value 1: on to the landing at
                        once, without a moment to say it */
    EV_BACK,         /* Esc: leaves the newest overlay, or goes home, or opens the pause */
    EV_OPEN,         /* overlay: value; the break opens by EV_BREAK alone */
    EV_HERE,         /* player presses "I'm here" */
    EV_PICK,         /* player picks or guesses; value: place 0..3, or CARD_ANSWERS: no guess; talk:
                        either, or player 0, says the reply at that place */
    EV_IN_TURN,      /* one device for both: start the hand-over */
    EV_COVER,        /* value 1: the holder sees the card, 0: it is covered */
    EV_APART,        /* "we sit apart": no hand-over */
    EV_TAP,          /* a landing tap: value row * 3 + Landing */
    EV_KEEP,         /* "keep it to myself" */
    EV_SECOND,       /* second take */
    EV_TALK,         /* value 1: open, 0: close */
    EV_PUT,          /* reword; value: place of a piece: into its row, or out again; -1: "change a
                        piece" while it is being read; talk: -1: "take that back" */
    EV_LETTERS,      /* own-words; value: letters typed so far */
    EV_SEEN,         /* scene: player sees one; value: SceneMark */
    EV_SCENE,        /* scene; value: SceneAct */
    EV_PASS,
    EV_LOW,          /* low battery */
    EV_CHALLENGE_OPEN, /* from Home, once the cards are done, or one carried over at any time */
    EV_CHALLENGE_DONE, /* player says it is done; player 0: both */
    EV_CHALLENGE_LATER, /* value: hour 0..23 */
    EV_CHALLENGE_SWAP,
    EV_LOOKS,        /* player, text */
    EV_NAME,
    EV_PRONOUNS,
    EV_READY,        /* player; value 1 ready, 0 changed my mind */
    EV_PEOPLE,       /* from settings: change names and looks */
    EV_SETTINGS_BACK, /* value: bits 1 << SettingId; those as they came */
    EV_SETTING,      /* value: SettingId, amount: its new value */
    EV_KEYS,         /* text: key bindings */
    EV_ANOTHER,      /* one more card after the day's own */
    EV_ALONE,        /* only one is here, and plays a small evening alone */
    EV_TODAY,        /* from a page (game_has_pages): Home */
    EV_JOURNEY,      /* likewise: the map */
    EV_LOOK_BACK,    /* likewise, at today's month; there, value: -1 the month before, 1 after */
    EV_MAP,          /* from looking back: our map; there: player, value: MapAct, amount: its own */
    EV_WALK,         /* value: the chapter to begin or go on with */
    EV_KEEP_ANSWER,  /* asked at a chapter's card; player, value 1: yes, 0: not this one */
    EV_WORKSHOP,     /* from the pause menu, at Home or before the first evening */
    EV_LEAD,         /* in a workshop; value: LeadAct, amount: its own */
    EV_ROOM_OPEN,    /* likewise: the server listens; `fresh`: random */
    EV_PHONE,        /* likewise; `phone`: one of them asks; the verdict stands in `phones` */
    EV_ROOM_FILES,   /* likewise; value: RoomFiles, text: the folder, "" the usual one */
    EV_REPAIR,       /* play the repair card that is offered */
    EV_WORD,         /* text: a word from a workshop; "": no more of it */
    EV_AWAY,         /* away from today on, `value` days more, 1..GAME_AWAY_DAYS_MAX; 0: back */
    EV_BREAK,        /* twenty minutes, or value 0: back already */
    EV_LEAVE,        /* close the window at once */
    EV_DECK,         /* text: a deck's id, value: 1 its cards are dealt, 0 they aren't */
    EV_TOPIC,        /* player; value: Topic, amount: 1 leave it out, 0 not */
    EV_HISTORY,      /* value: HistoryAct, amount: which one of those listed */
    EV_SAVED,
    EV_SAVE_FAILED,
    EV_RETRY,        /* try the failed saving again */
    EV_KIND_COUNT
} EventKind;

/* What a workshop writes out: a plan to print, or the anonymous report. The app does it. */
typedef enum RoomFiles { ROOM_FILES_PRINT, ROOM_FILES_REPORT } RoomFiles;

/* What can be done with the couple's file as a whole; the game only passes it on. */
typedef enum HistoryAct {
    HISTORY_LIST,   /* look up copies and files */
    HISTORY_EXPORT, /* write it all out */
    HISTORY_IMPORT, /* take in another machine's */
    HISTORY_RESTORE, /* go back to a copy */
    HISTORY_REMOVE,  /* all of it aside, for seven days */
    HISTORY_ERASE,   /* all of it for good, and what was put aside */
    HISTORY_BRING_BACK,  /* what was put aside; what is in use goes aside in its turn */
    HISTORY_JOIN,        /* put it together with what is in use */
    HISTORY_ERASE_ASIDE  /* only what was put aside */
} HistoryAct;

/* Stored: append only. */
typedef enum MapAct {
    MAP_OPEN = 0,
    MAP_KEEP = 1,  /* this one agrees that stars are kept; both must */
    MAP_STOP = 2,  /* ... no longer */
    MAP_CLEAR = 3, /* this one's page */
    MAP_SHOW = 4,  /* the other may see this line; amount: its place on the page */
    MAP_HIDE = 5
} MapAct;

typedef struct Event {
    EventKind kind;
    int player; /* 1 or 2; 0 where nobody's */
    int value;
    int amount;
    char text[FACT_TEXT_MAX];
    const PhoneAsk *phone; /* EV_PHONE; the sender's, for the time of the call */
    const uint8_t *fresh;  /* EV_ROOM_OPEN; 2 * PHONES_TOKEN bytes, likewise */
} Event;

typedef enum Cue { CUE_SELECT, CUE_CONFIRM, CUE_STONE, CUE_WALL, CUE_LANTERN, CUE_COUNT } Cue;

typedef enum EffectKind {
    EFFECT_SAVE,  /* fact; all facts of one event are one transaction */
    EFFECT_MARK,  /* bookmark: text; "" wipes it */
    EFFECT_SOUND, /* cue, player (0: middle), after delay_ms */
    EFFECT_WAKE,  /* an EV_TICK is due at utc_ms */
    EFFECT_RETRY, /* save again what could not be saved */
    EFFECT_HISTORY, /* history_act with the index-th of those listed */
    EFFECT_OTHER_NET, /* the server goes on in the next of this machine's networks */
    EFFECT_ROOM_FILES, /* index: RoomFiles; text: the folder */
    EFFECT_QUIT
} EffectKind;

typedef struct Effect {
    EffectKind kind;
    Fact fact;
    Cue cue;
    int player;
    int delay_ms;
    int64_t utc_ms;
    HistoryAct history_act;
    int index;
    char text[FACT_TEXT_MAX];
} Effect;

enum { EFFECTS_MAX = 16 };

typedef struct Effects {
    Effect items[EFFECTS_MAX];
    int count;
} Effects;

/* What the rules read besides the game. */
typedef struct World {
    const CardSet *cards;
    const Card *practice; /* the first-run card, or null */
    const ChapterSet *chapters; /* the journey's chapters; null: its own plan for all */
    uint64_t fresh_seed;  /* a random seed, used once, when the couple is new */
    const char *zone;     /* IANA name of the time zone here; null or "": not known */
    const PlanSet *plans; /* for workshops */
    void *scratch;        /* game_scratch_bytes() bytes */
} World;

/* What World.scratch takes. */
size_t game_scratch_bytes(void);

/* An empty game with default settings. */
void game_init(Game *game);

/* Takes in one stored fact; call for all, in order of recording, before EV_START. */
void game_apply_fact(Game *game, const World *world, const Fact *fact);

/* Takes in the bookmark; after the facts, before EV_START. A malformed one is ignored. */
void game_apply_bookmark(Game *game, const char *text);

/* Changes the game by one event. `effects` is emptied first. Events that don't fit the state do
 * nothing. */
void game_update(Game *game, const World *world, const Event *event, Now now, Effects *effects);

/* Hash of all that matters, for replays: where two runs first differ. */
uint64_t game_hash(const Game *game);

/* --- Questions that screens ask ------------------------------------------------------------- */

Overlay game_overlay(const Game *game);           /* the newest, or OVERLAY_NONE */
int game_responder(const Game *game);             /* 1 or 2 */
/* In the picking phases: 0 the player picks, 1 guesses (ask that opens nothing), 2 is done. */
int game_stage(const Game *game, int player);
/* Who still has to pick in the present phase: 0 nobody, 1, 2, or 3 for both. */
int game_awaited(const Game *game);
const Answer *game_answer_at(const Game *game, int place); /* respond: as it stands on screen */
const Answer *game_picked_answer(const Game *game);        /* the responder's pick */
bool game_scene_runs(const Game *game); /* a line of a scene stands, and presses count */
bool game_has_answers(const Game *game); /* the card at hand has four answers to pick from */
const Chunk *game_piece_at(const Game *game, int place);   /* reword: as it lies on screen */
const Chunk *game_laid(const Game *game, ChunkPart part);  /* reword: the row's piece, or null */
const Card *game_challenge(const Game *game, const World *world); /* today's, or null */
const Card *game_next_card(const Game *game, const World *world); /* the card at hand, or null */
bool game_is_done_today(const Game *game);
int game_day_number(const Game *game);            /* "Day 12": evenings lit, today included */
const Card *game_tiny(const Game *game, const World *world); /* the low-battery card, or null */
const Card *game_alone(const Game *game, const World *world); /* the card for one, or null */
int game_chapter(const Game *game); /* the one played last, and the keystone's and the week's */
/* What the two have to show for it: valley_grow makes the valley of it. */
Garden game_garden(const Game *game, const World *world, Season season);
bool game_may_play_alone(const Game *game); /* one is here, and the other isn't */
bool game_may_repair(const Game *game, const World *world); /* a repair card may be offered */
/* Whether a planned pause is on; `until` gets its last date. */
bool game_is_away(const Game *game, Day *until);
/* Only one has played today, and the couple's rules let that hold the lantern (STREAK.md R4). */
bool game_is_held(const Game *game);

/* On a page that leads to the others: Home, the journey, looking back, our map, or the settings
 * over one. */
bool game_has_pages(const Game *game);
bool game_reads_secretly(const Game *game);       /* the hand-over covers the screen now */

#endif
