/* SPDX-License-Identifier: MIT */
/* Opening, closing, and one frame. */
#include "app.h"

#include "app_desk.h"
#include "app_effects.h"
#include "app_fade.h"
#include "app_history.h"
#include "app_phones.h"
#include "app_remove.h"
#include "app_voice.h"
#include "app_keys.h"
#include "card_talk.h"
#include "picture.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>

int64_t app_now_ms(const App *app) {
    return app->headless ? app->virtual_ms : clock_monotonic_ms();
}

static Err load_content(App *app, Content *content, Diag *diag) {
    char *levels = app->levels_dir, lang[FILES_PATH_MAX], help[FILES_PATH_MAX];
    char places[FILES_PATH_MAX], decks[FILES_PATH_MAX], data[FILES_PATH_MAX];
    char folder[FILES_PATH_MAX], pack[FILES_PATH_MAX];
    Err err = app->options.levels
                  ? files_join(app->options.levels, "", levels, diag)
                  : files_resource_dir(TB_SOURCE_DIR "/levels", "levels", levels, diag);
    if (!err) {
        err = files_resource_dir(TB_SOURCE_DIR "/assets/lang", "lang", lang, diag);
    }
    if (!err) {
        err = files_resource_dir(TB_SOURCE_DIR "/assets/help", "help", help, diag);
    }
    if (err) {
        return err;
    }
    bool has_data = files_data_dir(app->options.data_dir, data, NULL) == ERR_OK &&
                    files_join(data, "decks", decks, NULL) == ERR_OK &&
                    (!app->headless || app->options.data_dir);
    bool has_pack = files_resource_dir(TB_PACK_DIR, "packed", folder, NULL) == ERR_OK &&
                    files_join(folder, "decks.pack", pack, NULL) == ERR_OK;
    err = content_load(content, &(ContentFrom){.levels_dir = levels,
                                               .pack = has_pack ? pack : NULL,
                                               .lang_dir = lang,
                                               .language = app->options.language,
                                               .own_decks_dir = has_data ? decks : NULL});
    for (int i = 0; i < content->finding_count; i++) {
        char line[FILES_PATH_MAX];
        diag_print(&content->findings[i], line, (int)sizeof line);
        fprintf(stderr, "%s\n", line);
    }
    if (err) {
        *diag = content->findings[0];
        return err;
    }
    places_free(&app->places);
    app->has_places = files_join(help, "places.txt", places, NULL) == ERR_OK &&
                      places_load(&app->places, places, NULL) == ERR_OK;
    return ERR_OK;
}

/* A broken deck names itself on screen and in the terminal, and the rest plays. */
static void note_findings(App *app) {
    if (app->content.finding_count > 0) {
        diag_print(&app->content.findings[0], app->notice, (int)sizeof app->notice);
    }
}

/* Where the window stood last time, from a small file beside the couple's: that one is opened only
 * after the first frame. Anything odd in it means "as on the first day". */
static WindowPlace last_place(const App *app) {
    char folder[FILES_PATH_MAX], path[FILES_PATH_MAX];
    char *text = NULL;
    size_t size;
    WindowPlace place = {0};
    bool is_there = files_data_dir(app->options.data_dir, folder, NULL) == ERR_OK &&
                    files_join(folder, "window", path, NULL) == ERR_OK && files_exists(path) &&
                    files_read(path, APP_WINDOW_TEXT, &text, &size, NULL) == ERR_OK;
    if (is_there) {
        int count = sscanf(text, "%d %d %d %d", &place.x, &place.y, &place.w, &place.h);
        place.has_position = count == 4;
        bool fits = place.w >= WINDOW_MIN_W && place.w <= 16384 && place.h >= WINDOW_MIN_H &&
                    place.h <= 16384;
        place = count == 4 && fits ? place : (WindowPlace){0};
    }
    free(text);
    return place;
}

static Err open_window(App *app, Diag *diag) {
    if (app->headless) {
        return window_open_headless(app->options.width_px, app->options.height_px, &app->window,
                                    diag);
    }
    WindowPlace place = last_place(app);
    place.is_fullscreen = app->options.fullscreen == 1;
    return window_open("Tiny Bridges", &place, &app->window, diag);
}

