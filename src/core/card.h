/* SPDX-License-Identifier: MIT */
/* Cards as the rules see them: read-only data that src/content makes from the decks in levels/. */
#ifndef TB_CARD_H
#define TB_CARD_H

#include <stdbool.h>
#include <stdint.h>

/* Stored in facts: append only, never reuse a number. */
typedef enum CardKind {
    CARD_RESPOND = 1,
    CARD_SPOT = 2,
    CARD_ASK = 3,
    CARD_DO = 4,
    CARD_TINY = 5, /* the low-battery card */
    CARD_REWORD = 6,
    CARD_LISTEN = 7,
    CARD_OWN_WORDS = 8,
    CARD_SCENE = 9, /* "spot the bid" */
    CARD_TALK = 10, /* a conversation that branches */
    CARD_KIND_END
} CardKind;

typedef enum Situation {
    SITUATION_GOOD_NEWS,
    SITUATION_BAD_NEWS,
    SITUATION_BID,
    SITUATION_NEEDS_CHANGE,
    SITUATION_AFTER_SLIP,
    SITUATION_COUNT
} Situation;

/* The seven micro rejections (GAME.md), and NONE: the right answer of some `spot` cards. */
typedef enum Rejection {
    REJECTION_NO_REPLY,
    REJECTION_BRUSHED_OFF,
    REJECTION_UNTHANKED,
    REJECTION_NO_TOUCH,
    REJECTION_DISTRACTED,
    REJECTION_CANCELLED,
    REJECTION_BACKHANDED,
    REJECTION_NONE,
    REJECTION_COUNT
} Rejection;

/* The eleven themes: the seven rejections in the same order, then the journey's four skills. */
typedef enum Theme {
    THEME_NO_REPLY,
    THEME_BRUSHED_OFF,
    THEME_UNTHANKED,
    THEME_NO_TOUCH,
    THEME_DISTRACTED,
    THEME_CANCELLED,
    THEME_BACKHANDED,
    THEME_NAMING,
    THEME_LISTENING,
    THEME_I_FEEL,
    THEME_MAKING_ROOM,
    THEME_COUNT
} Theme;

typedef enum Skill {
    SKILL_NOTICE,
    SKILL_UNDERSTAND,
    SKILL_ASK,
    SKILL_CARE,
    SKILL_OWN,
    SKILL_COUNT
} Skill;

typedef enum Topic {
    TOPIC_MONEY,
    TOPIC_SEX,
    TOPIC_FAMILY,
    TOPIC_HEALTH,
    TOPIC_GRIEF,
    TOPIC_FAITH,
    TOPIC_DRINK,
    TOPIC_PAST,
    TOPIC_COUNT
} Topic;

typedef enum CardRegister {
    REGISTER_LIGHT,
    REGISTER_PLAIN,
    REGISTER_DEEP,
    REGISTER_COUNT
} CardRegister;

/* STYLE.md section 9, in its order. */
typedef enum Face {
    FACE_NEUTRAL,
    FACE_HAPPY,
    FACE_EXCITED,
    FACE_TIRED,
    FACE_HURT,
    FACE_ANNOYED,
    FACE_LISTENING,
    FACE_TOUCHED,
    FACE_AMUSED,
    FACE_THINKING,
    FACE_RELIEVED,
    FACE_SURPRISED,
    FACE_COUNT
} Face;

/* ALONE: for one partner alone; dealt on such evenings only. */
/* What an `ask` card opens when both choose one of its first two answers; nothing is revealed. */
typedef enum Opens { OPENS_NOTHING, OPENS_DEEP, OPENS_COUNT } Opens;

typedef enum TinyAct { TINY_TELL, TINY_THANK, TINY_TOUCH, TINY_ALONE, TINY_ACT_COUNT } TinyAct;

/* What a listen-back gives back of what was said (`listen`). */
typedef enum Holds { HOLDS_NEITHER, HOLDS_FACTS, HOLDS_FEELING, HOLDS_BOTH, HOLDS_COUNT } Holds;

/* The four parts of an I-feel statement (`reword`). */
typedef enum ChunkPart {
    PART_HAPPENED,
    PART_FEEL,
    PART_NEED,
    PART_REQUEST,
    PART_COUNT
} ChunkPart;

enum { CARD_CHUNKS_MAX = 12 };

/* One piece of a sentence that is being reworded. */
typedef struct Chunk {
    const char *text;
    const char *why; /* "" where it needs none */
    ChunkPart part;  /* where it can be put; an accusing one only pretends to belong there */
    int turn;        /* 0..4, the author's reading */
} Chunk;

/* What a line of a `scene` is, by the author's reading. */
typedef enum SceneMark {
    SCENE_MARK_BID,
    SCENE_MARK_TURN_AWAY,
    SCENE_MARK_COUNT /* also: none of them */
} SceneMark;

typedef enum Gaze { GAZE_PARTNER, GAZE_AWAY, GAZE_DOWN, GAZE_COUNT } Gaze;

enum { CARD_LINES_MIN = 12, CARD_LINES_MAX = 24, SCENE_PEOPLE = 2 };

/* One line of a `scene`. */
typedef struct SceneLine {
    int who;          /* 0 left, 1 right; SCENE_PEOPLE: nobody, `text` is a stage direction */
    const char *text;
    const char *does; /* a stage direction beside the speech, or "" */
    Face faces[SCENE_PEOPLE]; /* of both, from this line on */
    Gaze gazes[SCENE_PEOPLE]; /* likewise */
    int pause_ms;     /* 0..3000, after the line */
    SceneMark mark;   /* SCENE_MARK_COUNT: none */
    const char *why;  /* with a mark; else "" */
} SceneLine;

