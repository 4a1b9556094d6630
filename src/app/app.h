/* SPDX-License-Identifier: MIT */
/* The shell around the pure core: owns everything that lasts, turns input into events, carries out
 * effects, paints frames. The window, the demo, replays and pictures all run this one. */
#ifndef TB_APP_H
#define TB_APP_H

#include "audio.h"
#include "clock.h"
#include "content.h"
#include "draw.h"
#include "files.h"
#include "game.h"
#include "input_sdl.h"
#include "options.h"
#include "places.h"
#include "render.h"
#include "screen.h"
#include "store.h"
#include "ui.h"
#include "ui_spoken.h"
#include "voice.h"
#include "window.h"
#include "wishes.h"

enum {
    APP_PENDING_MAX = 64,
    APP_PENDING_FACTS = EFFECTS_MAX,
    APP_NOTICE_MAX = 512,
    APP_WINDOW_TEXT = 64
};

#define APP_STAYS_MS INT64_MAX

/* A transaction on its way to the disk, or refused by it. */
typedef struct Pending {
    int ticket; /* 0: the place is free; -1: failed, waits for a retry */
    Fact facts[APP_PENDING_FACTS];
    int count;
    bool has_mark;
    char mark[STORE_BOOKMARK_MAX];
} Pending;

/* What the last frame showed. */
typedef struct FadeScene {
    bool is_known;
    Screen screen;
    int overlays;
    bool evening;
    int width, height;
} FadeScene;

/* A change from one picture to the next (app_fade.h). */
typedef struct Fade {
    SDL_Surface *from, *to; /* null: none goes on */
    uint32_t *ground; /* what of `from` lies behind all that moves or is pressed; null: unknown */
    uint32_t *rows;   /* two, for mixing */
    bool is_ready; /* `to` is painted; until then the old picture stays */
    int turns;     /* taken by painting it */
    uint32_t starts;
    int64_t start_ms;
    int duration_ms;
    float pan; /* pixels a point as it moves on; 0: it doesn't, negative: right to left */
    FadeScene scene;
} Fade;

/* What was said aloud last. */
typedef struct Spoken {
    uint64_t place; /* of the page heard last; 0: none */
    UiId focus;
    UiSpoken page;
    int64_t until_ms; /* about when it ends */
} Spoken;

typedef struct App {
    Options options;
    bool headless;
    Window *window;
    InputSource *input;
    Renderer *renderer;
    DrawList *list;
    Ui *ui;
    Game *game;
    Content content;
    Places places;
    bool has_places;
    Store *store;
    Kept kept; /* what the settings show of it */
    StoreBackup backups[STORE_BACKUPS_MAX];    /* those of `kept`, in its order */
    StoreAside asides[STORE_ASIDE_MAX];        /* ... and what was removed, in its order */
    char share_folder[FILES_PATH_MAX];         /* where a copy goes that others may read */
    char levels_dir[FILES_PATH_MAX];
    int64_t watch_due_ms;                      /* --watch: when to look at the files again */
    uint64_t watch_stamp;                      /* 0: not looked yet */
    int64_t tended_ms;                         /* when the last hourly copy was asked for */
    struct RoomDoor *door;                     /* the workshop's server; null: none is due */
    struct Desk *desk;                         /* the leader's own screen; null: none is open */
    bool desk_was_closed;                      /* by hand, in this workshop */
    HistoryAct history_act;                    /* asked for by the event at hand ... */
    int history_index;
    bool has_history_act;                      /* ... if it was */
    Audio *audio;
    Voice *voice;
    Spoken spoken;
    Clock clock;
    char zone[CLOCK_ZONE_MAX]; /* of the event at hand */
    int64_t virtual_ms; /* headless: the monotonic time */
    World world;
    ScreenMemory memory;
    Pending pending[APP_PENDING_MAX];
    bool is_loading, is_blocked;
    char notice[APP_NOTICE_MAX];
    Cue caption_cue;
    int64_t caption_until_ms; /* 0: none; APP_STAYS_MS: until the next press */
    int64_t wake_utc_ms;      /* 0: none */
    int music_volume, effects_volume;
    bool quits;
    bool captures;       /* the next key pressed is being bound ... */
    int captures_action; /* ... to this action */
    bool force_repaint;
    bool fades; /* screens and themes change little by little */
    Fade fade;
    bool list_is_current; /* built for an input just now, and nothing has changed since */
    int frames_built, frames_painted;
    void (*on_event)(void *context, const Event *event); /* replays listen here; may be null */
    void *on_event_context;
} App;

/* Content, renderer, window (or surface), input. Not yet the couple's file. On an error `diag` says
 * why, and app_close is due all the same. */
Err app_open(App *app, const Options *options, bool headless, Diag *diag);

/* The couple's file: facts into the game, then EV_START. A file that can't be used blocks the game
 * and says why on screen. `folder` null: in memory. */
void app_load(App *app, const char *folder);

/* All facts and the bookmark into an empty game, then EV_START. On an error the game is blocked. */
void app_load_facts(App *app);

/* Decks and texts anew, and the game from its facts. If they can't be read the old ones stay;
 * either way the first thing that is wrong becomes the notice. */
void app_reload_content(App *app);

/* What the desktop wishes becomes the couple's settings, as if they had switched it on. */
void app_take_wishes(App *app, Wishes wishes);

/* Sound; after the first frame. */
void app_start_sound(App *app);

void app_close(App *app);

/* One event into the game, and its effects. */
void app_dispatch(App *app, const Event *event);

/* Takes all waiting inputs, building one frame for each. True if there were any. */
bool app_take_inputs(App *app);

/* Due ticks and finished savings. True if something changed. */
bool app_take_time(App *app);

/* Declares a frame for `input` (may be null) without painting; an event of it is dispatched. */
void app_build(App *app, const Input *input);

/* One window's picture: what app_build does for the first one, with any screen. */
typedef struct AppView {
    Window *window;
    Ui *ui;
    DrawList *list;
    bool is_current; /* it shows the game as it is now: no event came of it */
} AppView;
void app_declare(App *app, AppView *view, const Input *input,
                 void (*build)(ScreenContext *context));

/* A painter of the game's own art and letters. */
Err app_open_renderer(Renderer **renderer, Diag *diag);
RenderTheme app_theme(const Ui *ui);

/* Builds and paints what changed. */
void app_paint(App *app);

/* Headless: lets `ms` pass at once. */
void app_advance(App *app, int ms);

/* Monotonic milliseconds of this app. */
int64_t app_now_ms(const App *app);

/* Writes the present picture as a PNG. */
Err app_save_picture(App *app, const char *path, Diag *diag);

/* The modes of the program; exit status. */
int run_play(const Options *options);
int run_demo(const Options *options);
int run_replay(const Options *options);
int run_shots(const Options *options);
int run_card(const Options *options);
int run_bench(const Options *options);
int run_bench_store(const Options *options);
int run_history(const Options *options);

#endif
