/* SPDX-License-Identifier: MIT */
/* Names of the parts a person is made of, the twelve ready-made people, and people as text. */
#include "person.h"

#include "random.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { PERSON_TEXT_MAX = 80 };

static_assert(sizeof(Person) == PERSON_FIELDS, "a person is a byte a field");

const char *const person_skin_names[PERSON_SKINS] = {"porcelain", "peach",    "honey", "olive",
                                                     "amber",     "chestnut", "umber", "ebony"};
const char *const person_face_names[PERSON_FACES] = {"oval", "round", "square"};
const char *const person_hair_names[PERSON_HAIRS] = {
    "none",  "crop", "sidepart", "quiff", "bob",     "long",  "bun",    "ponytail", "afro",
    "curls", "buzz", "locs",     "shag",  "balding", "hijab", "turban", "beanie"};
const char *const person_hair_colour_names[PERSON_COLOURS] = {
    "ink", "espresso", "chestnut", "copper", "honey", "sand", "silver", "white", "plum", "teal"};
const char *const person_cloth_names[PERSON_COLOURS] = {
    "persimmon", "lake", "moss", "mustard", "plum", "cream", "brick", "ink", "sage", "sea"};
const char *const person_glasses_names[PERSON_GLASSES] = {"none", "round", "gold", "square"};
const char *const person_beard_names[PERSON_BEARDS] = {"none", "stubble", "full", "moustache"};
const char *const person_nose_names[PERSON_NOSES] = {"button", "long", "broad", "soft"};
const char *const person_shape_names[PERSON_SHAPES] = {"slim", "mid", "broad", "large"};
const char *const person_outfit_names[PERSON_OUTFITS] = {
    "knit", "shirt", "cardigan", "hoodie", "turtleneck", "blouse", "tunic", "overalls"};
const char *const person_expression_names[PERSON_FACE_COUNT] = {
    [PERSON_NEUTRAL] = "neutral",     [PERSON_HAPPY] = "happy",
    [PERSON_EXCITED] = "excited",     [PERSON_TIRED] = "tired",
    [PERSON_HURT] = "hurt",           [PERSON_ANNOYED] = "annoyed",
    [PERSON_LISTENING] = "listening", [PERSON_TOUCHED] = "touched",
    [PERSON_AMUSED] = "amused",       [PERSON_THINKING] = "thinking",
    [PERSON_RELIEVED] = "relieved",   [PERSON_SURPRISED] = "surprised"};
const char *const person_pose_names[POSE_COUNT] = {
    [POSE_REST] = "rest",   [POSE_HEART] = "heart", [POSE_CHIN] = "chin",
    [POSE_OPEN] = "open",   [POSE_CROSSED] = "crossed", [POSE_MUG] = "mug",
    [POSE_WAVE] = "wave",   [POSE_COVER] = "cover", [POSE_STAND] = "stand",
    [POSE_FIGURE_WAVE] = "figure-wave", [POSE_REACH] = "reach", [POSE_CARRY] = "carry"};

/* Indexes of the tables above, so that the cast below reads like its description. */
enum { PORCELAIN, PEACH, HONEY, OLIVE, AMBER, CHESTNUT, UMBER, EBONY };
enum { OVAL, ROUND, SQUARE };
enum {
    BALD, CROP, SIDEPART, QUIFF, BOB, LONG, BUN, PONYTAIL, AFRO,
    CURLS, BUZZ, LOCS, SHAG, BALDING, HIJAB, TURBAN, BEANIE
};
enum { HAIR_INK, HAIR_ESPRESSO, HAIR_CHESTNUT, HAIR_COPPER, HAIR_SILVER = 6, HAIR_WHITE };
enum { PERSIMMON, LAKE, MOSS, MUSTARD, PLUM, CREAM, BRICK, CLOTH_INK, SAGE, SEA };
enum { GLASSES_ROUND = 1, GLASSES_GOLD };
enum { STUBBLE = 1, FULL, MOUSTACHE };
enum { NOSE_BUTTON, NOSE_LONG, NOSE_BROAD, NOSE_SOFT };
enum { LIP_DEEP = 1, LIP_ROSE, LIP_CORAL };
enum { EARRING_GOLD = 1, EARRING_PEARL };
enum { SLIM, MID, BROAD, LARGE };
enum { KNIT, SHIRT, CARDIGAN, HOODIE, TURTLENECK, BLOUSE, TUNIC, OVERALLS };

