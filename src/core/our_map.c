/* SPDX-License-Identifier: MIT */
/* Our map: counting what was starred beside what, and which lines that makes. */
#include "our_map.h"

#include "text.h"

#include <string.h>

const char *const map_style_names[MAP_STYLE_COUNT] = {
    [MAP_QUESTION] = "question", [MAP_TOUCH] = "touch",     [MAP_PLAN] = "plan",
    [MAP_LAUGH] = "laugh",       [MAP_THANKS] = "thanks",   [MAP_WORDS] = "words",
    [MAP_ADVICE] = "advice",     [MAP_JOKE] = "joke",       [MAP_STORY] = "story",
    [MAP_SILENCE] = "silence"};

int map_style(const char *style) {
    for (int i = 0; style && i < MAP_STYLE_COUNT; i++) {
        if (text_equal(style, map_style_names[i])) {
            return i;
        }
    }
    return -1;
}

unsigned map_offered(const Card *card) {
    unsigned offered = 0;
    for (int i = 0; i < CARD_ANSWERS; i++) {
        int style = map_style(card->answers[i].style);
        offered |= style < 0 ? 0 : 1u << style;
    }
    return offered;
}

void map_note_star(MapPage *page, MapStyle starred, unsigned offered) {
    for (int other = 0; other < MAP_STYLE_COUNT; other++) {
        if (other != (int)starred && (offered >> other & 1u) != 0) {
            page->beat[starred][other]++;
        }
    }
}

void map_note_ask(OurMap *map, bool is_same) {
    map->asked++;
    map->same += is_same;
}

void map_clear(MapPage *page) {
    bool keeps = page->keeps;
    memset(page, 0, sizeof *page);
    page->keeps = keeps;
}

void map_show(MapPage *page, const MapLine *line, bool is_shown) {
    unsigned bit = 1u << line->than, before = page->shown[line->rather];
    page->shown[line->rather] = (uint16_t)(is_shown ? before | bit : before & ~bit);
}

bool map_is_shown(const MapPage *page, const MapLine *line) {
    return (page->shown[line->rather] >> line->than & 1u) != 0;
}

/* Clearer: the larger share; of equal ones the one with more behind it. */
static bool is_clearer(const MapLine *a, const MapLine *b) {
    int left = a->times * b->of, right = b->times * a->of;
    return left != right ? left > right : a->of > b->of;
}

static void insert(MapLine lines[], int *count, const MapLine *line, int most) {
    int at = *count;
    while (at > 0 && is_clearer(line, &lines[at - 1])) {
        at--;
    }
    if (at >= most) {
        return;
    }
    int last = *count < most ? (*count)++ : most - 1;
    memmove(&lines[at + 1], &lines[at], (size_t)(last - at) * sizeof *lines);
    lines[at] = *line;
}

/* At most two lines that prefer the same, so that a page isn't one word. */
static int thin_out(const MapLine all[], int count, MapLine lines[MAP_LINES_MAX]) {
    int preferred[MAP_STYLE_COUNT] = {0}, kept = 0;
    for (int i = 0; i < count && kept < MAP_LINES_MAX; i++) {
        if (preferred[all[i].rather]++ < 2) {
            lines[kept++] = all[i];
        }
    }
    return kept;
}

int map_lines(const MapPage *page, MapLine lines[MAP_LINES_MAX]) {
    enum { ALL = MAP_STYLE_COUNT * (MAP_STYLE_COUNT - 1) / 2 };
    MapLine all[ALL];
    int count = 0;
    for (int a = 0; a < MAP_STYLE_COUNT; a++) {
        for (int b = 0; b < MAP_STYLE_COUNT; b++) {
            int of = page->beat[a][b] + page->beat[b][a];
            const MapLine line = {(MapStyle)a, (MapStyle)b, page->beat[a][b], of};
            if (a != b && of >= MAP_FEW && line.times * 3 >= of * 2) {
                insert(all, &count, &line, ALL);
            }
        }
    }
    return thin_out(all, count, lines);
}

bool map_is_kept(const OurMap *map) {
    return map->pages[0].keeps && map->pages[1].keeps;
}
