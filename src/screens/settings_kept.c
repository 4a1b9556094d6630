/* SPDX-License-Identifier: MIT */
/* Settings, section What is kept: where the file is, writing it out, taking another machine's in,
 * and going back to a copy, in two presses from here. */
#include "dates.h"
#include "kept_parts.h"
#include "settings_parts.h"

#include <string.h>

UiStyle kept_heading(void) {
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.line_height = 1.3f;
    return style;
}

UiStyle kept_small_print(void) {
    UiStyle style = style_text(FONT_TEXT, 15.5f, TOKEN_INK2);
    style.line_height = 1.3f;
    return style;
}

void kept_open_row(ScreenContext *context, const char *name, int index, bool below,
                   const char *title, const char *more) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, name, index),
               &(UiBox){.dir = below ? UI_COLUMN : UI_ROW,
                        .cross = below ? UI_START : UI_CENTER,
                        .gap = below ? 4 : 16,
                        .pad_y = 4,
                        .min_height = 58});
    ui_open(ui, &(UiBox){.grow = below ? 0 : 1, .cross = UI_STRETCH});
    ui_text(ui, title, kept_heading());
    if (more[0]) {
        ui_text(ui, more, kept_small_print());
    }
    ui_close(ui);
}

bool kept_button(ScreenContext *context, const char *name, int index, const char *label,
                 const char *icon) {
    Button button = {
        .label = label, .icon = icon, .kind = BUTTON_GHOST, .size = 16, .index = index};
    return ui_button(context->ui, name, &button);
}

bool kept_row_button(ScreenContext *context, const char *name, int index, const char *label,
                     const char *icon) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.min_width = settings_are_large(ui) ? 0 : ui_px(ui, 132),
                         .cross = settings_are_large(ui) ? UI_START : UI_END});
    bool pressed = kept_button(context, name, index, label, icon);
    ui_close(ui);
    return pressed;
}

void kept_ask(ScreenContext *context, HistoryAct act, int index) {
    emit_event(context, &(Event){.kind = EV_HISTORY, .value = (int)act, .amount = index});
}

static const char *file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void sharing(ScreenContext *context, const Kept *kept) {
    Ui *ui = context->ui;
    bool large = settings_are_large(ui);
    kept_open_row(context, "export-row", 0, large, tr(context, "kept.export"),
                  tr1(context, "kept.export-more", "folder", kept->folder));
    if (kept_row_button(context, "export", 0, tr(context, "kept.export-button"), "file-down")) {
        kept_ask(context, HISTORY_EXPORT, 0);
    }
    ui_close(ui);
    settings_rule(ui);
    kept_open_row(context, "import-row", 0, large, tr(context, "kept.import"),
                  tr1(context, "kept.import-more", "folder", kept->folder));
    ui_close(ui);
    for (int i = 0; i < kept->file_count; i++) {
        kept_open_row(context, "file-row", i, large, file_name(kept->files[i]), "");
        if (kept_row_button(context, "import", i, tr(context, "kept.import-button"), "file-up")) {
            kept_ask(context, HISTORY_IMPORT, i);
        }
        ui_close(ui);
    }
    settings_rule(ui);
}

/* "No" stands where the first press was, so that a second one by mistake changes nothing. */
static void confirm(ScreenContext *context, int index) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .wrap = true});
    if (kept_button(context, "restore-yes", index, tr(context, "kept.restore-yes"), "history")) {
        context->memory->asks_restore = 0;
        kept_ask(context, HISTORY_RESTORE, index);
    }
    if (kept_button(context, "restore", index, tr(context, "kept.restore-no"), NULL)) {
        context->memory->asks_restore = 0;
        ui->wants_frames = true;
    }
    ui_close(ui);
}

static void backup_row(ScreenContext *context, const Kept *kept, int index) {
    Ui *ui = context->ui;
    const KeptBackup *backup = &kept->backups[index];
    bool asks = context->memory->asks_restore == index + 1;
    char date[DATE_TEXT_MAX];
    int rollover_h = context->game->settings[SETTING_ROLLOVER];
    date_print(&context->content->strings, backup->day, day_today(context->now, rollover_h), date);
    const char *evenings =
        trn(context, backup->was_in_use ? "kept.was-in-use" : "kept.evenings", backup->evenings);
    kept_open_row(context, "backup-row", index, asks || settings_are_large(ui),
                  asks ? tr1(context, "kept.restore-ask", "date", date) : date,
                  asks ? tr(context, "kept.restore-safe") : evenings);
    if (asks) {
        confirm(context, index);
    } else if (kept_row_button(context, "restore", index, tr(context, "kept.restore-button"),
                               NULL)) {
        context->memory->asks_restore = index + 1;
        context->memory->asks_kept = 0;
        ui->wants_frames = true;
    }
    ui_close(ui);
}

void settings_kept(ScreenContext *context) {
    Ui *ui = context->ui;
    const Kept *kept = context->kept;
    if (!kept->is_listed) {
        kept_ask(context, HISTORY_LIST, 0);
        return;
    }
    kept_removed(context, kept);
    ui_text(ui, tr(context, "kept.where"), kept_small_print());
    ui_text(ui, kept->path, style_text(FONT_TEXT_SEMI, 15.5f, TOKEN_INK));
    ui_gap(ui, 8);
    settings_rule(ui);
    sharing(context, kept);
    ui_gap(ui, 10);
    ui_text(ui, tr(context, "kept.copies"), kept_heading());
    ui_text(ui, tr(context, kept->backup_count ? "kept.copies-more" : "kept.copies-none"),
            kept_small_print());
    for (int i = 0; i < kept->backup_count; i++) {
        backup_row(context, kept, i);
    }
    kept_remove(context);
}
