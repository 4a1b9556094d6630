/* SPDX-License-Identifier: MIT */
/* What a drawn person is made of: choices among the parts of the art (STYLE.md section 9). */
#ifndef TB_PERSON_H
#define TB_PERSON_H

#include <stdbool.h>
#include <stdint.h>

/* Order of STYLE.md section 9; the same order as the core's Face, checked by a test. */
typedef enum PersonFace {
    PERSON_NEUTRAL,
    PERSON_HAPPY,
    PERSON_EXCITED,
    PERSON_TIRED,
    PERSON_HURT,
    PERSON_ANNOYED,
    PERSON_LISTENING,
    PERSON_TOUCHED,
    PERSON_AMUSED,
    PERSON_THINKING,
    PERSON_RELIEVED,
    PERSON_SURPRISED,
    PERSON_FACE_COUNT
} PersonFace;

typedef enum PersonPose {
    POSE_REST,
    POSE_HEART,
    POSE_CHIN,
    POSE_OPEN,
    POSE_CROSSED,
    POSE_MUG,
    POSE_WAVE,
    POSE_COVER, /* hands over the eyes */
    POSE_STAND, /* full figures from here on */
    POSE_FIGURE_WAVE,
    POSE_REACH,
    POSE_CARRY,
    POSE_COUNT
} PersonPose;

/* Each field indexes the name table of its part; all combinations are drawable. */
typedef struct Person {
    uint8_t skin;      /* 0..7 */
    uint8_t face;      /* oval round square */
    uint8_t hair;      /* 0 none, then 16 styles */
    uint8_t hair_colour; /* 0..9 */
    uint8_t wear_colour; /* headwear cloth, 0..9 */
    uint8_t lashes;    /* 0 or 1 */
    uint8_t glasses;   /* 0 none round gold square */
    uint8_t beard;     /* 0 none stubble full moustache */
    uint8_t nose;      /* button long broad soft */
    uint8_t lip;       /* 0 none, then 3 tints */
    uint8_t freckles;  /* 0 or 1 */
    uint8_t age_lines; /* 0 or 1 */
    uint8_t earring;   /* 0 none gold pearl */
    uint8_t hearing_aid; /* 0 or 1 */
    uint8_t shape;     /* slim mid broad large */
    uint8_t outfit;    /* 0..7 */
    uint8_t cloth;     /* 0..9 */
    uint8_t wheelchair; /* 0 or 1 */
} Person;

enum {
    PERSON_SKINS = 8,
    PERSON_FACES = 3,
    PERSON_HAIRS = 17,
    PERSON_COLOURS = 10,
    PERSON_GLASSES = 4,
    PERSON_BEARDS = 4,
    PERSON_NOSES = 4,
    PERSON_LIPS = 4,
    PERSON_EARRINGS = 3,
    PERSON_SHAPES = 4,
    PERSON_OUTFITS = 8,
    PERSON_CAST = 12
};

extern const char *const person_skin_names[PERSON_SKINS];
extern const char *const person_face_names[PERSON_FACES];
extern const char *const person_hair_names[PERSON_HAIRS];
extern const char *const person_hair_colour_names[PERSON_COLOURS];
extern const char *const person_cloth_names[PERSON_COLOURS];
extern const char *const person_glasses_names[PERSON_GLASSES];
extern const char *const person_beard_names[PERSON_BEARDS];
extern const char *const person_nose_names[PERSON_NOSES];
extern const char *const person_shape_names[PERSON_SHAPES];
extern const char *const person_outfit_names[PERSON_OUTFITS];
extern const char *const person_expression_names[PERSON_FACE_COUNT];
extern const char *const person_pose_names[POSE_COUNT];

/* The fields of Person, in its order. */
typedef enum PersonField {
    FIELD_SKIN,
    FIELD_FACE,
    FIELD_HAIR,
    FIELD_HAIR_COLOUR,
    FIELD_WEAR_COLOUR,
    FIELD_LASHES,
    FIELD_GLASSES,
    FIELD_BEARD,
    FIELD_NOSE,
    FIELD_LIP,
    FIELD_FRECKLES,
    FIELD_AGE_LINES,
    FIELD_EARRING,
    FIELD_HEARING_AID,
    FIELD_SHAPE,
    FIELD_OUTFIT,
    FIELD_CLOTH,
    FIELD_WHEELCHAIR,
    PERSON_FIELDS
} PersonField;

int person_choices(PersonField field); /* how many it has */
int person_field(const Person *person, PersonField field);
void person_set_field(Person *person, PersonField field, int choice);

/* Whether the hair is a hijab, a turban or a beanie: then wear_colour shows. */
bool person_has_headwear(const Person *person);
bool person_equal(const Person *a, const Person *b);

/* Somebody else, by chance: all but the wheelchair and the hearing aid, which nobody loses to a
 * joke. Same seed and person, same result, and never the person itself. */
Person person_surprise(uint64_t seed, const Person *from);

/* The twelve ready-made people: nadia june sol mei leyla kit, then walt theo ade imran rosa eli. */
extern const Person person_cast[PERSON_CAST];

/* Eighteen numbers as text, and back; for facts on disk. False if malformed or out of range. */
void person_print(const Person *person, char out[80]);
bool person_parse(const char *text, Person *person);

#endif