Err app_open_renderer(Renderer **renderer, Diag *diag) {
    char art[FILES_PATH_MAX], fonts[FILES_PATH_MAX];
    Err err = files_resource_dir(TB_ART_DIR, "art", art, diag);
    if (!err) {
        err = files_resource_dir(TB_SOURCE_DIR "/assets/fonts", "fonts", fonts, diag);
    }
    return err ? err : render_open(art, fonts, renderer, diag);
}

static Err allocate(App *app, Diag *diag) {
    app->list = calloc(1, sizeof *app->list);
    app->ui = calloc(1, sizeof *app->ui);
    app->game = calloc(1, sizeof *app->game);
    app->world.scratch = malloc(game_scratch_bytes());
    app->input = input_open();
    app->voice = voice_open(app->headless);
    bool has_all = app->list && app->ui && app->game && app->world.scratch && app->input;
    return has_all ? ERR_OK
                   : diag_set(diag, ERR_MEMORY, NULL, 0, 0, "There isn't enough memory to start.");
}

/* One after the other: beside a second thread libX11 would take a lock for each letter of the file
 * of accents that it reads, which costs more than reading our cards does. */
static Err open_parts(App *app, Diag *diag) {
    Err err = load_content(app, &app->content, diag);
    if (!err) {
        err = open_window(app, diag);
    }
    return err ? err : app_open_renderer(&app->renderer, diag);
}

Err app_open(App *app, const Options *options, bool headless, Diag *diag) {
    *app = (App){.options = *options,
                 .headless = headless,
                 .is_loading = true,
                 .music_volume = -1,
                 .force_repaint = true};
    app->memory.country = -1;
    Err err = allocate(app, diag);
    if (!err) {
        err = open_parts(app, diag);
    }
    if (err) {
        return err;
    }
    note_findings(app);
    app->clock = clock_start(options->has_now ? &options->now : NULL, headless && options->has_now);
    app->world.cards = &app->content.cards;
    app->world.chapters = &app->content.chapters;
    app->world.practice = app->content.practice;
    app->world.plans = &app->content.plans;
    app->world.zone = app->zone;
    app->world.fresh_seed = options->has_seed ? options->seed : clock_fresh_seed();
    game_init(app->game);
    ui_init(app->ui);
    app->ui->measure = render_measure(app->renderer);
    app->ui->rtl = app->content.strings.own.is_rtl;
    return ERR_OK;
}

static void take_fact(void *context, const Fact *fact) {
    App *app = context;
    game_apply_fact(app->game, &app->world, fact);
}

static void block(App *app, const Diag *diag) {
    diag_print(diag, app->notice, (int)sizeof app->notice);
    fprintf(stderr, "%s\n", app->notice);
    app->is_blocked = true;
}

static void apply_window_settings(App *app) {
    app_keys_apply(app);
    if (!app->headless && app->options.fullscreen < 0 && app->game->settings[SETTING_FULLSCREEN]) {
        window_set_fullscreen(app->window, true);
    }
}

/* A couple who chose a folder for its file (a stick, say) finds its copies there too. */
static void choose_share_folder(App *app, const char *folder) {
    bool is_own = app->headless || app->options.data_dir;
    if (is_own || files_documents_dir(app->share_folder) != ERR_OK) {
        text_copy(app->share_folder, sizeof app->share_folder, folder ? folder : "");
    }
}

/* On the very first start the desktop's wishes are the first settings; changed ever after by the
 * couple alone. */
void app_take_wishes(App *app, Wishes wishes) {
    const Event events[] = {{.kind = EV_SETTING, .value = SETTING_CALM, .amount = 1},
                            {.kind = EV_SETTING, .value = SETTING_CONTRAST, .amount = 1}};
    const bool is_wished[] = {wishes.calm, wishes.strong};
    for (int i = 0; i < 2; i++) {
        if (is_wished[i]) {
            app_dispatch(app, &events[i]);
        }
    }
}

void app_load_facts(App *app) {
    Diag diag = {0};
    char mark[STORE_BOOKMARK_MAX] = "";
    Err err = store_load(app->store, take_fact, app, &diag);
    if (!err) {
        err = store_load_bookmark(app->store, mark, &diag);
    }
    if (err) {
        block(app, &diag);
        return;
    }
    game_apply_bookmark(app->game, mark);
    apply_window_settings(app);
    bool is_first = !app->game->has_couple;
    app_dispatch(app, &(Event){.kind = EV_START});
    if (is_first && !app->headless) {
        app_take_wishes(app, wishes_of_system());
    }
}

