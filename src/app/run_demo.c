/* SPDX-License-Identifier: MIT */
/* The demo: two simulated people play whole days through real input events, and leave pictures. */
#include "card_talk.h"
#include "event_names.h"
#include "hash.h"
#include "puppet.h"
#include "random.h"

#include <stdio.h>
#include <string.h>

enum { STEPS_A_DAY_MAX = 400, SEEN_MAX = 64, DAY_MS = 24 * 60 * 60 * 1000 };

typedef struct Demo {
    App app;
    const char *out;
    char folder[FILES_PATH_MAX];
    Random random;
    uint64_t seen[SEEN_MAX];
    int seen_count;
    int pictures;
    int day;
} Demo;

/* A name for what is on screen, so that each kind of picture is taken once. */
static void scene_name(const Game *game, char out[64]) {
    const Play *play = &game->play;
    if (game->screen == SCREEN_CARD && play->card) {
        bool stings = play->phase == PHASE_REVEAL && play->outcome.stones.wall > 0;
        snprintf(out, 64, "%s-%s%s", card_kind_names[play->card->kind], phase_names[play->phase],
                 stings ? "-wall" : "");
    } else {
        snprintf(out, 64, "%s%s", screen_names[game->screen],
                 game_is_done_today(game) ? "-done" : "");
    }
}

static int take_picture(Demo *demo) {
    char name[64], path[FILES_PATH_MAX];
    scene_name(demo->app.game, name);
    uint64_t hash = hash_text(HASH_START, name);
    for (int i = 0; i < demo->seen_count; i++) {
        if (demo->seen[i] == hash) {
            return 0;
        }
    }
    if (demo->seen_count < SEEN_MAX) {
        demo->seen[demo->seen_count++] = hash;
    }
    puppet_wait(&demo->app, 2600); /* let everything that moves arrive */
    snprintf(path, sizeof path, "%s/%02d-%s.png", demo->out, ++demo->pictures, name);
    Diag diag;
    if (app_save_picture(&demo->app, path, &diag) != ERR_OK) {
        fprintf(stderr, "%s: %s\n", diag.file, diag.message);
        return -1;
    }
    return 0;
}

static void answer_key(Demo *demo, int player, int place) {
    static const SDL_Scancode keys[2][CARD_ANSWERS] = {
        {SDL_SCANCODE_Q, SDL_SCANCODE_W, SDL_SCANCODE_A, SDL_SCANCODE_S},
        {SDL_SCANCODE_U, SDL_SCANCODE_I, SDL_SCANCODE_J, SDL_SCANCODE_K},
    };
    puppet_scancode(&demo->app, keys[player - 1][place]);
}

/* Mostly kind, sometimes clumsy; a second take is kind. */
static int choose(Demo *demo) {
    const Game *game = demo->app.game;
    bool second = game->play.phase == PHASE_SECOND_PICK;
    bool careful = second || random_below(&demo->random, 3) > 0;
    if (game->play.card->kind != CARD_RESPOND || !careful) {
        return random_below(&demo->random, CARD_ANSWERS);
    }
    int best = 0;
    for (int i = 1; i < CARD_ANSWERS; i++) {
        best = game_answer_at(game, i)->turn > game_answer_at(game, best)->turn ? i : best;
    }
    return best;
}

/* The first piece of a row that has none yet, now and then an accusing one. */
static int next_piece(const Game *game) {
    const Play *play = &game->play;
    for (int place = 0; place < play->card->chunk_count; place++) {
        if (!game_laid(game, game_piece_at(game, place)->part)) {
            return place;
        }
    }
    return -1;
}

/* Both watch line by line; now and then one presses. */
static void watch(Demo *demo) {
    const Game *game = demo->app.game;
    const SceneShow *show = &game->play.show;
    if (!show->is_open) {
        puppet_click(&demo->app, show->by_steps ? "curtain" : "by-steps", 0, 33, false);
        return;
    }
    if (game_scene_runs(game) && random_below(&demo->random, 3) == 0) {
        answer_key(demo, 1 + random_below(&demo->random, 2),
                   random_below(&demo->random, SCENE_MARK_COUNT));
    }
    puppet_scancode(&demo->app, SDL_SCANCODE_RETURN); /* the next line, or the curtain */
}

/* Cards without answers: pieces are laid, replies said, words typed or only said. */
static void make_something(Demo *demo) {
    App *app = &demo->app;
    const Game *game = app->game;
    if (game->play.card->kind == CARD_SCENE) {
        watch(demo);
        return;
    }
    if (game->play.card->kind == CARD_REWORD) {
        int place = next_piece(game);
        puppet_click(app, place < 0 ? "read" : "piece", place < 0 ? 0 : place, 33, false);
    } else if (game->play.card->kind == CARD_TALK) {
        bool is_over = card_talk_node(&game->play)->ending < TALK_ENDING_COUNT;
        puppet_click(app, is_over ? "talk-show" : "reply",
                     is_over ? 0 : random_below(&demo->random, TALK_REPLIES_MIN), 33, false);
    } else if (game->play.letters == 0 && random_below(&demo->random, 2)) {
        puppet_type(app, "Tell me more.");
    } else {
        puppet_scancode(app, SDL_SCANCODE_RETURN); /* out of the field ... */
        puppet_scancode(app, SDL_SCANCODE_RETURN); /* ... and on */
    }
}