const Person person_cast[PERSON_CAST] = {
    /* nadia */ {.skin = AMBER, .face = OVAL, .hair = CURLS, .hair_colour = HAIR_ESPRESSO,
                 .lashes = 1, .nose = NOSE_SOFT, .lip = LIP_DEEP, .earring = EARRING_GOLD,
                 .shape = MID, .outfit = CARDIGAN, .cloth = PERSIMMON},
    /* june */ {.skin = PORCELAIN, .face = ROUND, .hair = BOB, .hair_colour = HAIR_SILVER,
                .lashes = 1, .glasses = GLASSES_GOLD, .nose = NOSE_BUTTON, .lip = LIP_ROSE,
                .age_lines = 1, .shape = LARGE, .outfit = BLOUSE, .cloth = PLUM},
    /* sol */ {.skin = UMBER, .face = OVAL, .hair = LOCS, .hair_colour = HAIR_INK, .lashes = 1,
               .nose = NOSE_BROAD, .lip = LIP_CORAL, .earring = EARRING_PEARL, .shape = SLIM,
               .outfit = TURTLENECK, .cloth = MUSTARD},
    /* mei */ {.skin = PEACH, .face = ROUND, .hair = BUN, .hair_colour = HAIR_INK, .lashes = 1,
               .nose = NOSE_SOFT, .lip = LIP_ROSE, .shape = SLIM, .outfit = HOODIE,
               .cloth = SAGE},
    /* leyla */ {.skin = HONEY, .face = OVAL, .hair = HIJAB, .hair_colour = HAIR_ESPRESSO,
                 .wear_colour = SEA, .lashes = 1, .nose = NOSE_BUTTON, .lip = LIP_DEEP,
                 .shape = MID, .outfit = TUNIC, .cloth = SEA},
    /* kit */ {.skin = PORCELAIN, .face = OVAL, .hair = SHAG, .hair_colour = HAIR_COPPER,
               .nose = NOSE_BUTTON, .freckles = 1, .shape = SLIM, .outfit = OVERALLS,
               .cloth = CREAM},
    /* walt */ {.skin = CHESTNUT, .face = ROUND, .hair = BALDING, .hair_colour = HAIR_WHITE,
                .beard = MOUSTACHE, .nose = NOSE_BROAD, .age_lines = 1, .hearing_aid = 1,
                .shape = BROAD, .outfit = SHIRT, .cloth = MOSS},
    /* theo */ {.skin = PEACH, .face = SQUARE, .hair = SIDEPART, .hair_colour = HAIR_CHESTNUT,
                .glasses = GLASSES_ROUND, .beard = STUBBLE, .nose = NOSE_LONG, .shape = BROAD,
                .outfit = KNIT, .cloth = LAKE},
    /* ade */ {.skin = EBONY, .face = SQUARE, .hair = BUZZ, .hair_colour = HAIR_INK,
               .beard = STUBBLE, .nose = NOSE_BROAD, .shape = BROAD, .outfit = HOODIE,
               .cloth = BRICK, .wheelchair = 1},
    /* imran */ {.skin = OLIVE, .face = SQUARE, .hair = TURBAN, .hair_colour = HAIR_INK,
                 .wear_colour = LAKE, .beard = FULL, .nose = NOSE_LONG, .shape = LARGE,
                 .outfit = TUNIC, .cloth = CREAM},
    /* rosa */ {.skin = OLIVE, .face = OVAL, .hair = LONG, .hair_colour = HAIR_INK, .lashes = 1,
                .nose = NOSE_LONG, .lip = LIP_DEEP, .shape = LARGE, .outfit = BLOUSE,
                .cloth = BRICK},
    /* eli */ {.skin = HONEY, .face = SQUARE, .hair = QUIFF, .hair_colour = HAIR_INK,
               .nose = NOSE_BUTTON, .shape = MID, .outfit = SHIRT, .cloth = SEA},
};