/* How a `talk` can end. None of them is a bad one. */
typedef enum TalkEnding { TALK_CLOSE, TALK_HALFWAY, TALK_LATER, TALK_ENDING_COUNT } TalkEnding;

enum {
    TALK_NODES_MIN = 9,
    TALK_NODES_MAX = 32,
    TALK_REPLIES_MIN = 3, /* at a node that goes on */
    TALK_REPLIES_MAX = 4,
    TALK_TURNS_MIN = 3, /* replies from the first node to any ending */
    TALK_TURNS_MAX = 6,
    TALK_MOOD_MAX = 2 /* and -2 at least */
};

/* One thing that can be said at a node of a `talk`. */
typedef struct TalkReply {
    const char *text;
    int turn;            /* 0..4, the author's reading */
    int to;              /* the node that it leads to */
    bool is_repair;      /* takes back or mends what came before */
    Rejection rejection; /* REJECTION_NONE unless turn is 0 or 1 */
    uint8_t marks[SKILL_COUNT]; /* 0..2 */
} TalkReply;

/* One thing that the sharer says in a `talk`, and what can be said to it. */
typedef struct TalkNode {
    const char *id; /* unique in the card */
    const char *line;
    const char *does; /* a stage direction, or "" */
    const char *last; /* the last sentence of an ending, else "" */
    Face face;
    int mood;          /* -TALK_MOOD_MAX..TALK_MOOD_MAX: how it is between the two here */
    TalkEnding ending; /* TALK_ENDING_COUNT: it goes on */
    TalkReply replies[TALK_REPLIES_MAX];
    int reply_count; /* 0 at an ending */
} TalkNode;

enum { CARD_DEPTH_MAX = 3 };

enum { CARD_ANSWERS = 4, CARD_ID_MAX = 48 };

/* One of the four answers of a `respond` or `listen` card. */
typedef struct Answer {
    const char *text;
    const char *note; /* stage direction, or "" */
    const char *style; /* respond */
    const char *lands; /* the sharer's inner voice */
    const char *why;     /* respond */
    Holds holds;         /* listen */
    int turn;            /* 0..4, the author's reading */
    Rejection rejection; /* REJECTION_NONE unless turn is 0 or 1 */
    uint8_t marks[SKILL_COUNT]; /* 0..2 */
} Answer;

/* Unused texts are "", never null. All text belongs to the content's arena. */
typedef struct Card {
    const char *id;
    const char *deck;
    const char *title;
    const char *icon;
    CardKind kind;
    Theme theme;          /* THEME_COUNT: none */
    bool chapter_only;    /* dealt in its theme's chapter of the journey alone */
    Situation situation;  /* respond, own-words, talk */
    unsigned skills;      /* bit 1 << Skill */
    unsigned topics;      /* bit 1 << Topic */
    int depth;            /* 1..3 */
    CardRegister reg;
    Face face;            /* respond, own-words, reword, listen: the sharer's face */
    const char *manner;   /* respond, own-words */
    const char *scene;    /* respond, own-words, spot, reword; scene: where and when it plays;
                           * talk: read before the first line */
    const char *line;     /* what the sharer says; ask: the question; reword: the accusation */
    Answer answers[CARD_ANSWERS];     /* respond, listen */
    const Chunk *chunks;              /* reword */
    int chunk_count;                  /* reword: 8 to CARD_CHUNKS_MAX */
    const SceneLine *lines;           /* scene */
    int line_count;                   /* scene: CARD_LINES_MIN to CARD_LINES_MAX */
    const char *people[SCENE_PEOPLE]; /* scene: invented names, left and right */
    const TalkNode *nodes; /* talk: no way through them is a circle; the first is the start */
    int node_count;        /* talk: TALK_NODES_MIN to TALK_NODES_MAX */
    const char *choices[CARD_ANSWERS]; /* ask */
    Rejection spot_choices[CARD_ANSWERS]; /* spot */
    int spot_right;       /* spot: index into spot_choices */
    const char *why;      /* spot, reword, listen, scene, talk */
    const char *lands;    /* reword: how it lands once it is said well */
    const char *hint;     /* own-words: what to listen for */
    const char *talk;     /* ask, scene, talk */
    const char *text;     /* do, tiny; listen: what the sharer reads aloud */
    const char *apart;    /* do */
    const char *note;     /* tiny */
    const char *picture;  /* do: name of the picture, as "mugs" */
    int minutes;          /* do */
    TinyAct act;          /* tiny */
    Opens opens;          /* ask: dealt for this alone, and on its own evenings */
} Card;

/* All cards that may be dealt, sorted by id within kind. */
typedef struct CardSet {
    const Card *cards;
    int count;
} CardSet;

/* The card with this id, or null. */
const Card *card_find(const CardSet *set, const char *id);

/* The words used in deck files, e.g. "brushed-off"; index by the enum. */
extern const char *const card_kind_names[CARD_KIND_END];
extern const char *const situation_names[SITUATION_COUNT];
extern const char *const rejection_names[REJECTION_COUNT];
extern const char *const theme_names[THEME_COUNT];
extern const char *const skill_names[SKILL_COUNT];
extern const char *const topic_names[TOPIC_COUNT];
extern const char *const register_names[REGISTER_COUNT];
extern const char *const face_names[FACE_COUNT];
extern const char *const tiny_act_names[TINY_ACT_COUNT];
extern const char *const opens_names[OPENS_COUNT];
extern const char *const holds_names[HOLDS_COUNT];
extern const char *const part_names[PART_COUNT];
extern const char *const scene_mark_names[SCENE_MARK_COUNT];
extern const char *const gaze_names[GAZE_COUNT];
extern const char *const talk_ending_names[TALK_ENDING_COUNT];

#endif
