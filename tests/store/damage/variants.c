/* SPDX-License-Identifier: MIT */
/* Kinds of damage to the file itself; damage_kinds lists them all. */
#include "variants_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER = 100 };

static void flip(Variant *variant, size_t at) {
    variant->bytes[at] ^= (unsigned char)(1u << random_below(&variant->random, 8));
}

static void done(Variant *variant) {
    base_lay_out(variant->base, variant->folder, variant->bytes, variant->size);
}

/* One bit; of later rounds some more. */
static void flip_header(Variant *variant) {
    for (int i = 0; i <= variant->number / 400; i++) {
        flip(variant, (size_t)((variant->number + i * 37) % HEADER));
    }
    done(variant);
}

static void flip_page(Variant *variant, PageKind kind) {
    int page = base_page(variant->base, kind, &variant->random);
    assert_true(page >= 0);
    size_t start = (size_t)page * variant->base->page_size;
    for (int i = 0; i <= variant->number % 4; i++) {
        int skipped = page == 0 ? HEADER : 0;
        int room = (int)variant->base->page_size - skipped;
        if (variant->number % 3 == 0) { /* where the tree's own numbers stand */
            room = 40;
        }
        flip(variant, start + (size_t)(skipped + random_below(&variant->random, room)));
    }
    done(variant);
}

static void flip_schema(Variant *variant) {
    flip_page(variant, PAGE_SCHEMA);
}

static void flip_interior(Variant *variant) {
    flip_page(variant, PAGE_TABLE_INTERIOR);
}

static void flip_leaf(Variant *variant) {
    flip_page(variant, PAGE_TABLE_LEAF);
}

static void flip_index(Variant *variant) {
    flip_page(variant, PAGE_INDEX);
}

static void flip_overflow(Variant *variant) {
    flip_page(variant, PAGE_OVERFLOW);
}

static void flip_freelist(Variant *variant) {
    flip_page(variant, PAGE_FREELIST);
}

static void flip_bookmark(Variant *variant) {
    flip_page(variant, PAGE_BOOKMARK);
}

static void truncate_file(Variant *variant) {
    static const size_t sizes[] = {0,   1,   15,   16,   17,   59,   99,   100,  101,
                                   511, 512, 4095, 4096, 4097, 8191, 8192, 12288};
    size_t count = sizeof sizes / sizeof *sizes;
    size_t number = (size_t)variant->number;
    if (number < count) {
        variant->size = sizes[number];
    } else if (number < 2 * count) { /* from behind */
        variant->size -= sizes[number - count] + 1;
    } else {
        variant->size = (size_t)random_below(&variant->random, (int)variant->size);
    }
    done(variant);
}

static void zero_page(Variant *variant) {
    size_t size = variant->base->page_size;
    size_t page = (size_t)(variant->number % variant->base->page_count);
    memset(variant->bytes + page * size, 0, size);
    done(variant);
}

static void noise_page(Variant *variant) {
    size_t size = variant->base->page_size;
    size_t page = (size_t)random_below(&variant->random, variant->base->page_count);
    for (size_t i = 0; i < size; i++) {
        variant->bytes[page * size + i] = (unsigned char)random_next(&variant->random);
    }
    done(variant);
}

/* As a disk gives back that mixes up its sectors. */
static void swap_pages(Variant *variant) {
    size_t size = variant->base->page_size;
    int count = variant->base->page_count;
    size_t a = (size_t)random_below(&variant->random, count - 1) + 1;
    size_t b = (size_t)random_below(&variant->random, count);
    memcpy(variant->bytes + b * size, variant->base->bytes + a * size, size);
    if (variant->number % 2) {
        memcpy(variant->bytes + a * size, variant->base->bytes + b * size, size);
    }
    done(variant);
}

static void put_number(unsigned char *at, uint32_t number) {
    for (int i = 0; i < 4; i++) {
        at[i] = (unsigned char)(number >> (24 - 8 * i));
    }
}

static void fill_noise(Variant *variant, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        variant->bytes[i] = (unsigned char)random_next(&variant->random);
    }
}