/* How many choices each field of Person has, in its order. */
static const uint8_t field_counts[PERSON_FIELDS] = {
    PERSON_SKINS, PERSON_FACES, PERSON_HAIRS, PERSON_COLOURS,  PERSON_COLOURS, 2,
    PERSON_GLASSES, PERSON_BEARDS, PERSON_NOSES, PERSON_LIPS, 2, 2,
    PERSON_EARRINGS, 2, PERSON_SHAPES, PERSON_OUTFITS, PERSON_COLOURS, 2};

int person_choices(PersonField field) {
    return field_counts[field];
}

int person_field(const Person *person, PersonField field) {
    return ((const uint8_t *)person)[field];
}

void person_set_field(Person *person, PersonField field, int choice) {
    ((uint8_t *)person)[field] = (uint8_t)choice;
}

bool person_has_headwear(const Person *person) {
    return person->hair >= HIJAB;
}

bool person_equal(const Person *a, const Person *b) {
    return memcmp(a, b, sizeof *a) == 0;
}

/* One in `rarity` has one at all, each alike; the others get 0, "none". */
static int chance_of(Random *random, PersonField field, int rarity) {
    int choices = field_counts[field];
    return random_below(random, rarity) ? 0 : 1 + random_below(random, choices - 1);
}

Person person_surprise(uint64_t seed, const Person *from) {
    /* 0: each choice is as likely as the others. */
    static const uint8_t rarities[PERSON_FIELDS] = {
        [FIELD_LASHES] = 2,   [FIELD_GLASSES] = 3,   [FIELD_BEARD] = 4,   [FIELD_LIP] = 2,
        [FIELD_FRECKLES] = 5, [FIELD_AGE_LINES] = 4, [FIELD_EARRING] = 4};
    Random random = {seed};
    Person person;
    do {
        person = *from;
        for (PersonField field = 0; field < PERSON_FIELDS; field++) {
            int choice = rarities[field] ? chance_of(&random, field, rarities[field])
                                         : random_below(&random, field_counts[field]);
            if (field != FIELD_WHEELCHAIR && field != FIELD_HEARING_AID) {
                person_set_field(&person, field, choice);
            }
        }
    } while (person_equal(&person, from));
    return person;
}

void person_print(const Person *person, char out[80]) {
    uint8_t fields[PERSON_FIELDS];
    memcpy(fields, person, sizeof fields);
    int used = 0;
    for (int i = 0; i < PERSON_FIELDS; i++) {
        used += snprintf(out + used, (size_t)(PERSON_TEXT_MAX - used), "%s%u", i > 0 ? " " : "",
                         fields[i]);
    }
}

/* Reads one number of at most three digits; null if there is none. */
static const char *read_field(const char *text, unsigned *value) {
    int digits = 0;
    *value = 0;
    while (*text >= '0' && *text <= '9' && digits < 4) {
        *value = *value * 10 + (unsigned)(*text - '0');
        text++;
        digits++;
    }
    return digits >= 1 && digits <= 3 ? text : NULL;
}

bool person_parse(const char *text, Person *person) {
    uint8_t fields[PERSON_FIELDS];
    for (int i = 0; i < PERSON_FIELDS; i++) {
        if (i > 0 && *text++ != ' ') {
            return false;
        }
        unsigned value;
        text = read_field(text, &value);
        if (!text || value >= field_counts[i]) {
            return false;
        }
        fields[i] = (uint8_t)value;
    }
    if (*text != '\0') {
        return false;
    }
    memcpy(person, fields, sizeof fields);
    return true;
}
