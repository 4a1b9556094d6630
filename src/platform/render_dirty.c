/* SPDX-License-Identifier: MIT */
/* Compares two frames. Any common subsequence of their commands gives a right answer: a pixel that
 * no unmatched command touches was, and will be, painted by the same commands in the same order. */
#include "render_dirty.h"

/* How many commands ahead an unmatched one is looked for. */
enum { DIRTY_LOOK_AHEAD = 40 };

/* Rectangles are joined when that adds no more than so many pixels. */
enum { DIRTY_JOIN_PIXELS = 4096 };

enum { DIRTY_SPLITS = 4 };

void dirty_begin(Dirty *dirty) {
    dirty->current = 1 - dirty->current;
    dirty->counts[dirty->current] = 0;
}

void dirty_add(Dirty *dirty, uint64_t hash, SDL_Rect box, SDL_Rect hollow) {
    int *count = &dirty->counts[dirty->current];
    if (*count < DRAW_CMD_MAX) {
        dirty->lists[dirty->current][(*count)++] =
            (DirtyItem){.hash = hash, .box = box, .hollow = hollow};
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

static void add_rect(Dirty *dirty, SDL_Rect rect, int splits);

/* What of `rect` lies outside `other`: above, below, and at both sides. */
static void add_outside(Dirty *dirty, SDL_Rect rect, SDL_Rect other, int splits) {
    SDL_Rect in;
    SDL_IntersectRect(&rect, &other, &in);
    int right = in.x + in.w, bottom = in.y + in.h;
    const SDL_Rect parts[] = {{rect.x, rect.y, rect.w, in.y - rect.y},
                              {rect.x, bottom, rect.w, rect.y + rect.h - bottom},
                              {rect.x, in.y, in.x - rect.x, in.h},
                              {right, in.y, rect.x + rect.w - right, in.h}};
    for (int i = 0; i < 4; i++) {
        if (parts[i].w > 0 && parts[i].h > 0) {
            add_rect(dirty, parts[i], splits);
        }
    }
}

static void join_nearest(Dirty *dirty, SDL_Rect rect) {
    int nearest = 0;
    for (int i = 1; i < dirty->rect_count; i++) {
        nearest = growth(rect, dirty->rects[i]) < growth(rect, dirty->rects[nearest]) ? i : nearest;
    }
    SDL_UnionRect(&rect, &dirty->rects[nearest], &rect);
    remove_rect(dirty, nearest);
    add_rect(dirty, rect, 0);
}

/* Whether the two nearly fill one rectangle, and that crosses no third one, which would be next. */
static bool may_join(const Dirty *dirty, SDL_Rect rect, int index) {
    SDL_Rect both, shared;
    if (growth(rect, dirty->rects[index]) >= DIRTY_JOIN_PIXELS) {
        return false;
    }
    SDL_UnionRect(&rect, &dirty->rects[index], &both);
    for (int i = 0; i < dirty->rect_count; i++) {
        const SDL_Rect *third = &dirty->rects[i];
        bool crosses = i != index && SDL_IntersectRect(&both, third, &shared);
        if (crosses && !SDL_RectEquals(&shared, third)) {
            return false;
        }
    }
    return true;
}

/* Joins with what nearly fills the same rectangle. Of what crosses another one the rest is added,
 * `splits` times at most, then they are joined too; so is the nearest when all places are taken. */
static void add_rect(Dirty *dirty, SDL_Rect rect, int splits) {
    int i = 0;
    while (i < dirty->rect_count) {
        SDL_Rect other = dirty->rects[i];
        bool crosses = SDL_HasIntersection(&rect, &other);
        if ((crosses && splits == 0) || may_join(dirty, rect, i)) {
            SDL_UnionRect(&rect, &other, &rect);
            remove_rect(dirty, i);
            i = 0;
        } else if (crosses) {
            add_outside(dirty, rect, other, splits - 1);
            return;
        } else {
            i++;
        }
    }
    if (dirty->rect_count < DIRTY_RECT_MAX) {
        dirty->rects[dirty->rect_count++] = rect;
    } else {
        join_nearest(dirty, rect);
    }
}

static void mark_rect(Dirty *dirty, SDL_Rect rect, SDL_Rect canvas) {
    SDL_Rect box;
    if (SDL_IntersectRect(&rect, &canvas, &box)) {
        add_rect(dirty, box, DIRTY_SPLITS);
    }
}

/* A ring's four sides; anything else whole. */
static void mark(Dirty *dirty, const DirtyItem *item, SDL_Rect canvas) {
    SDL_Rect box = item->box, in;
    if (item->hollow.w <= 0 || !SDL_IntersectRect(&item->hollow, &box, &in)) {
        mark_rect(dirty, box, canvas);
        return;
    }
    int right = in.x + in.w, bottom = in.y + in.h;
    mark_rect(dirty, (SDL_Rect){box.x, box.y, box.w, in.y - box.y}, canvas);
    mark_rect(dirty, (SDL_Rect){box.x, bottom, box.w, box.y + box.h - bottom}, canvas);
    mark_rect(dirty, (SDL_Rect){box.x, in.y, in.x - box.x, in.h}, canvas);
    mark_rect(dirty, (SDL_Rect){right, in.y, box.x + box.w - right, in.h}, canvas);
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
