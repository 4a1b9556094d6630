/* SPDX-License-Identifier: MIT */
/* The valley: landscape, bridge, wall, lanterns, drawn straight into the list below the interface.
 * Geometry after the drawings for the mock-ups; any canvas from 4:3 to 21:9 is filled. */
#ifndef TB_VALLEY_H
#define TB_VALLEY_H

#include "ui.h"
#include "valley_growth.h"

/* Where things lie, in points of the canvas. */
typedef struct Valley {
    float cx;    /* middle of the stream at the bridge */
    float gy;    /* top of the banks at the bridge */
    float half;  /* half the stream's width there */
    float hz;    /* the horizon */
    float sun_x; /* sun by day, moon in the evening */
    int seed;    /* which trees and hills */
    Season season;
    int flowers; /* on each bank, 0..GROWTH_FLOWERS_MAX; none in winter */
    bool windy;      /* valley_ambient draws the clouds, moving, if motion isn't calm */
    bool near_banks; /* false: the banks end above a sheet of paper */
    float pan;       /* points that all before the hills is moved; they less, the further away */
} Valley;

/* Where a language is read from right to left pictures are mirrored, too (STYLE.md section 2:
 * player 1 at the right): `x` of a canvas read from the left, `dx` from the bridge, and the left
 * end of something as wide. */
float valley_x(const Ui *ui, float x);
float valley_beside(const Ui *ui, const Valley *valley, float dx);
float valley_left_of(const Ui *ui, const Valley *valley, float dx, float width);

/* Sky, hills, trees, cottage, stream. Still. */
void valley_land(Ui *ui, const Valley *valley);

/* The two banks with their path, grass, flowers, reeds. Still. With strong contrast a veil lies
 * over them and all that was drawn before. */
void valley_banks(Ui *ui, const Valley *valley);

/* An arch of `count` stones over the stream, `built` of them laid alternately from both banks; the
 * rest are dashed outlines on timber. A full arch has its deck and parapet and no timber.
 * `rise` and `thick`: height of the opening and of the stones; `half` half the opening. */
typedef struct Arch {
    float cx, base_y, half, rise, thick;
    int count, built;
    bool full;
    int glowing; /* index of a stone that glows, -1 none */
} Arch;
void valley_arch(Ui *ui, const Arch *arch);

/* The same on its way to being finished: `timber` is what is left of the centering, the masonry has
 * come `deck` of the way to the middle (0..1 each). Who walks over it is drawn before the parapet.
 */
void valley_arch_closing(Ui *ui, const Arch *arch, float timber, float deck);
void valley_arch_parapet(Ui *ui, const Arch *arch, float deck);

/* How high the deck of a finished arch lies at x; beside it, where the path begins. */
float valley_deck_y(const Arch *arch, float x);

/* A small or far bridge: its ring alone, what isn't laid yet dashed. */
void valley_small_arch(Ui *ui, const Arch *arch);

/* The middle of the n-th stone to be laid, for the stone that flies there. */
Point arch_stone_at(const Arch *arch, int nth);

/* Index along the arch of the n-th stone laid. */
int arch_index_of(const Arch *arch, int nth);

/* A wall of `stones` stones, three a row, its foot at x (left), y; 118 points wide at scale 1.
 * Returns the middle of the newest stone. `gap`: the place of the newest is a dashed outline.
 * `dark_newest`: drawn dark. */
Point valley_wall(Ui *ui, float x, float y, int stones, float scale, bool gap, bool dark_newest);

typedef enum LanternState { LANTERN_LIT, LANTERN_UNLIT, LANTERN_REST } LanternState;
void valley_lantern(Ui *ui, float x, float y, float scale, LanternState state);

/* Where the cottage stands, as a share of the width. */
static const float valley_cottage_at = 0.83f;

/* What has grown, from far to near: things up to the path, or those in front of it. Still. */
void valley_garden(Ui *ui, const Valley *valley, const Growth *growth, bool near);

/* One thing alone, its foot at x, y. */
void valley_grown(Ui *ui, const Grown *grown, Season season, float x, float y, float scale);

/* Mist over the whole canvas, 0..1 thick. */
void valley_mist(Ui *ui, float thickness);

/* Water glints and clouds in motion; requests ambient frames unless motion is calm. */
void valley_ambient(Ui *ui, const Valley *valley);

/* Name of a scenery sprite in the theme of now, e.g. "day/dog"; into `out` of 64 bytes. */
const char *valley_sprite(const Ui *ui, const char *name, char out[64]);

#endif
