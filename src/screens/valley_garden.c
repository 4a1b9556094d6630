/* SPDX-License-Identifier: MIT */
/* What evenings and chapters have brought into the valley. */
#include "valley.h"

#include <stdio.h>

enum { PATH_EDGE = 30, REACH = 120 }; /* points below the banks' top */

static const char *const bed_sprites[] = {[SEASON_SPRING] = "garden/bed-spring",
                                          [SEASON_SUMMER] = "garden/bed",
                                          [SEASON_AUTUMN] = "garden/bed-autumn",
                                          [SEASON_WINTER] = "garden/bed-winter"};

static const char *const tree_sprites[] = {[SEASON_SPRING] = "tree/round/blossom",
                                           [SEASON_SUMMER] = "tree/round/green",
                                           [SEASON_AUTUMN] = "tree/round/amber",
                                           [SEASON_WINTER] = "tree/round/snow"};

static const char *name_of(const Grown *grown, Season season, char out[48]) {
    switch (grown->kind) {
    case GROWTH_BED: return bed_sprites[season];
    case GROWTH_TREE: return tree_sprites[season];
    case GROWTH_GATE: return "garden/gate";
    case GROWTH_BENCH: return "bench";
    case GROWTH_HIVE: return "garden/hive";
    case GROWTH_SUNDIAL: return "garden/sundial";
    case GROWTH_GIFT: break;
    case GROWTH_KIND_COUNT: return "bench";
    }
    if (grown->gift == GIFT_BOAT) {
        return "boat";
    }
    snprintf(out, 48, "gift/%s", gift_names[grown->gift]);
    return out;
}

void valley_grown(Ui *ui, const Grown *grown, Season season, float x, float y, float scale) {
    char name[48], full[64];
    float size = scale * (float)grown->size_percent / 100;
    draw_sprite(ui->list, valley_sprite(ui, name_of(grown, season, name), full), x, y, size,
                (grown->kind == GROWTH_TREE ? 190 : REACH) * size);
}

void valley_garden(Ui *ui, const Valley *valley, const Growth *growth, bool near) {
    for (int i = 0; i < growth->count; i++) {
        const Grown *grown = &growth->things[i];
        bool on_roof = grown->kind == GROWTH_GIFT && grown->gift == GIFT_WEATHERCOCK;
        float x = on_roof ? valley_x(ui, ui->width * valley_cottage_at)
                          : valley_beside(ui, valley, (float)grown->x);
        if ((grown->y > PATH_EDGE) == near) {
            valley_grown(ui, grown, growth->season, x, valley->gy + (float)grown->y, 1);
        }
    }
}
