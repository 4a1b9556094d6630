/* SPDX-License-Identifier: MIT */
/* For the editor's own files only: what both its forms are made of. */
#ifndef TB_AVATAR_PARTS_H
#define TB_AVATAR_PARTS_H

#include "avatar.h"

/* Who is being made, where, and whose input counts (0 anybody's). */
typedef struct Maker {
    int player, owner;
    float width;   /* of what the part gets */
    bool mirrored; /* the way the pictures look */
} Maker;

enum { AVATAR_CATEGORIES = 6 };

/* The six categories: a column of icons with their words, or a row. */
void avatar_categories(ScreenContext *context, const Maker *maker, bool as_row);

/* The options of the category chosen: pictures in lines of `columns`, then colours. */
void avatar_options(ScreenContext *context, const Maker *maker, int columns);

/* The twelve expressions, six in a line. */
void avatar_expressions(ScreenContext *context, const Maker *maker);

/* "Surprise", "Undo" and "That's me". */
void avatar_actions(ScreenContext *context, const Maker *maker);

/* What the large bust shows: the chosen expression, or a smile at every third change. */
PersonFace avatar_face(ScreenContext *context, int player);

/* How much larger it is drawn just after a change: 0.04 to 0. */
float avatar_pop(ScreenContext *context, int player);

/* Closes that player's editor. */
void avatar_close(ScreenContext *context, int player);

#endif
