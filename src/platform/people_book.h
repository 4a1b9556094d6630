/* SPDX-License-Identifier: MIT */
/* For people.c: people.txt in memory, and the choices of a person as words. */
#ifndef TB_PEOPLE_BOOK_H
#define TB_PEOPLE_BOOK_H

#include "art.h"
#include "draw.h"
#include "err.h"

enum { BOOK_LAYERS = 48, BOOK_TONES = 4, BOOK_PART_NAME = 96 };

/* Colours of one skin, hair or cloth: 0xRRGGBB. */
typedef struct BookTones {
    uint32_t rgb[BOOK_TONES];
    bool is_dark;
} BookTones;

/* Colour slots of a person's layers; SLOT_FIXED keeps the colours of the drawing. */
typedef enum BookSlot {
    SLOT_SKIN, SLOT_SKIN2, SLOT_SKINLINE, SLOT_SKINBLUSH, SLOT_HAIR, SLOT_HAIR2, SLOT_WEAR,
    SLOT_WEAR2, SLOT_CLOTH, SLOT_CLOTH2, SLOT_CLOTH3, SLOT_LIP, SLOT_LEGS, SLOT_SHOE, SLOT_SKIRT,
    SLOT_FIXED, SLOT_COUNT
} BookSlot;

typedef struct BookLayer {
    const Sprite *sprite;
    BookSlot slot;
    bool is_dark_only; /* left out unless the skin is dark */
} BookLayer;

/* A part of a person: layers in painting order, maybe none. */
typedef struct BookPart {
    const char *name;
    int first_layer, layer_count;
} BookPart;

/* One line of the painting order. */
typedef struct BookStep {
    bool is_tilted;
    bool is_head;                 /* a part of the head: moved to where the head is */
    const char *part, *condition; /* words of people.txt; `condition` may be empty */
} BookStep;

typedef struct BookOrder {
    BookStep steps[BOOK_LAYERS];
    int count;
} BookOrder;

typedef struct BookHead {
    float x, y, scale;
} BookHead;

typedef struct Book {
    char *text;
    float tilts[PERSON_FACE_COUNT]; /* degrees */
    BookTones skins[PERSON_SKINS], hairs[PERSON_COLOURS], cloths[PERSON_COLOURS];
    uint32_t lips[PERSON_LIPS];
    uint32_t legs_ink, legs_denim, shoe;
    BookOrder bust, figure;
    BookPart *parts;
    int part_count;
    BookLayer *layers;
    int layer_count;
    BookHead bust_head, stand_head, wheel_head;
} Book;

/* A person's choices, and how they are seen. */
typedef struct BookLook {
    Person person;
    PersonFace face;
    const char *pose; /* as people.txt calls it */
    bool blink;
} BookLook;

/* ERR_NOT_FOUND: there is no such file. Layers are sprites of `art`. Words stay valid until
 * book_close, which is needed after an error, too. */
Err book_open(const char *path, const Art *art, Book *book, Diag *diag);
void book_close(Book *book);

/* Null if there is no such part. */
const BookPart *book_find_part(const Book *book, const char *name);

/* True if all conditions of a step hold. */
bool book_step_counts(const Book *book, const BookStep *step, const BookLook *look);

/* The part's name with the choices filled in. */
void book_part_name(const Book *book, const BookStep *step, const BookLook *look,
                    char out[BOOK_PART_NAME]);

#endif
