/* SPDX-License-Identifier: MIT */
/* Settings, section What is kept: where the file is, writing it out, taking another machine's in,
 * and going back to a copy, in two presses from here. */
#include "dates.h"
#include "settings_parts.h"

#include <string.h>

static UiStyle heading(void) {
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.line_height = 1.3f;
    return style;
}

static UiStyle small_print(void) {
    UiStyle style = style_text(FONT_TEXT, 15.5f, TOKEN_INK2);
    style.line_height = 1.3f;
    return style;
}

/* Words at the start of the row, what can be pressed at the end, or below them. */
static void open_row(ScreenContext *context, const char *name, int index, bool below,
                     const char *title, const char *more) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, name, index),
               &(UiBox){.dir = below ? UI_COLUMN : UI_ROW,
                        .cross = below ? UI_START : UI_CENTER,
                        .gap = below ? 4 : 16,
                        .pad_y = 4,
                        .min_height = 58});
    ui_open(ui, &(UiBox){.grow = below ? 0 : 1, .cross = UI_STRETCH});
    ui_text(ui, title, heading());
    if (more[0]) {
        ui_text(ui, more, small_print());
    }
    ui_close(ui);
}

static bool ghost_button(ScreenContext *context, const char *name, int index, const char *key,
                         const char *icon) {
    Button button = {.label = tr(context, key),
                     .icon = icon,
                     .kind = BUTTON_GHOST,
                     .size = 16,
                     .index = index};
    return ui_button(context->ui, name, &button);
}

/* Wide enough that a short label stays on one line beside long words. */
static bool row_button(ScreenContext *context, const char *name, int index, const char *key,
                       const char *icon) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.min_width = settings_are_large(ui) ? 0 : ui_px(ui, 132),
                         .cross = settings_are_large(ui) ? UI_START : UI_END});
    bool pressed = ghost_button(context, name, index, key, icon);
    ui_close(ui);
    return pressed;
}

static void ask_app(ScreenContext *context, HistoryAct act, int index) {
    emit_event(context, &(Event){.kind = EV_HISTORY, .value = (int)act, .amount = index});
}

static const char *file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void sharing(ScreenContext *context, const Kept *kept) {
    Ui *ui = context->ui;
    bool large = settings_are_large(ui);
    open_row(context, "export-row", 0, large, tr(context, "kept.export"),
             tr1(context, "kept.export-more", "folder", kept->folder));
    if (row_button(context, "export", 0, "kept.export-button", "file-down")) {
        ask_app(context, HISTORY_EXPORT, 0);
    }
    ui_close(ui);
    settings_rule(ui);
    open_row(context, "import-row", 0, large, tr(context, "kept.import"),
             tr1(context, "kept.import-more", "folder", kept->folder));
    ui_close(ui);
    for (int i = 0; i < kept->file_count; i++) {
        open_row(context, "file-row", i, large, file_name(kept->files[i]), "");
        if (row_button(context, "import", i, "kept.import-button", "file-up")) {
            ask_app(context, HISTORY_IMPORT, i);
        }
        ui_close(ui);
    }
    settings_rule(ui);
}

/* "No" stands where the first press was, so that a second one by mistake changes nothing. */
static void confirm(ScreenContext *context, int index) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .wrap = true});
    if (ghost_button(context, "restore-yes", index, "kept.restore-yes", "history")) {
        context->memory->asks_restore = 0;
        ask_app(context, HISTORY_RESTORE, index);
    }
    if (ghost_button(context, "restore", index, "kept.restore-no", NULL)) {
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
    open_row(context, "backup-row", index, asks || settings_are_large(ui),
             asks ? tr1(context, "kept.restore-ask", "date", date) : date,
             asks ? tr(context, "kept.restore-safe") : evenings);
    if (asks) {
        confirm(context, index);
    } else if (row_button(context, "restore", index, "kept.restore-button", NULL)) {
        context->memory->asks_restore = index + 1;
        ui->wants_frames = true;
    }
    ui_close(ui);
}

void settings_kept(ScreenContext *context) {
    Ui *ui = context->ui;
    const Kept *kept = context->kept;
    if (!kept->is_listed) {
        ask_app(context, HISTORY_LIST, 0);
        return;
    }
    ui_text(ui, tr(context, "kept.where"), small_print());
    ui_text(ui, kept->path, style_text(FONT_TEXT_SEMI, 15.5f, TOKEN_INK));
    ui_gap(ui, 8);
    settings_rule(ui);
    sharing(context, kept);
    ui_gap(ui, 10);
    ui_text(ui, tr(context, "kept.copies"), heading());
    ui_text(ui, tr(context, kept->backup_count ? "kept.copies-more" : "kept.copies-none"),
            small_print());
    for (int i = 0; i < kept->backup_count; i++) {
        backup_row(context, kept, i);
    }
}
