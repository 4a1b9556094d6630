/* SPDX-License-Identifier: MIT */
/* Replays: recorded input, played without a display, told in words; and the check that no frame
 * betrays what is still secret. */
#include "card_talk.h"
#include "event_names.h"
#include "puppet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MAX_BYTES = 256, WORDS_MAX = 5, REPLAY_MAX_BYTES = 256 * 1024 };

typedef struct Replay {
    App app;
    Options options;
    char folder[FILES_PATH_MAX];
    const char *file;
    int line;
    int frames;
    int leaks;
    bool is_open;
} Replay;

/* A line an event: what happened, and the state it led to, so that the first divergence is seen. */
static void tell_event(void *context, const Event *event) {
    const Replay *replay = context;
    if (event->kind == EV_SAVED || event->kind == EV_TICK) {
        return;
    }
    const Game *game = replay->app.game;
    bool card = game->screen == SCREEN_CARD && game->play.card;
    const PlanStep *step = lead_step(&game->lead);
    const char *more = card   ? phase_names[game->play.phase]
                       : step ? step_kind_names[step->kind]
                              : "";
    printf("%s %d %d -> %s%s%s %08x\n", event_names[event->kind], event->player, event->value,
           screen_names[game->screen], more[0] ? " " : "", more,
           (unsigned)(game_hash(game) & 0xFFFFFFFFu));
}

/* --- Secrecy -------------------------------------------------------------------------------- */

static uint64_t frame_hash(App *app) {
    app_build(app, NULL);
    return draw_hash(app->list);
}

static void expect_same(Replay *replay, uint64_t truth, const char *what) {
    if (frame_hash(&replay->app) != truth) {
        replay->leaks++;
        printf("line %d: the frame betrays %s\n", replay->line, what);
    }
}

/* Every frame in which a choice is hidden must look the same whatever the choice was. */
static void check_secrets(void *context, App *app) {
    Replay *replay = context;
    Game *game = app->game;
    Play *play = &game->play;
    replay->frames++;
    bool hidden =
        play->phase == PHASE_PICK || play->phase == PHASE_SAY || play->phase == PHASE_LAND;
    if (!play->card || !hidden || game->screen != SCREEN_CARD) {
        return;
    }
    frame_hash(app); /* an event that this very frame sends has happened after it */
    uint64_t truth = frame_hash(app);
    const Play kept = *play;
    for (int player = 0; player < 2; player++) {
        for (int place = 0; place < CARD_ANSWERS; place++) {
            if (kept.pick[player] >= 0 && kept.first_pick < 0) {
                play->pick[player] = place;
                expect_same(replay, truth, "a pick");
            }
            *play = kept;
            if (kept.guess[player] >= 0) {
                play->guess[player] = place;
                expect_same(replay, truth, "a guess");
            }
            *play = kept;
        }
    }
    for (int player = 0; player < 2; player++) {
        for (int i = 0; i < kept.show.press_count[player]; i++) {
            SceneMark *mark = &play->show.presses[player][i].mark;
            *mark = *mark == SCENE_MARK_BID ? SCENE_MARK_TURN_AWAY : SCENE_MARK_BID;
            expect_same(replay, truth, "what was seen in a scene");
            *play = kept;
        }
    }
    for (int row = 0; row < LANDING_ROWS && !kept.uncovered; row++) {
        for (int value = 0; value < LANDING_OPEN && kept.landing[row] != LANDING_OPEN; value++) {
            play->landing[row] = (Landing)value;
            expect_same(replay, truth, "a landing");
        }
        *play = kept;
    }
}

/* --- Commands ------------------------------------------------------------------------------- */

static Err open_app(Replay *replay, Diag *diag) {
    Err err = app_open(&replay->app, &replay->options, true, diag);
    if (!err) {
        replay->app.on_event = tell_event;
        replay->app.on_event_context = replay;
        app_load(&replay->app, replay->folder);
        replay->is_open = true;
        puppet_wait(&replay->app, 66);
    }
    return err;
}

/* Closes and starts again at the same moment: nothing may be lost. */
static Err restart(Replay *replay, Diag *diag) {
    replay->options.now = clock_now(&replay->app.clock);
    app_close(&replay->app);
    replay->is_open = false;
    printf("restart\n");
    return open_app(replay, diag);
}

static bool needs_app(const char *command) {
    return strcmp(command, "now") != 0 && strcmp(command, "seed") != 0 &&
           strcmp(command, "size") != 0;
}

static bool set_up(Replay *replay, char **words) {
    if (strcmp(words[0], "now") == 0) {
        replay->options.has_now = true;
        return now_parse(words[1], &replay->options.now);
    }
    if (strcmp(words[0], "seed") == 0) {
        replay->options.has_seed = true;
        replay->options.seed = strtoull(words[1], NULL, 10);
        return true;
    }
    return sscanf(words[1], "%dx%d", &replay->options.width_px, &replay->options.height_px) == 2;
}

