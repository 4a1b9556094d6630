/* SPDX-License-Identifier: MIT */
/* For people.c: people.txt in memory, and the choices of a person as words. */
#ifndef TB_PEOPLE_BOOK_H
#define TB_PEOPLE_BOOK_H

#include "draw.h"
#include "err.h"

enum { BOOK_LAYERS = 48, BOOK_TONES = 4, BOOK_PART_NAME = 96, BOOK_LINE = 160 };

/* Colours of one skin, hair or cloth: 0xRRGGBB. */
typedef struct BookTones {
    uint32_t rgb[BOOK_TONES];
    bool is_dark;
} BookTones;

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
    BookHead bust_head, stand_head, wheel_head;
} Book;

/* A person's choices, and how they are seen. */
typedef struct BookLook {
    Person person;
    PersonFace face;
    const char *pose; /* as people.txt calls it */
    bool blink;
} BookLook;

/* ERR_NOT_FOUND: there is no such file. Words stay valid until book_close. */
Err book_open(const char *path, Book *book, Diag *diag);
void book_close(Book *book);

/* True if all conditions of a step hold. */
bool book_step_counts(const Book *book, const BookStep *step, const BookLook *look);

/* The part's name with the choices filled in. */
void book_part_name(const Book *book, const BookStep *step, const BookLook *look,
                    char out[BOOK_PART_NAME]);

#endif
