/* SPDX-License-Identifier: MIT */
/* Our map (GAME.md): from what each would have loved to hear, a page of lines for each, with the
 * evidence behind every one. Kept only from the evening on which both have said yes. */
#ifndef TB_OUR_MAP_H
#define TB_OUR_MAP_H

#include "card.h"

#include <stdbool.h>
#include <stdint.h>

/* Kinds of answers, by the `style` of the decks. Stored: append only. */
typedef enum MapStyle {
    MAP_QUESTION,
    MAP_TOUCH,
    MAP_PLAN,
    MAP_LAUGH,
    MAP_THANKS,
    MAP_WORDS,
    MAP_ADVICE,
    MAP_JOKE,
    MAP_STORY,
    MAP_SILENCE,
    MAP_STYLE_COUNT
} MapStyle;

enum {
    MAP_FEW = 5,      /* no line from fewer observations (GAME.md) */
    MAP_LINES_MAX = 6 /* on a page: the clearest ones */
};

/* "Would rather be <rather> than <than>: `times` of `of`." */
typedef struct MapLine {
    MapStyle rather, than;
    int times, of;
} MapLine;

/* One partner's; never compared with the other's. */
typedef struct MapPage {
    bool keeps; /* has said yes */
    int beat[MAP_STYLE_COUNT][MAP_STYLE_COUNT]; /* [a][b]: a starred while b was there, too */
    uint16_t shown[MAP_STYLE_COUNT]; /* [a]: bits of b: the other may see that line */
} MapPage;

typedef struct OurMap {
    MapPage pages[2];
    int asked, same; /* ask cards that both answered, and alike */
} OurMap;

/* -1: none of ours. */
int map_style(const char *style);

/* The kinds of answers that a respond card offers, as bits 1 << MapStyle. */
unsigned map_offered(const Card *card);

void map_note_star(MapPage *page, MapStyle starred, unsigned offered);
void map_note_ask(OurMap *map, bool is_same);

/* All that this page shows is forgotten; what the other may see, too. */
void map_clear(MapPage *page);

void map_show(MapPage *page, const MapLine *line, bool is_shown);
bool map_is_shown(const MapPage *page, const MapLine *line);

/* The clearest lines first: twice of three times or more, from MAP_FEW observations on; each kind
 * of answer is preferred twice at most. Returns how many. */
int map_lines(const MapPage *page, MapLine lines[MAP_LINES_MAX]);

/* Both have said yes. */
bool map_is_kept(const OurMap *map);

extern const char *const map_style_names[MAP_STYLE_COUNT];

#endif
