/* SPDX-License-Identifier: MIT */
/* Compares two frames. Any common subsequence of their commands gives a right answer: a pixel that
 * no unmatched command touches was, and will be, painted by the same commands in the same order. */
#include "render_dirty.h"

/* How many commands ahead an unmatched one is looked for. */
enum { DIRTY_LOOK_AHEAD = 40 };

/* Rectangles are joined when that adds no more than so many pixels. */
enum { DIRTY_JOIN_PIXELS = 4096 };

void dirty_begin(Dirty *dirty) {
    dirty->current = 1 - dirty->current;
    dirty->counts[dirty->current] = 0;
}

void dirty_add(Dirty *dirty, uint64_t hash, SDL_Rect box) {
    int *count = &dirty->counts[dirty->current];
    if (*count < DRAW_CMD_MAX) {
        dirty->lists[dirty->current][(*count)++] = (DirtyItem){.hash = hash, .box = box};
    }
}

static long area_of(SDL_Rect rect) {
    return (long)rect.w * rect.h;
}

static long growth(SDL_Rect a, SDL_Rect b) {
    SDL_Rect both;
    SDL_UnionRect(&a, &b, &both);
    return area_of(both) - area_of(a) - area_of(b);
}

static void remove_rect(Dirty *dirty, int index) {
    dirty->rects[index] = dirty->rects[--dirty->rect_count];
}

/* Joins with what it touches or nearly touches; when all places are taken, with the nearest. */
static void add_rect(Dirty *dirty, SDL_Rect rect) {
    int i = 0;
    while (i < dirty->rect_count) {
        SDL_Rect other = dirty->rects[i];
        if (SDL_HasIntersection(&rect, &other) || growth(rect, other) < DIRTY_JOIN_PIXELS) {
            SDL_UnionRect(&rect, &other, &rect);
            remove_rect(dirty, i);
            i = 0;
        } else {
            i++;
        }
    }
    if (dirty->rect_count < DIRTY_RECT_MAX) {
        dirty->rects[dirty->rect_count++] = rect;
        return;
    }
    int nearest = 0;
    for (i = 1; i < dirty->rect_count; i++) {
        nearest = growth(rect, dirty->rects[i]) < growth(rect, dirty->rects[nearest]) ? i : nearest;
    }
    SDL_UnionRect(&rect, &dirty->rects[nearest], &rect);
    remove_rect(dirty, nearest);
    add_rect(dirty, rect);
}

static void mark(Dirty *dirty, const DirtyItem *item, SDL_Rect canvas) {
    SDL_Rect box;
    if (SDL_IntersectRect(&item->box, &canvas, &box)) {
        add_rect(dirty, box);
    }
}

/* The nearest pair of equal commands at or after both places. */
static bool find_match(const DirtyItem *old, int old_count, const DirtyItem *now, int now_count,
                       int *old_skip, int *now_skip) {
    for (int distance = 1; distance <= DIRTY_LOOK_AHEAD; distance++) {
        for (int i = 0; i <= distance; i++) {
            int j = distance - i;
            if (i < old_count && j < now_count && old[i].hash == now[j].hash) {
                *old_skip = i;
                *now_skip = j;
                return true;
            }
        }
    }
    *old_skip = old_count > 0;
    *now_skip = now_count > 0;
    return false;
}

void dirty_compare(Dirty *dirty, SDL_Rect canvas, bool is_whole) {
    dirty->rect_count = 0;
    if (is_whole) {
        dirty->rects[dirty->rect_count++] = canvas;
        return;
    }
    const DirtyItem *now = dirty->lists[dirty->current];
    const DirtyItem *old = dirty->lists[1 - dirty->current];
    const DirtyItem *now_end = now + dirty->counts[dirty->current];
    const DirtyItem *old_end = old + dirty->counts[1 - dirty->current];
    while (now < now_end || old < old_end) {
        if (now < now_end && old < old_end && now->hash == old->hash) {
            now++;
            old++;
            continue;
        }
        int old_skip;
        int now_skip;
        find_match(old, (int)(old_end - old), now, (int)(now_end - now), &old_skip, &now_skip);
        for (; old_skip > 0; old_skip--) {
            mark(dirty, old++, canvas);
        }
        for (; now_skip > 0; now_skip--) {
            mark(dirty, now++, canvas);
        }
    }
}
