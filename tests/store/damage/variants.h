/* SPDX-License-Identifier: MIT */
/* Kinds of damage: each lays out the couple's folder with the n-th case of its kind. */
#ifndef TB_STORE_VARIANTS_H
#define TB_STORE_VARIANTS_H

#include "base.h"

typedef struct Variant {
    const Base *base;
    char folder[300];
    int number;
    Random random;
    unsigned char *bytes; /* the file as it lies there; to be freed */
    size_t size;
    bool rolls_back; /* SQLite is to mend it all: nothing may be lost, said, or set aside */
} Variant;

typedef struct DamageKind {
    const char *name; /* as in the table */
    void (*make)(Variant *variant);
    BaseForm form;
    int quick, deep;      /* how many cases */
    bool is_beside;       /* what is wrong lies beside the file: SQLite may play a journal back */
    bool spares_the_file; /* nothing may be lost, and the file stays in use */
} DamageKind;

extern const DamageKind damage_kinds[];
extern const int damage_kind_count;

#endif
