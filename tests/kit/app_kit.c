/* SPDX-License-Identifier: MIT */
/* A whole game without a display. */
#include "app_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

App app;

void app_kit_open(const AppKit *kit) {
    Options options = {.language = "en",
                       .width_px = kit->w ? kit->w : WINDOW_CANVAS_W,
                       .height_px = kit->h ? kit->h : WINDOW_CANVAS_H,
                       .has_now = true,
                       .has_seed = true,
                       .seed = 7,
                       .room_address = kit->room_address};
    Diag diag = {0};
    assert_true(now_parse(kit->now ? kit->now : "2026-10-09T17:10+02:00", &options.now));
    if (app_open(&app, &options, true, &diag) != ERR_OK) {
        fail_msg("%s %s", diag.file, diag.message);
    }
    if (kit->fixed_letters) {
        app.ui->measure = (Measure){measure_fixed, NULL};
    }
    app_load(&app, NULL);
}

int app_kit_close(void **state) {
    (void)state;
    app_close(&app);
    return 0;
}

bool app_kit_says(const Ui *ui, const char *words) {
    for (int i = 0; i < ui->node_count; i++) {
        const UiNode *node = &ui->nodes[i];
        if (node->is_text && strncmp(ui->text + node->text_at, words, strlen(words)) == 0) {
            return true;
        }
    }
    return false;
}

static bool scrolls(const Ui *ui, int node) {
    while (node >= 0 && !ui->nodes[node].box.scroll) {
        node = ui->nodes[node].parent;
    }
    return node >= 0;
}

/* The panel, button or chip that a text is written on, or -1. */
static int paper_of(const Ui *ui, int node) {
    do {
        node = ui->nodes[node].parent;
    } while (node >= 0 && ui->nodes[node].box.fill.top.token == TOKEN_NONE);
    return node;
}

static bool holds(Rect outer, Rect inner, bool down) {
    bool across = inner.x >= outer.x - 2 && inner.x + inner.w <= outer.x + outer.w + 2;
    return across &&
           (!down || (inner.y >= outer.y - 2 && inner.y + inner.h <= outer.y + outer.h + 2));
}

/* Text that scrolls may lie below; across it may not. */
static bool fits(const Ui *ui, int at) {
    const UiNode *node = &ui->nodes[at];
    int paper = paper_of(ui, at);
    bool moves = scrolls(ui, at);
    bool fits = holds((Rect){0, 0, ui->width, ui->height}, node->rect, !moves);
    for (int i = 0; i < node->line_count; i++) {
        fits &= ui->lines[node->first_line + i].width <= node->rect.w + 2;
    }
    return fits && (paper < 0 || holds(ui->nodes[paper].rect, node->rect, !moves));
}

int app_kit_lost(const Ui *ui) {
    int lost = 0;
    for (int i = 0; i < ui->node_count; i++) {
        const UiNode *node = &ui->nodes[i];
        if (node->is_text && !fits(ui, i)) {
            printf("%.0f %.0f %.0f %.0f: %.*s\n", (double)node->rect.x, (double)node->rect.y,
                   (double)node->rect.w, (double)node->rect.h, node->text_length,
                   ui->text + node->text_at);
            lost++;
        }
    }
    return lost;
}
