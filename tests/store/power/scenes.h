/* SPDX-License-Identifier: MIT */
/* What a couple does while the power may go, step by step, and what must be there after each. */
#ifndef TB_STORE_SCENES_H
#define TB_STORE_SCENES_H

#include "disk.h"

#include "../store_kit.h"

enum { SCENE_MOMENTS_MAX = 64 };

/* What the store held after a step was answered, which began and ended at these places of the
 * record. In between, what was there before and this are both right, and nothing else is. */
typedef struct Moment {
    int began, answered;
    FactList facts;
    char bookmark[STORE_BOOKMARK_MAX];
} Moment;

typedef struct Scene {
    const char *name;
    void (*prepare)(struct Scene *scene); /* before the record begins; may be null */
    void (*play)(struct Scene *scene);
    bool may_warn; /* opening says something after a loss of power in the midst of this */
    char root[256], folder[300], other[300]; /* a second machine's folder */
    Store *store;
    Moment moments[SCENE_MOMENTS_MAX];
    int count;
    Disk *disk;
} Scene;

extern Scene scenes[];
extern const int scene_count;

/* Plays the scene below `root`, an empty folder, and records it. */
void scene_record(Scene *scene, const char *root, bool forgets_syncs);
void scene_free(Scene *scene);

#endif