void app_reload_content(App *app) {
    Content content;
    Diag diag = {0};
    app->notice[0] = '\0';
    if (load_content(app, &content, &diag) != ERR_OK) {
        content_free(&content);
        diag_print(&diag, app->notice, (int)sizeof app->notice);
        return;
    }
    content_free(&app->content);
    app->content = content;
    app->world.practice = app->content.practice;
    note_findings(app);
    game_init(app->game);
    app->wake_utc_ms = 0;
    app_load_facts(app);
}

void app_load(App *app, const char *folder) {
    Diag diag = {0};
    Err err = store_open(folder, &app->store, &diag);
    app->is_loading = false;
    if (err) {
        block(app, &diag);
        return;
    }
    if (diag.message[0]) {
        diag_print(&diag, app->notice, (int)sizeof app->notice); /* mended: a warning to show */
    }
    if (!app->headless) {
        store_set_wake(app->store, app_wake_window, NULL);
    }
    choose_share_folder(app, folder);
    app->tended_ms = app_now_ms(app);
    app_load_facts(app);
    app_remove_expire(app);
}

void app_start_sound(App *app) {
    char folder[FILES_PATH_MAX];
    if (files_resource_dir(TB_SOURCE_DIR "/assets/audio", "audio", folder, NULL) != ERR_OK) {
        return;
    }
    AudioOptions options = {.folder = folder,
                            .music = app->game->settings[SETTING_MUSIC],
                            .effects = app->game->settings[SETTING_EFFECTS],
                            .close_after_ms = 3000};
    app->audio = audio_open(&options);
}

void app_close(App *app) {
    app_phones_close(app);
    app_desk_close(app);
    store_close(app->store);
    fade_close(&app->fade);
    window_close(app->window);
    voice_close(app->voice);
    audio_close(app->audio);
    if (app->renderer) {
        render_close(app->renderer);
    }
    input_close(app->input);
    content_free(&app->content);
    places_free(&app->places);
    free(app->world.scratch);
    free(app->game);
    free(app->ui);
    free(app->list);
    *app = (App){0};
}

static bool is_evening(const App *app, Now now) {
    enum { EVENING_FROM_MIN = 18 * 60 + 30, EVENING_UNTIL_MIN = 6 * 60 + 30 };
    switch ((ThemeChoice)app->game->settings[SETTING_THEME]) {
    case THEME_CHOICE_DAY: return false;
    case THEME_CHOICE_EVENING: return true;
    case THEME_CHOICE_CLOCK: break;
    }
    int minute = now_minute_of_day(now); /* STYLE.md 2: 18:30 where sunset isn't known */
    return minute >= EVENING_FROM_MIN || minute < EVENING_UNTIL_MIN;
}

static bool shows_answers(const App *app) {
    const Game *game = app->game;
    const Play *play = &game->play;
    bool talks = play->card && play->card->kind == CARD_TALK && card_talk_reply_at(play, 0);
    bool phase = (play->phase == PHASE_PICK && (game_has_answers(game) || talks)) ||
                 game_scene_runs(game) || play->phase == PHASE_SECOND_PICK ||
                 (play->phase == PHASE_LAND && !play->in_turn);
    return game->screen == SCREEN_CARD && phase && !game->overlay_count &&
           !game_reads_secretly(game);
}

static const char *caption_key(const App *app) {
    static const char *const keys[CUE_COUNT] = {
        [CUE_SELECT] = "",
        [CUE_CONFIRM] = "",
        [CUE_STONE] = "caption.stone",
        [CUE_WALL] = "caption.wall",
        [CUE_LANTERN] = "caption.lantern",
    };
    return app_now_ms(app) < app->caption_until_ms ? keys[app->caption_cue] : "";
}

static void follow_wishes(const App *app, Ui *ui, Now now) {
    const int *settings = app->game->settings;
    ui->text_scale = (float)settings[SETTING_TEXT_PERCENT] / 100;
    ui->calm = settings[SETTING_CALM] != 0;
    ui->easy_letters = settings[SETTING_LETTERS] != 0;
    ui->strong = settings[SETTING_CONTRAST] != 0;
    ui->evening = is_evening(app, now);
    ui->prompts = *input_prompts(app->input);
}