/* Whose file is it? The header says: not ours, or not of this version. */
static void change_identity(Variant *variant) {
    enum { VERSION = 60, APPLICATION = 68 };
    static const uint32_t others[] = {0, 1, 0x0f055112, 0x47504b47, 0x54427268, 0xffffffff};
    static const uint32_t versions[] = {0, 3, 6, 18, 99, 1024, 0x7fffffff, 0xffffffff};
    int number = variant->number;
    if (number < 6) {
        put_number(variant->bytes + APPLICATION, others[number]);
    } else if (number < 14) {
        put_number(variant->bytes + VERSION, versions[number - 6]);
    } else if (number == 14) {
        memcpy(variant->bytes, "SQLite format 2", 16);
    } else if (number == 15) {
        memcpy(variant->bytes, "Dear diary,\n", 12);
    } else if (number < 22) {
        memset(variant->bytes, 0, (size_t)16 << (number - 16) * 2); /* 16 .. 16384 */
    } else if (number < 28) {
        fill_noise(variant, 0, (size_t)16 << (number - 22) * 2);
    } else if (number == 28) {
        memset(variant->bytes, 0, variant->size);
    } else if (number == 29) {
        fill_noise(variant, 0, variant->size);
    } else {
        fill_noise(variant, (size_t)number % 100, (size_t)number % 100 + 8);
    }
    done(variant);
}

/* The newest backup is damaged as well, so that an older one is the best. */
static void flip_both(Variant *variant) {
    char name[STORE_PATH_MAX], path[STORE_PATH_MAX];
    size_t size;
    const Base *base = variant->base;
    const char *newest = base->backups[base->backup_count - 1];
    variant->number % 2 ? zero_page(variant) : flip_leaf(variant);
    snprintf(name, sizeof name, "%s/backups/%s", base->folder, newest);
    snprintf(path, sizeof path, "%s/backups/%s", variant->folder, newest);
    unsigned char *bytes = kit_read(name, &size);
    for (int i = 0; i < 3; i++) {
        bytes[random_below(&variant->random, (int)size)] ^= 0x10;
    }
    size = variant->number % 5 ? size : (size_t)random_below(&variant->random, (int)size);
    assert_int_equal(remove(path), 0); /* or the original would be changed */
    kit_write(path, bytes, size);
    free(bytes);
}

static void vanish(Variant *variant) {
    base_lay_out(variant->base, variant->folder, NULL, 0);
    free(variant->bytes);
    variant->bytes = NULL;
}

const DamageKind damage_kinds[] = {
    {"damage: bits of the header", flip_header, BASE_USUAL, 100, 600, false, false},
    {"damage: bits of the schema page", flip_schema, BASE_USUAL, 30, 400, false, false},
    {"damage: bits of a table's interior", flip_interior, BASE_SMALL_PAGES, 30, 400, false, false},
    {"damage: bits of a table's leaf", flip_leaf, BASE_USUAL, 50, 700, false, false},
    {"damage: bits of an index", flip_index, BASE_USUAL, 30, 400, false, false},
    {"damage: bits of an overflow page", flip_overflow, BASE_SMALL_PAGES, 20, 300, false, false},
    {"damage: bits of the freelist", flip_freelist, BASE_USUAL, 20, 300, false, false},
    {"damage: bits of bookmark and device", flip_bookmark, BASE_USUAL, 20, 300, false, false},
    {"damage: truncated", truncate_file, BASE_USUAL, 45, 400, false, false},
    {"damage: a page of zeros", zero_page, BASE_USUAL, 34, 60, false, false},
    {"damage: a page of zeros, small pages", zero_page, BASE_SMALL_PAGES, 25, 300, false, false},
    {"damage: a page of noise", noise_page, BASE_USUAL, 20, 300, false, false},
    {"damage: pages mixed up", swap_pages, BASE_USUAL, 20, 400, false, false},
    {"damage: magic, application, version", change_identity, BASE_USUAL, 40, 200, false, false},
    {"damage: first schema, truncated", truncate_file, BASE_SCHEMA_1, 20, 200, false, false},
    {"damage: first schema, a page of zeros", zero_page, BASE_SCHEMA_1, 20, 60, false, false},
    {"damage: the newest backup too", flip_both, BASE_USUAL, 20, 300, false, false},
    {"damage: the file is gone", vanish, BASE_USUAL, 1, 1, false, false},
    {"damage: a stale or foreign journal", variant_stale_journal, BASE_USUAL, 16, 120, true, true},
    {"damage: a journal missing or cut", variant_torn_commit, BASE_USUAL, 12, 120, true, false},
    {"damage: conflicted copies", variant_copies, BASE_USUAL, 16, 64, true, true},
};

const int damage_kind_count = (int)(sizeof damage_kinds / sizeof *damage_kinds);
