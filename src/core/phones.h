/* SPDX-License-Identifier: MIT */
/* The phones of a workshop's room: seats, pairs, and the answers to the question that is open.
 *
 * In memory only, in no fact, wiped at the end (GAME.md, "The workshop"; screens-2.md 29). Whoever
 * holds a seat's token is that seat; nobody reads or answers for another. What a seat picked stays
 * here, and only totals of a closed question go to the wall (lead.h). */
#ifndef TB_PHONES_H
#define TB_PHONES_H

#include "lead.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    PHONES_MAX = 64,
    PHONES_PER_ADDRESS = 4,
    PHONES_TOKEN = 16,     /* bytes: 128 bits */
    PHONES_TEXT_MAX = 512, /* bytes of what a phone may send, before it is cleaned */
    PHONES_NAME_LETTERS = 24,
    PHONES_NAME_MAX = PHONES_NAME_LETTERS * 4 + 5,
    PHONES_LINE_LETTERS = 100,
    PHONES_LINE_MAX = PHONES_LINE_LETTERS * 4 + 1,
    PHONES_WORDS = 64,        /* of the codes; the texts are in the language's file */
    PHONES_ROOM_NUMBERS = 90, /* 10..99, behind the room's word */
    PHONES_PAIR_NUMBERS = 8,  /* 2..9, behind a pair's word */
    PHONES_SILLY = 24,        /* names for a pair that wants none of its own */
    PHONES_KEPT_MS = 600000,  /* a seat that isn't heard of is kept for ten minutes */
    PHONES_AWAKE_MS = 8000,
    PHONES_TRIES = 3,      /* wrong codes of an address before it has to wait */
    PHONES_WAIT_MS = 5000, /* ... doubled by each further one */
    PHONES_WAIT_MAX_MS = 300000
};

enum { PICK_NONE = -1, PICK_PASSED = -2 };

typedef struct PhoneSeat {
    bool is_taken;
    uint8_t token[PHONES_TOKEN];
    uint64_t address; /* a hash of where it came from */
    int pair;         /* index; always one */
    int mark;         /* in the pair: 1 the circle, 2 the diamond */
    int64_t seen_ms;  /* utc */
    bool rests;
    int pick;                       /* secret: option, PICK_NONE, PICK_PASSED */
    bool has_landed, keeps_landing; /* secret to the pair: the sharer's taps were sent, or kept */
    int landing[3];                 /* 0 not quite, 1 partly, 2 yes */
    bool is_down;                   /* the match was read: dark until the next question */
    bool has_sent_line;
    uint32_t changes;
} PhoneSeat;

/* A pair of phones, or one that waits for the other. */
typedef struct PhonePair {
    bool is_taken;
    char name[PHONES_NAME_MAX]; /* "": the language's silly name number `silly` */
    int silly;        /* from 0; from PHONES_SILLY on the names come again, with a number */
    int seats[2];     /* index; -1 none; [mark - 1] */
    int word, number; /* its code, while it waits for the second */
    bool was_two;     /* both have been there: a phone that is gone is no stranger */
} PhonePair;

typedef enum LineState { LINE_FREE, LINE_WAITING, LINE_PASSED } LineState;

/* A line for the wall; whose is not kept. */
typedef struct PhoneLine {
    LineState state;
    bool names_someone; /* speaks about somebody: pointed out to the leader */
    char text[PHONES_LINE_MAX];
} PhoneLine;

/* An address that guessed codes wrongly. */
typedef struct PhoneGuess {
    uint64_t address;
    int wrong;
    int64_t until_ms; /* utc: not heard before */
} PhoneGuess;

typedef enum PhoneAskKind {
    PHONE_LOOK, /* only looks, and is awake */
    PHONE_JOIN, /* by `key`, or word and number of the room; text: the pair's name, "" a silly one;
                   pair_word, pair_number: to this pair at once */
    PHONE_PAIR, /* pair_word, pair_number: to the partner's phone */
    PHONE_PICK, /* value: option, or PICK_PASSED; question */
    PHONE_LAND, /* landing; question */
    PHONE_KEEP, /* "keep it to myself"; question */
    PHONE_DOWN, /* the match is read */
    PHONE_LINE, /* text: a line for the wall */
    PHONE_REST, /* rests, or comes back */
    PHONE_STOP, /* leaves for today; its token is void */
    PHONE_ASK_COUNT
} PhoneAskKind;

/* What a phone asks for, as the server read it: checked for form only. */
typedef struct PhoneAsk {
    PhoneAskKind kind;
    uint64_t address;
    bool has_token, has_key;
    uint8_t token[PHONES_TOKEN]; /* of its seat */
    uint8_t key[PHONES_TOKEN];   /* of the room, from the link in the square */
    uint8_t fresh[PHONES_TOKEN]; /* random: the token of a new seat */
    int word, number;            /* of the room's code; -1: none, or no word of ours */
    int pair_word, pair_number;  /* likewise */
    int question;                /* that it answers */
    int value;
    int landing[3];
    char text[PHONES_TEXT_MAX];
    bool names_someone; /* text speaks about somebody; the caller knows the language */
} PhoneAsk;

typedef enum PhoneVerdict {
    PHONE_DONE,
    PHONE_NO_ROOM,    /* no workshop is open */
    PHONE_NO_SEAT,    /* the token is none, or void: join (again) */
    PHONE_WRONG_CODE, /* of the room, or of a pair */
    PHONE_SLOW_DOWN,  /* too many wrong codes: phones_wait_ms */
    PHONE_FULL,       /* sit with us, use hands */
    PHONE_LOCKED,     /* the leader closed the door */
    PHONE_CROWDED,    /* too many from one address */
    PHONE_MOVED_ON,   /* that question is closed: nothing lost */
    PHONE_MALFORMED,  /* fits nothing that is asked */
    PHONE_VERDICT_COUNT
} PhoneVerdict;