static void play_card(Demo *demo) {
    const Game *game = demo->app.game;
    const Play *play = &game->play;
    switch (play->phase) {
    case PHASE_PICK:
    case PHASE_SECOND_PICK:
        if (game_has_answers(game)) {
            answer_key(demo, game_awaited(game) & 1 ? 1 : 2, choose(demo));
        } else {
            make_something(demo);
        }
        break;
    case PHASE_LAND: answer_key(demo, play->sharer, 1 + random_below(&demo->random, 2)); break;
    case PHASE_SAY:
    case PHASE_REVEAL: puppet_scancode(&demo->app, SDL_SCANCODE_RETURN); break;
    case PHASE_COUNT: break;
    }
}

/* One thing that the two would do next; false when the day is over. */
static bool step(Demo *demo) {
    App *app = &demo->app;
    const Game *game = app->game;
    switch (game->screen) {
    case SCREEN_PEOPLE:
        for (int player = 1; player <= 2; player++) {
            puppet_click(app, "ready", player, 33, false);
        }
        return true;
    case SCREEN_HOME:
        if (game_is_done_today(game)) {
            return false;
        }
        answer_key(demo, 1, 0);
        answer_key(demo, 2, 0);
        return true;
    case SCREEN_CARD: play_card(demo); return true;
    case SCREEN_CARE:
    case SCREEN_TINY:
    case SCREEN_ALONE:
    case SCREEN_CHALLENGE:
    case SCREEN_KEYSTONE:
    case SCREEN_WEEK:
    case SCREEN_LANTERN: puppet_scancode(app, SDL_SCANCODE_RETURN); return true;
    case SCREEN_JOURNEY: /* the demo's days have no chapter ... */
    case SCREEN_OUR_MAP:
    case SCREEN_LOOK_BACK: /* ... nobody looks back ... */
    case SCREEN_WORKSHOP: /* ... and no room */
    case SCREEN_COUNT: break;
    }
    return false;
}

static Err start_day(Demo *demo, const Options *options, Diag *diag) {
    Err err = app_open(&demo->app, options, true, diag);
    if (err) {
        return err;
    }
    if (demo->day == 0) { /* a fresh couple, whatever an earlier demo left here */
        Store *store = NULL;
        if (store_open(demo->folder, &store, diag) == ERR_OK) {
            store_erase(store, diag);
        }
        store_close(store);
    }
    app_load(&demo->app, demo->folder);
    puppet_wait(&demo->app, 100);
    return demo->app.is_blocked ? diag_set(diag, ERR_IO, NULL, 0, 0, "%s", demo->app.notice)
                                : ERR_OK;
}

static Err play_day(Demo *demo, Diag *diag) {
    for (int i = 0; i < STEPS_A_DAY_MAX; i++) {
        if (take_picture(demo) < 0) {
            return diag_set(diag, ERR_IO, demo->out, 0, 0, "The pictures could not be written.");
        }
        if (!step(demo)) {
            return ERR_OK;
        }
        puppet_wait(&demo->app, 400);
    }
    char name[64];
    scene_name(demo->app.game, name);
    return diag_set(diag, ERR_FORMAT, NULL, 0, 0, "The demo got stuck at \"%s\".", name);
}

static void say_day(const Demo *demo) {
    const Game *game = demo->app.game;
    char date[11];
    day_print(game->evening.day, date);
    printf("day %d (%s): %d stones in the bridge, %d in the wall, %d sparks, %d repairs\n",
           demo->day + 1, date, game->tally.bridge, game->tally.wall, game->sparks, game->repairs);
}

static int finish(Demo *demo, const Diag *diag) {
    char line[APP_NOTICE_MAX];
    diag_print(diag, line, (int)sizeof line);
    fprintf(stderr, "%s\n", line);
    app_close(&demo->app);
    return 1;
}

int run_demo(const Options *options) {
    static Demo demo;
    Options day = *options;
    Diag diag = {0};
    demo = (Demo){.out = options->out ? options->out : "demo", .random = {options->seed + 77}};
    if (!day.has_now) {
        now_parse("2026-10-05T19:10+02:00", &day.now);
        day.has_now = true;
    }
    if (!day.has_seed) {
        day.seed = 7;
        day.has_seed = true;
    }
    Err err = files_make_dir(demo.out, &diag);
    if (!err) {
        /* Never --data-dir: the demo begins by erasing, and that could be a couple's own file. */
        err = files_join(demo.out, "data", demo.folder, &diag);
    }
    int evenings = 0, streak = 0, stones = 0;
    for (demo.day = 0; !err && demo.day < options->demo_days; demo.day++) {
        err = start_day(&demo, &day, &diag);
        if (!err) {
            err = play_day(&demo, &diag);
        }
        if (err) {
            return finish(&demo, &diag);
        }
        say_day(&demo);
        evenings = demo.app.game->streak.lifetime_days;
        streak = demo.app.game->streak.current;
        stones = demo.app.game->tally.bridge;
        app_close(&demo.app);
        day.now.utc_ms += DAY_MS;
    }
    if (err) {
        return finish(&demo, &diag);
    }
    printf("evenings %d, streak %d, stones %d\n", evenings, streak, stones);
    return 0;
}
