/* SPDX-License-Identifier: MIT */
/* A scene on the table: the curtain, the clock of its lines, and presses that stay secret. */
#include "card_scene.h"
#include "game_parts.h"

static bool is_on_stage(const Game *game) {
    const Play *play = &game->play;
    return play->card && play->card->kind == CARD_SCENE && play->phase == PHASE_PICK &&
           game->screen == SCREEN_CARD;
}

bool game_scene_runs(const Game *game) {
    const SceneShow *show = &game->play.show;
    return is_on_stage(game) && show->is_open && show->line < game->play.card->line_count;
}

void scene_take_time(Update *update) {
    Game *game = update->game;
    SceneShow *show = &game->play.show;
    if (!show->runs_from_ms || !is_on_stage(game)) {
        return;
    }
    int64_t passed_ms = update->now.utc_ms - show->runs_from_ms;
    int length_ms = scene_line_ms(&game->play.card->lines[show->line]);
    /* One line at a time: a machine that slept wakes up in the line after. */
    passed_ms = passed_ms < 0 ? 0 : passed_ms > length_ms ? length_ms : passed_ms;
    show->in_line_ms += (int)passed_ms;
    show->runs_from_ms = update->now.utc_ms;
    if (show->in_line_ms >= length_ms) {
        show->in_line_ms = 0;
        show->line++;
        show->runs_from_ms = 0;
    }
}

void scene_set_clock(Update *update) {
    Game *game = update->game;
    SceneShow *show = &game->play.show;
    if (!game_scene_runs(game) || show->by_steps || game->overlay_count) {
        show->runs_from_ms = 0;
        return;
    }
    int left_ms = scene_line_ms(&game->play.card->lines[show->line]) - show->in_line_ms;
    show->runs_from_ms = update->now.utc_ms;
    update_wake(update, update->now.utc_ms + left_ms);
}

static void raise_curtain(Play *play) {
    play->show.is_open = true;
    play->show.line = 0;
    play->show.in_line_ms = 0;
    play->show.runs_from_ms = 0;
    play->moves_on_ms = 0;
    play->moves_on_press = 0;
}

static void go_on(Update *update) {
    Game *game = update->game;
    Play *play = &game->play;
    SceneShow *show = &play->show;
    if (!show->is_open) {
        if (!evening_moves_on_at_press(update, 2)) {
            raise_curtain(play);
        }
    } else if (game_scene_runs(game)) {
        show->line += show->by_steps ? 1 : 0;
    } else if (play->in_turn && play->holder == 1) {
        play->holder = 2;
        show->is_open = false;
        show->line = 0;
    } else {
        play_reveal(update);
    }
}

static bool is_noted(const Play *play, int player, SceneMark mark) {
    const SceneShow *show = &play->show;
    for (int i = 0; i < show->press_count[player - 1]; i++) {
        const ScenePress *press = &show->presses[player - 1][i];
        if (press->mark == mark && scene_line_at(play->card, press->at_ms) == show->line) {
            return true;
        }
    }
    return false;
}

/* The sign is the same for either button, and for one that was noted before. */
static void press(Update *update) {
    Play *play = &update->game->play;
    SceneShow *show = &play->show;
    int player = update->event->player, mark = update->event->value;
    bool fits = game_scene_runs(update->game) && player >= 1 && player <= 2 && mark >= 0 &&
                mark < SCENE_MARK_COUNT && (!play->in_turn || player == play->holder);
    if (!fits) {
        return;
    }
    update_sound(update, CUE_SELECT, player, 0);
    int *count = &show->press_count[player - 1];
    if (*count < SCENE_PRESSES_MAX && !is_noted(play, player, (SceneMark)mark)) {
        show->presses[player - 1][(*count)++] =
            (ScenePress){.at_ms = scene_start_ms(play->card, show->line) + show->in_line_ms,
                         .mark = (SceneMark)mark};
    }
}

void scene_event(Update *update) {
    Play *play = &update->game->play;
    SceneShow *show = &play->show;
    switch ((int)update->event->kind) {
    case EV_CONTINUE: go_on(update); break;
    case EV_SEEN: press(update); break;
    case EV_SCENE:
        if (update->event->value == SCENE_AGAIN && show->is_open) {
            raise_curtain(play);
        } else if (update->event->value == SCENE_STEPS || update->event->value == SCENE_CLOCK) {
            show->by_steps = update->event->value == SCENE_STEPS;
        }
        break;
    case EV_IN_TURN:
    case EV_APART:
        if (!show->is_open && play->holder < 2) {
            play->in_turn = update->event->kind == EV_IN_TURN;
            play->holder = play->in_turn ? 1 : 0;
            play->uncovered = play->in_turn; /* the curtain is the cover */
        }
        break;
    default: break;
    }
}
