/* SPDX-License-Identifier: MIT */
/* What the editor does: opening, changing, undoing, being done. */
#include "avatar_parts.h"

#include "hash.h"
#include "people_fields.h"
#include "text.h"

void avatar_open(ScreenContext *context, int player) {
    ScreenMemory *memory = context->memory;
    PeopleMemory *people = &memory->people[player - 1];
    bool other = memory->people[2 - player].makes_own;
    if (!other) {
        memory->side_by_side = people_owner(context, 1) != 0;
        memory->made_from_home = false;
    }
    people->makes_own = true;
    people->changes = 0;
    people->steps = (LookSteps){0};
    people->face = PERSON_HAPPY;
    memory->making = player;
    context->ui->wants_frames = true;
}

void avatar_close(ScreenContext *context, int player) {
    ScreenMemory *memory = context->memory;
    bool home = memory->made_from_home;
    memory->people[player - 1].makes_own = false;
    memory->people[player - 1].keys.is_open = false;
    if (!memory->side_by_side) {
        memory->people[2 - player].makes_own = false;
        memory->people[2 - player].keys.is_open = false;
    }
    context->ui->wants_frames = true;
    if (home) {
        memory->made_from_home = false;
        emit(context, EV_BACK, 0, 0);
    }
}

bool avatar_is_whole(const ScreenContext *context) {
    const ScreenMemory *memory = context->memory;
    bool open = memory->people[0].makes_own || memory->people[1].makes_own;
    return open && !memory->side_by_side;
}

static void send_looks(ScreenContext *context, int player, const Person *person) {
    Event event = {.kind = EV_LOOKS, .player = player};
    char looks[GAME_LOOKS_MAX];
    person_print(person, looks);
    text_copy(event.text, sizeof event.text, looks);
    emit_event(context, &event);
}

void avatar_wear(ScreenContext *context, int player, Person person) {
    if (context->has_event) {
        return;
    }
    PeopleMemory *people = &context->memory->people[player - 1];
    Person mine = player_person(context, player), other = player_person(context, 3 - player);
    if (person_equal(&person, &other)) {
        person.cloth = (uint8_t)((person.cloth + 1) % PERSON_COLOURS);
    }
    if (!person_equal(&person, &mine)) {
        look_steps_keep(&people->steps, &mine);
        people->changes++;
        send_looks(context, player, &person);
    }
}

void avatar_surprise(ScreenContext *context, int player) {
    Person mine = player_person(context, player);
    uint64_t seed = hash_u64(hash_u64(HASH_START, context->game->seed), (uint64_t)player);
    seed = hash_u64(seed, (uint64_t)context->memory->surprises++);
    avatar_wear(context, player, person_surprise(seed, &mine));
}

static void undo(ScreenContext *context, int player) {
    PeopleMemory *people = &context->memory->people[player - 1];
    Person before;
    if (!context->has_event && look_steps_undo(&people->steps, &before)) {
        people->changes++;
        send_looks(context, player, &before);
    }
}

static void done(ScreenContext *context, int player) {
    bool home = context->memory->made_from_home;
    avatar_close(context, player);
    if (!home) {
        emit(context, EV_READY, player, 1);
    }
}

void avatar_actions(ScreenContext *context, const Maker *maker) {
    Ui *ui = context->ui;
    int player = maker->player;
    bool empty = context->memory->people[player - 1].steps.count == 0;
    Button button = {.size = 17, .height = 52, .player = maker->owner, .index = player};
    ui_open_id(ui, ui_id(ui, "avatar-actions", player),
               &(UiBox){.dir = UI_ROW, .gap = 10, .cross = UI_CENTER, .wrap = ui->text_scale > 1});
    button.kind = BUTTON_GHOST;
    button.icon = "undo-2";
    button.label = tr(context, "avatar.undo");
    button.muted = empty;
    if (ui_button(ui, "undo", &button)) {
        undo(context, player);
    }
    button.icon = "shuffle";
    button.label = tr(context, "avatar.surprise");
    button.muted = false;
    if (ui_button(ui, "surprise", &button)) {
        avatar_surprise(context, player);
    }
    button.kind = BUTTON_PRIMARY;
    button.icon = NULL;
    button.label = tr(context, "people.thats-me");
    button.grow = 1;
    if (ui_button(ui, "made", &button)) {
        done(context, player);
    }
    ui_close(ui);
}
