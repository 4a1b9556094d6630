/* SPDX-License-Identifier: MIT */
/* The wall's landscape: the room's bridge, and people of any room, who are nobody in it. */
#include "room_parts.h"

typedef struct RoomFigure {
    int person;
    float x; /* from the middle of the stream */
    float height;
    bool waves;
} RoomFigure;

static const RoomFigure figures[] = {
    {2, -238, 132, false}, {5, -190, 126, false}, {8, -140, 134, true}, {10, 140, 136, true},
    {3, 186, 128, false},  {6, 230, 122, true},   {7, 276, 132, false},
};

enum { FIGURES = sizeof figures / sizeof *figures };

static void people(ScreenContext *context, const Valley *valley) {
    const Lead *lead = &context->game->lead;
    bool are_up = lead->place == LEAD_OVER;
    for (int i = 0; i < FIGURES; i++) {
        const RoomFigure *figure = &figures[i];
        bool waves = figure->waves || are_up;
        DrawPerson drawn = {.person = person_cast[figure->person],
                            .face = i % 2 ? PERSON_AMUSED : PERSON_HAPPY,
                            .face_from = PERSON_HAPPY,
                            .face_mix = 1,
                            .pose = waves ? POSE_FIGURE_WAVE : POSE_STAND,
                            .full_figure = true,
                            .mirrored = figure->x > 0,
                            .at = {valley->cx + figure->x, valley->gy + 26},
                            .scale = figure->height,
                            .alpha = 255};
        draw_person(context->ui->list, &drawn);
    }
}

void room_valley(ScreenContext *context) {
    Ui *ui = context->ui;
    int stones = lead_stones(&context->game->lead);
    float gy = ui->height - 184;
    Valley valley = {.cx = ui->width * 976 / 1280,
                     .gy = gy,
                     .half = 132,
                     .hz = gy - 220,
                     .sun_x = ui->width * 976 / 1280,
                     .seed = 2,
                     .season = context->season,
                     .flowers = true,
                     .near_banks = true};
    Arch arch = {.cx = valley.cx,
                 .base_y = gy + 18,
                 .half = 124,
                 .rise = 88,
                 .thick = 26,
                 .count = LEAD_STONES,
                 .built = stones,
                 .full = stones >= LEAD_STONES,
                 .glowing = -1};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    valley_arch(ui, &arch);
    draw_still_end(ui->list);
    valley_ambient(ui, &valley);
    valley_lantern(ui, valley.cx - 206, gy + 6, 0.9f, LANTERN_LIT);
    valley_lantern(ui, valley.cx + 206, gy + 6, 0.9f, LANTERN_LIT);
    people(context, &valley);
}