static bool later(Replay *replay, const char *amount) {
    char unit = 0;
    int count = 0;
    if (sscanf(amount, "%d%c", &count, &unit) != 2 || !strchr("smhd", unit)) {
        return false;
    }
    int64_t seconds = unit == 's' ? 1 : unit == 'm' ? 60 : unit == 'h' ? 3600 : 86400;
    for (int64_t left = seconds * count; left > 0; left -= 3600) {
        app_advance(&replay->app, (int)(left < 3600 ? left : 3600) * 1000);
    }
    app_dispatch(&replay->app, &(Event){.kind = EV_TICK});
    puppet_wait(&replay->app, 66);
    return true;
}

static bool is_word(const char *word, const char *expected) {
    return strcmp(word, expected) == 0;
}

/* Of the answer or reply that stands there; -1 if none does. */
static int turn_at(const Game *game, int place) {
    if (game->play.card->kind == CARD_TALK) {
        const TalkReply *reply = card_talk_reply_at(&game->play, place);
        return reply ? reply->turn : -1;
    }
    return game_answer_at(game, place)->turn;
}

/* The place on screen of the kindest or the least kind answer; or a number 0 to 3. */
static int wanted_place(const Game *game, const char *word) {
    if (*word >= '0' && *word <= '3') {
        return *word - '0';
    }
    int sign = is_word(word, "worst") ? -1 : 1;
    int best = 0;
    for (int i = 1; i < CARD_ANSWERS; i++) {
        int turn = turn_at(game, i);
        best = turn >= 0 && (turn - turn_at(game, best)) * sign > 0 ? i : best;
    }
    return best;
}

static bool has_turns(const Game *game) {
    const Card *card = game->play.card;
    return card && (card->kind == CARD_RESPOND || card->kind == CARD_TALK);
}

/* `answer WHO best|worst|0..3 [pad]`: the player's own key, or face button, for that answer. WHO is
 * 1, 2, sharer or responder. */
static bool answer(Replay *replay, const char *who, const char *what, const char *device) {
    static const char *const keys[2][CARD_ANSWERS] = {{"Q", "W", "A", "S"}, {"U", "I", "J", "K"}};
    static const char *const buttons[CARD_ANSWERS] = {"x", "y", "a", "b"};
    const Game *game = replay->app.game;
    int player = is_word(who, "sharer")      ? game->play.sharer
                 : is_word(who, "responder") ? game_responder(game)
                                             : atoi(who);
    bool by_word = *what < '0' || *what > '3';
    if (player < 1 || player > 2 || (by_word && !has_turns(game))) {
        return false;
    }
    int place = wanted_place(game, what);
    return is_word(device, "pad") ? puppet_pad(&replay->app, player - 1, buttons[place])
                                  : puppet_key(&replay->app, keys[player - 1][place]);
}

/* The place of the piece of that row and turn; -1 if there is none on the table. */
static int wanted_piece(const Game *game, const char *part, int turn) {
    const Card *card = game->play.card;
    for (int place = 0; card && card->kind == CARD_REWORD && place < card->chunk_count; place++) {
        const Chunk *chunk = game_piece_at(game, place);
        if (is_word(part, part_names[chunk->part]) && chunk->turn == turn) {
            return place;
        }
    }
    return -1;
}

static bool command(Replay *replay, char **words, int count, Diag *diag) {
    App *app = &replay->app;
    const char *name = words[0], *first = words[1];
    int number = count > 2 ? atoi(words[2]) : 0;
    if (is_word(name, "key")) {
        return puppet_key(app, first);
    }
    if (is_word(name, "answer")) {
        return answer(replay, first, words[2], words[3]);
    }
    if (is_word(name, "choose")) { /* the control of the wanted answer, by mouse or touch */
        bool talks = app->game->play.card && app->game->play.card->kind == CARD_TALK;
        if (!app->game->play.card) {
            return false;
        }
        return puppet_click(app, talks ? "reply" : "answer", wanted_place(app->game, first), 33,
                            is_word(words[2], "touch"));
    }
    if (is_word(name, "hold")) {
        puppet_hold_key(app, SDL_GetScancodeFromName(first), number);
        return true;
    }
    if (is_word(name, "type")) {
        puppet_type(app, first);
        return true;
    }
    if (is_word(name, "click") || is_word(name, "touch")) {
        int ms = count > 3 ? atoi(words[3]) : 33;
        return puppet_click(app, first, number, ms, is_word(name, "touch"));
    }
    if (is_word(name, "lay")) { /* lay ROW TURN [touch]: the piece, by mouse or touch */
        return puppet_click(app, "piece", wanted_piece(app->game, first, number), 33,
                            is_word(words[3], "touch"));
    }
    if (is_word(name, "drag")) { /* drag NAME N TO-NAME N */
        return puppet_drag(app, first, number, words[3], atoi(words[4]));
    }
    if (is_word(name, "pad")) {
        return count > 2 && puppet_pad(app, atoi(first) - 1, words[2]);
    }
    if (is_word(name, "wait")) {
        puppet_wait(app, atoi(first));
        return true;
    }
    if (is_word(name, "later")) {
        return later(replay, first);
    }
    if (is_word(name, "restart")) {
        return restart(replay, diag) == ERR_OK;
    }
    if (is_word(name, "picture")) {
        return !replay->options.out || app_save_picture(app, first, diag) == ERR_OK;
    }
    return false;
}

