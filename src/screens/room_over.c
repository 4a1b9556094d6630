/* SPDX-License-Identifier: MIT */
/* After the evening: the bridge stands, the report is saved where the leader says, or not. */
#include "room_parts.h"

#include "text.h"

/* Where it goes: the documents, until the leader types another folder. */
static void folder_field(ScreenContext *context) {
    ScreenMemory *memory = context->memory;
    Ui *ui = context->ui;
    if (!memory->room_folder_loaded) {
        text_copy(memory->room_folder, sizeof memory->room_folder, context->kept->folder);
        memory->room_folder_loaded = true;
    }
    ui_text(ui, tr(context, "room.folder"), style_text(FONT_TEXT_SEMI, 17, TOKEN_INK));
    ui_field(ui, ui_id(ui, "room-folder", 0), memory->room_folder, sizeof memory->room_folder,
             &(TextField){.placeholder = tr(context, "room.folder-empty"), .border = TOKEN_MOSS});
}

static void buttons(ScreenContext *context) {
    Ui *ui = context->ui;
    if (ui_button(ui, "room-report",
                  &(Button){.label = tr(context, "room.save-report"),
                            .icon = "file-down",
                            .kind = BUTTON_GHOST,
                            .size = 18,
                            .stretch = true})) {
        Event event = {.kind = EV_ROOM_FILES, .value = ROOM_FILES_REPORT};
        text_copy(event.text, sizeof event.text, context->memory->room_folder);
        emit_event(context, &event);
    }
    if (ui_button_first(ui, "room-leave",
                        &(Button){.label = tr(context, "room.leave"),
                                  .icon = "check",
                                  .size = 20,
                                  .height = 56,
                                  .stretch = true})) {
        context->memory->room_folder_loaded = false;
        room_act(context, LEAD_LEAVE, 0);
    }
}

void room_over(ScreenContext *context) {
    Ui *ui = context->ui;
    const Plan *plan = context->game->lead.plan;
    room_valley(context);
    room_columns_begin(context);
    room_left(context);
    ui_text(ui, plan->title, room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK2));
    ui_text(ui, tr(context, "room.over"), room_display(ui, 40));
    ui_text(ui, tr1(context, "room.word", "word", plan->word),
            room_style(ui, FONT_TEXT, 20, TOKEN_INK));
    ui_gap(ui, 8);
    ui_rule(ui, 5);
    ui_text(ui, tr(context, "room.report"), room_style(ui, FONT_TEXT, 18, TOKEN_INK2));
    folder_field(context);
    ui_gap(ui, 4);
    buttons(context);
    ui_close(ui);
    room_columns_end(context);
}