typedef struct Phones {
    bool is_open;
    uint8_t key[PHONES_TOKEN];
    int word, number; /* the room's code */
    PhoneSeat seats[PHONES_MAX];
    PhonePair pairs[PHONES_MAX];
    PhoneLine lines[PHONES_MAX];
    PhoneGuess guesses[PHONES_MAX];
    int question;         /* counts those that were opened; 0: none yet */
    int step;             /* whose question it is */
    uint32_t changes;     /* of what all phones see */
    PhoneVerdict verdict; /* on the newest ask ... */
    int seat;             /* ... and whose it was, -1: nobody's */
} Phones;

/* Nobody there. */
void phones_clear(Phones *phones);

/* Opens the door: code and key come from 32 random bytes. */
void phones_open(Phones *phones, const uint8_t fresh[2 * PHONES_TOKEN]);

/* One ask. The verdict and the seat stand in `phones`; what isn't PHONE_DONE changed nothing but
 * the count of wrong codes. `now_ms`: utc. */
void phones_ask(Phones *phones, const Lead *lead, const PhoneAsk *ask, int64_t now_ms);

/* After each act of the leader's: opens and closes questions as the wall does, and forgets the
 * seats that were silent for too long. */
void phones_follow(Phones *phones, const Lead *lead, int64_t now_ms);

/* How long this address has to wait with its next code; 0: not at all. */
int64_t phones_wait_ms(const Phones *phones, uint64_t address, int64_t now_ms);

/* --- For the wall: numbers only ------------------------------------------------------------- */

int phones_here(const Phones *phones); /* seats, asleep ones too */
int phones_awake(const Phones *phones, int64_t now_ms);
int phones_in(const Phones *phones);    /* have answered, pass or rest: the wall can't tell which */
int phones_pairs(const Phones *phones); /* with two phones, or one */

/* The answers to the question so far; of a respond card those of the responders alone. */
void phones_totals(const Phones *phones, const Lead *lead, int counts[PLAN_OPTIONS_MAX]);

/* --- For the leader ------------------------------------------------------------------------- */

/* The pair and its two phones are out, their tokens void. False: there is no such pair. */
bool phones_remove_pair(Phones *phones, int pair);

/* The `index`-th line that waits is passed to the wall, or let go for good. */
bool phones_judge_line(Phones *phones, int index, bool passes);
int phones_lines(const Phones *phones, LineState state);
const PhoneLine *phones_line(const Phones *phones, LineState state, int index); /* null: none */

/* --- For one phone -------------------------------------------------------------------------- */

typedef enum PhonePage {
    PHONE_PAGE_JOIN,  /* 29-1: no seat */
    PHONE_PAGE_PAIR,  /* 29-2: the partner's phone isn't here yet */
    PHONE_PAGE_WAIT,  /* 29-3: dark, "Look up" */
    PHONE_PAGE_PICK,  /* 29-4 */
    PHONE_PAGE_LAND,  /* 29-5 */
    PHONE_PAGE_MATCH, /* 29-6 */
    PHONE_PAGE_REST,  /* 29-7: the room has a pause */
    PHONE_PAGE_LINE,  /* a line for the wall, if you like */
    PHONE_PAGE_OVER,  /* the word to take home; all is forgotten */
    PHONE_PAGE_COUNT
} PhonePage;

typedef enum PhoneRole {
    ROLE_NONE,      /* both answer the same */
    ROLE_RESPONDER, /* what would you really say? */
    ROLE_SHARER     /* what would you most like to hear? */
} PhoneRole;

typedef enum PhoneMatch {
    MATCH_TUNE,   /* both chose it */
    MATCH_RATHER, /* another one would have been dearer; no loss */
    MATCH_TALK    /* one of them passed: nothing to compare, something to talk about */
} PhoneMatch;

typedef struct PhoneView {
    PhonePage page;
    int mark;              /* 1 circle, 2 diamond; 0 no seat */
    const PhonePair *pair; /* null: no seat */
    const PlanStep *step; /* that is asked, or was; null: none */
    int question;
    PhoneRole role;
    int pick; /* of this seat */
    PhoneMatch match;
    int said, rather; /* MATCH_TUNE, MATCH_RATHER: options */
    int landing[3];   /* MATCH: how it landed */
    const char *word; /* OVER: taken home */
    uint32_t version; /* changes whenever the page does */
} PhoneView;

/* What a seat sees now; -1: somebody without a seat. */
PhoneView phones_view(const Phones *phones, const Lead *lead, int seat);

/* Whether it is the room's key. Takes the same time for all keys. */
bool phones_is_key(const Phones *phones, const uint8_t key[PHONES_TOKEN]);

/* The seat of a token, or -1. Takes the same time for all tokens. */
int phones_seat_of(const Phones *phones, const uint8_t token[PHONES_TOKEN]);

/* --- Texts from phones ---------------------------------------------------------------------- */

/* Writes `text` into `to` as one line of at most `letters` code points: without controls, marks of
 * direction, code points of no width, or more than two marks on a letter; spaces in a row are one.
 * False if it is no UTF-8; then `to` is "". */
bool phones_clean(char *to, int size, const char *text, int letters);

uint64_t phones_hash(uint64_t hash, const Phones *phones);

#endif