void app_declare(App *app, AppView *view, const Input *input,
                 void (*build)(ScreenContext *context)) {
    Now now = clock_now(&app->clock);
    float width, height;
    window_canvas(view->window, &width, &height);
    follow_wishes(app, view->ui, now);
    int32_t rollover_h = 0; /* the season follows the calendar, not the evening */
    CivilDate date = day_to_civil(day_today(now, rollover_h));
    ScreenContext context = {
        .ui = view->ui,
        .game = app->game,
        .world = &app->world,
        .content = &app->content,
        .places = app->has_places ? &app->places : NULL,
        .memory = &app->memory,
        .room = app_phones_sight(app),
        .kept = &app->kept,
        .now = now,
        .season = season_of_month(date.month, app->game->settings[SETTING_SOUTH] != 0),
        .notice = app->notice,
        .caption = caption_key(app),
        .is_loading = app->is_loading,
        .is_blocked = app->is_blocked,
    };
    ui_begin(view->ui, view->list, width, height, input, app_now_ms(app));
    build(&context);
    ui_end(view->ui);
    view->is_current = !context.has_event;
    if (context.has_event) {
        app_dispatch(app, &context.event);
    }
}

void app_build(App *app, const Input *input) {
    AppView view = {app->window, app->ui, app->list, false};
    app->frames_built++;
    app_declare(app, &view, input, screens_build);
    app->list_is_current = view.is_current;
    if (view.is_current) {
        app_voice_follow(app); /* else this frame shows what was before its event */
    }
}

RenderTheme app_theme(const Ui *ui) {
    if (ui->strong) {
        return ui->evening ? RENDER_EVENING_STRONG : RENDER_DAY_STRONG;
    }
    return ui->evening ? RENDER_EVENING : RENDER_DAY;
}

static void follow_state(App *app) {
    input_set_answers(app->input, shows_answers(app));
    input_set_leads(app->input,
                    app->game->screen == SCREEN_WORKSHOP && app->game->overlay_count == 0);
    Rect caret = {0};
    for (int i = 0; i < app->ui->seen_count; i++) {
        if (app->ui->seen[i].id == app->ui->editing) {
            caret = app->ui->seen[i].rect;
        }
    }
    input_set_text(app->input, app->ui->editing != 0, caret);
}

bool app_take_inputs(App *app) {
    if (!app->headless) {
        input_pump(app->input, app->window, SDL_GetTicks());
    }
    Input input;
    bool took = false;
    while (input_next(app->input, &input)) {
        if (!app_desk_take(app, &input)) {
            app_voice_take(app, &input);
            app_build(app, &input);
        }
        follow_state(app);
        took = true;
    }
    char dropped[FILES_PATH_MAX];
    if (input_take_dropped(app->input, dropped)) {
        app_history_drop(app, dropped);
        took = true;
    }
    return app_keys_follow(app) || took;
}

void app_paint(App *app) {
    if (!app->list_is_current) {
        app_build(app, NULL);
        follow_state(app);
    }
    app->list_is_current = false;
    SDL_Surface *surface = window_surface(app->window);
    if (!surface) {
        return;
    }
    render_set_scale(app->renderer, window_scale(app->window));
    int count = 0;
    SDL_Surface *target = fade_target(app, surface);
    if (fade_prepares(app)) {
        return;
    }
    bool force = app->force_repaint || window_take_repaint(app->window);
    app->force_repaint = false;
    const SDL_Rect *rects =
        render_paint(app->renderer, target, app->list,
                     app_theme(app->ui), force, &count);
    if (fade_show(app, surface)) {
        window_present(app->window, NULL, 0);
        app->frames_painted++;
    } else if (count > 0) {
        window_present(app->window, rects, count);
        app->frames_painted++;
    }
    Diag diag;
    if (render_problem(app->renderer, &diag) != ERR_OK) {
        char line[APP_NOTICE_MAX];
        diag_print(&diag, line, (int)sizeof line);
        if (!text_equal(line, app->notice)) {
            text_copy(app->notice, sizeof app->notice, line);
            fprintf(stderr, "%s\n", line);
        }
    }
}

void app_advance(App *app, int ms) {
    app->virtual_ms += ms;
    clock_advance(&app->clock, ms);
}

Err app_save_picture(App *app, const char *path, Diag *diag) {
    return picture_save(window_surface(app->window), path, diag);
}