static int split(char *line, char *words[WORDS_MAX]) {
    int count = 0;
    for (char *word = strtok(line, " \t\r\n"); word && count < WORDS_MAX;
         word = strtok(NULL, " \t\r\n")) {
        words[count++] = word;
    }
    for (int i = count; i < WORDS_MAX; i++) {
        words[i] = "";
    }
    return count;
}

static Err play_line(Replay *replay, char *line, Diag *diag) {
    char *words[WORDS_MAX];
    char *comment = strchr(line, '#');
    if (comment) {
        *comment = '\0';
    }
    int count = split(line, words);
    if (count == 0) {
        return ERR_OK;
    }
    bool works;
    if (!needs_app(words[0])) {
        works = set_up(replay, words);
    } else {
        if (!replay->is_open) {
            Err err = open_app(replay, diag);
            if (err) {
                return err;
            }
        }
        works = command(replay, words, count, diag);
    }
    return works ? ERR_OK
                 : diag_set(diag, ERR_FORMAT, replay->file, replay->line, 1,
                            "\"%s %s\" can't be done here: no such command, key or control on "
                            "this screen",
                            words[0], words[1]);
}

static void tell_end(Replay *replay) {
    const Game *game = replay->app.game;
    printf("screen %s, cards %d, bridge %d, wall %d, sparks %d, repairs %d, challenges %d\n",
           screen_names[game->screen], game->cards_played, game->tally.bridge, game->tally.wall,
           game->sparks, game->repairs, game->challenges_done);
    printf("evenings %d, streak %d, rest days %d\n", game->streak.lifetime_days,
           game->streak.current, game->streak.rest_left);
    if (replay->leaks > 0) {
        printf("secrets betrayed: %d\n", replay->leaks);
    }
}

static Err play_all(Replay *replay, char *text, Diag *diag) {
    Err err = ERR_OK;
    for (char *at = text; *at && !err;) {
        char line[LINE_MAX_BYTES];
        size_t length = strcspn(at, "\n");
        replay->line++;
        snprintf(line, sizeof line, "%.*s", (int)length, at);
        err = play_line(replay, line, diag);
        at += length + (at[length] == '\n');
    }
    return err;
}

static Err scratch_folder(const Options *options, char folder[FILES_PATH_MAX], Diag *diag) {
    if (options->data_dir) {
        return files_data_dir(options->data_dir, folder, diag);
    }
    const char *parent = getenv("TMPDIR");
    snprintf(folder, FILES_PATH_MAX, "%s/tiny-bridges-XXXXXX", parent ? parent : "/tmp");
    return mkdtemp(folder)
               ? ERR_OK
               : diag_set(diag, ERR_DENIED, folder, 0, 0, "A scratch folder could not be made.");
}

static bool remove_file(void *context, const char *path) {
    (void)context;
    return remove(path) == 0;
}

/* Everything that the replay left behind, what it wrote out included. */
static void clear_folder(Replay *replay) {
    char backups[FILES_PATH_MAX];
    if (replay->app.store) {
        store_erase(replay->app.store, NULL);
    }
    files_list(replay->folder, "tiny-bridges", remove_file, NULL);
    app_close(&replay->app);
    if (files_join(replay->folder, "backups", backups, NULL) == ERR_OK) {
        remove(backups);
    }
    remove(replay->folder);
}

int run_replay(const Options *options) {
    static Replay replay;
    Diag diag = {0};
    char *text = NULL;
    size_t size;
    replay = (Replay){.options = *options, .file = options->file};
    Err err = files_read(options->file, REPLAY_MAX_BYTES, &text, &size, &diag);
    if (!err) {
        err = scratch_folder(options, replay.folder, &diag);
    }
    if (!err) {
        puppet_watch(check_secrets, &replay);
        err = play_all(&replay, text, &diag);
    }
    if (replay.is_open) {
        tell_end(&replay);
    }
    if (replay.folder[0] && !options->data_dir) {
        clear_folder(&replay);
    } else {
        app_close(&replay.app);
    }
    free(text);
    if (err) {
        char line[APP_NOTICE_MAX];
        diag_print(&diag, line, (int)sizeof line);
        fprintf(stderr, "%s\n", line);
    }
    return err || replay.leaks ? 1 : 0;
}
