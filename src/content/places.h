/* SPDX-License-Identifier: MIT */
/* Where to turn, country by country: the parts of the Help page that go out of date. The format is
 * told at the head of assets/help/places.txt. */
#ifndef TB_PLACES_H
#define TB_PLACES_H

#include "arena.h"
#include "findings.h"

#include <stddef.h>

typedef enum PlaceKind {
    PLACE_DANGER,   /* in danger right now */
    PLACE_VIOLENCE, /* fear or violence at home */
    PLACE_LISTEN,   /* someone to listen */
    PLACE_COUPLE,   /* couple counselling */
    PLACE_KIND_COUNT
} PlaceKind;

extern const char *const place_kind_names[PLACE_KIND_COUNT];

typedef struct Place {
    PlaceKind kind;
    const char *name;
    const char *number; /* a telephone number or an address on the web */
    const char *hours;  /* "" if not known; so languages */
    const char *languages;
    const char *checked; /* "2026-12-31", or "" for never */
} Place;

typedef struct PlaceCountry {
    const char *code; /* two capital letters, ISO 3166 */
    const char *name;
    const Place *places;
    int count;
} PlaceCountry;

/* Countries in the order of the file. Zero-initialise before loading. */
typedef struct Places {
    const PlaceCountry *countries;
    int count;
    Arena arena;
} Places;

/* Reads the file; a bad line is noted and left out, the others stay. ERR_* if it can't be read or
 * nothing is left of it. `findings` may be null. Free it in any case. */
Err places_load(Places *places, const char *path, Findings *findings);

/* The same from memory. */
Err places_read(Places *places, const char *bytes, size_t size, Findings *findings);

void places_free(Places *places);

/* Index of a country by its code, or -1. */
int places_find(const Places *places, const char *code);

#endif
