/* SPDX-License-Identifier: MIT */
/* A whole game without a display. */
#include "app_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
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
