/* SPDX-License-Identifier: MIT */
/* Which texts and lists a card has: what must be followed to copy one as a whole. */
#ifndef TB_DECK_SHAPE_H
#define TB_DECK_SHAPE_H

#include <stddef.h>

typedef struct Shape Shape;

/* Things of one shape that belong to another: a few inside of it, or as many as it counts. */
typedef struct ShapeList {
    size_t at;       /* where they lie in the owner, or the pointer to them */
    size_t count_at; /* of the int that counts them; unused if they lie inside */
    int inside;      /* how many lie in the owner itself; 0: behind a pointer */
    const Shape *shape;
} ShapeList;

struct Shape {
    size_t size;
    const size_t *texts; /* where its pointers to texts lie */
    int text_count;
    const ShapeList *lists;
    int list_count;
};

/* A Card. A new text or list of Card belongs in here; `tests/content/test_deck_pack.c` notices one
 * that was forgotten. */
extern const Shape card_shape;

/* A StringEntry. */
extern const Shape string_shape;

/* A ChapterPlan. */
extern const Shape chapter_shape;

#endif
