/* SPDX-License-Identifier: MIT */
/* The thread that plays: takes wishes from the game, decides when the device is open. */
#include "audio.h"
#include "audio_mixer.h"

#include <SDL.h>
#include <stdlib.h>

enum {
    WAITING_MAX = 16,
    DUCK_MILLI = 500,     /* 6 dB */
    RAMP_STEP_MILLI = 50, /* per tick: 6 dB in 200 ms */
    RAMP_TICK_MS = 20,
    LISTEN_MS = 250, /* how often to ask whether the last sound has ended */
    RETRY_AFTER_MS = 30000,
    FOREVER_MS = -1
};

typedef struct WaitingCue {
    AudioCue cue;
    int player;
    Uint32 due; /* ticks */
} WaitingCue;

/* What the game wants; guarded by the mutex. */
typedef struct Wishes {
    WaitingCue cues[WAITING_MAX];
    int cue_count;
    int music, effects; /* 0..100 */
    bool is_asleep;
    bool is_ducked;
    Uint32 duck_until;
    bool quits;
    unsigned asked; /* counts calls */
} Wishes;

struct Audio {
    SDL_mutex *mutex;
    SDL_cond *changed; /* wishes, for the thread; `taken`, for audio_settle */
    SDL_Thread *thread;
    Wishes wishes;
    unsigned taken; /* calls the thread has acted on */
    bool is_open;   /* as of then */
    Err problem;
    Diag problem_diag;
    /* Of the thread alone: */
    Mixer *mixer;
    int close_after_ms;
    int duck_milli; /* 1000: not ducked */
    bool is_silent;
    Uint32 silent_since;
    bool has_failed;
    Uint32 failed_at;
};

/* Hearing is closer to a power than to a line: half the slider sounds about half as loud. */
static int milli_of(int percent) {
    return percent * percent / 10;
}

static void note_problem(Audio *audio, Err err, const Diag *diag) {
    SDL_LockMutex(audio->mutex);
    if (err != ERR_OK && audio->problem == ERR_OK) {
        audio->problem = err;
        audio->problem_diag = *diag;
    }
    SDL_UnlockMutex(audio->mutex);
}

static bool open_device(Audio *audio, Uint32 ticks) {
    if (mixer_is_open(audio->mixer)) {
        return true;
    }
    if (audio->has_failed && !SDL_TICKS_PASSED(ticks, audio->failed_at + RETRY_AFTER_MS)) {
        return false;
    }
    Diag diag = {0};
    Err err = mixer_open(audio->mixer, &diag);
    note_problem(audio, err, &diag);
    audio->has_failed = !mixer_is_open(audio->mixer);
    audio->failed_at = ticks;
    return !audio->has_failed;
}

/* Plays what is due out of `now`; returns ms until the next one, or FOREVER_MS. */
static int play_due(Audio *audio, const Wishes *now, Uint32 ticks) {
    int next_ms = FOREVER_MS;
    for (int i = 0; i < now->cue_count; i++) {
        const WaitingCue *cue = &now->cues[i];
        if (!SDL_TICKS_PASSED(ticks, cue->due)) {
            int wait_ms = (int)(cue->due - ticks);
            next_ms = next_ms == FOREVER_MS ? wait_ms : SDL_min(next_ms, wait_ms);
        } else if (now->effects > 0 && open_device(audio, ticks)) {
            mixer_play(audio->mixer, cue->cue, cue->player, milli_of(now->effects));
        }
    }
    return next_ms;
}

/* Moves the music's volume a step towards where it should be; returns ms until the next step. */
static int ramp_music(Audio *audio, const Wishes *now, Uint32 ticks) {
    bool ducks = now->is_ducked && !SDL_TICKS_PASSED(ticks, now->duck_until);
    int target = ducks ? DUCK_MILLI : 1000;
    int step = SDL_clamp(target - audio->duck_milli, -RAMP_STEP_MILLI, RAMP_STEP_MILLI);
    audio->duck_milli += step;
    mixer_set_music_volume(audio->mixer, milli_of(now->music) * audio->duck_milli / 1000);
    if (audio->duck_milli != target) {
        return RAMP_TICK_MS;
    }
    return ducks ? (int)(now->duck_until - ticks) : FOREVER_MS;
}

static int tend_music(Audio *audio, const Wishes *now, Uint32 ticks) {
    bool wanted = now->music > 0 && !now->is_asleep;
    if (wanted && !open_device(audio, ticks)) {
        return FOREVER_MS; /* the next sound tries again */
    }
    mixer_set_music(audio->mixer, wanted);
    return wanted ? ramp_music(audio, now, ticks) : FOREVER_MS;
}

/* Closes the device after a while of silence; returns ms until it should look again. */
static int tend_silence(Audio *audio, const Wishes *now, Uint32 ticks) {
    if (!mixer_is_open(audio->mixer)) {
        return FOREVER_MS;
    }
    bool music_is_wanted = now->music > 0 && !now->is_asleep && mixer_has_music(audio->mixer);
    if (music_is_wanted) {
        audio->is_silent = false;
        return FOREVER_MS;
    }
    if (mixer_has_music(audio->mixer) || mixer_has_cues(audio->mixer)) {
        audio->is_silent = false;
        return LISTEN_MS;
    }
    if (!audio->is_silent) {
        audio->is_silent = true;
        audio->silent_since = ticks;
    }
    int left_ms = audio->close_after_ms - (int)(ticks - audio->silent_since);
    if (left_ms > 0) {
        return left_ms;
    }
    mixer_close(audio->mixer);
    audio->is_silent = false;
    return FOREVER_MS;
}

static int sooner(int a_ms, int b_ms) {
    if (a_ms == FOREVER_MS || b_ms == FOREVER_MS) {
        return SDL_max(a_ms, b_ms);
    }
    return SDL_min(a_ms, b_ms);
}

/* Copies the wishes and strikes out the cues that are due, which are played from the copy. */
static Wishes take_wishes(Audio *audio, Uint32 ticks) {
    Wishes now = audio->wishes;
    int kept = 0;
    for (int i = 0; i < now.cue_count; i++) {
        if (!SDL_TICKS_PASSED(ticks, now.cues[i].due)) {
            audio->wishes.cues[kept++] = now.cues[i];
        }
    }
    audio->wishes.cue_count = kept;
    return now;
}

/* One round without the lock held; returns ms until the next one is due. */
static int act(Audio *audio, const Wishes *now, Uint32 ticks) {
    int next_ms = play_due(audio, now, ticks);
    next_ms = sooner(next_ms, tend_music(audio, now, ticks));
    return sooner(next_ms, tend_silence(audio, now, ticks));
}

/* Called with the lock held; another wish may have come meanwhile, then there is no waiting. */
static void sleep_until(Audio *audio, int next_ms) {
    SDL_CondBroadcast(audio->changed);
    if (audio->wishes.asked != audio->taken) {
        return;
    }
    if (next_ms == FOREVER_MS) {
        SDL_CondWait(audio->changed, audio->mutex);
    } else {
        SDL_CondWaitTimeout(audio->changed, audio->mutex, (Uint32)next_ms);
    }
}

static int SDLCALL run(void *context) {
    Audio *audio = context;
    SDL_LockMutex(audio->mutex);
    while (!audio->wishes.quits) {
        Uint32 ticks = SDL_GetTicks();
        Wishes now = take_wishes(audio, ticks);
        SDL_UnlockMutex(audio->mutex);
        int next_ms = act(audio, &now, ticks);
        SDL_LockMutex(audio->mutex);
        audio->taken = now.asked;
        audio->is_open = mixer_is_open(audio->mixer);
        sleep_until(audio, next_ms);
    }
    SDL_UnlockMutex(audio->mutex);
    mixer_close(audio->mixer);
    return 0;
}

static void free_parts(Audio *audio) {
    mixer_destroy(audio->mixer);
    SDL_DestroyCond(audio->changed);
    SDL_DestroyMutex(audio->mutex);
    free(audio);
}

Audio *audio_open(const AudioOptions *options) {
    Audio *audio = calloc(1, sizeof *audio);
    if (!audio) {
        return NULL;
    }
    audio->mutex = SDL_CreateMutex();
    audio->changed = SDL_CreateCond();
    audio->mixer = mixer_create(options->folder);
    audio->wishes.music = options->music;
    audio->wishes.effects = options->effects;
    audio->close_after_ms = options->close_after_ms;
    audio->duck_milli = 1000;
    if (audio->mutex && audio->changed && audio->mixer) {
        audio->thread = SDL_CreateThread(run, "sound", audio);
    }
    if (!audio->thread) {
        free_parts(audio);
        return NULL;
    }
    return audio;
}

/* Every public call changes the wishes between these two. */
static Wishes *begin(Audio *audio) {
    SDL_LockMutex(audio->mutex);
    return &audio->wishes;
}

static void commit(Audio *audio) {
    audio->wishes.asked++;
    SDL_CondBroadcast(audio->changed);
    SDL_UnlockMutex(audio->mutex);
}

void audio_close(Audio *audio) {
    if (audio) {
        begin(audio)->quits = true;
        commit(audio);
        SDL_WaitThread(audio->thread, NULL);
        free_parts(audio);
    }
}

void audio_play(Audio *audio, AudioCue cue, int player, int delay_ms) {
    if (!audio) {
        return;
    }
    Wishes *wishes = begin(audio);
    if (wishes->cue_count < WAITING_MAX) {
        wishes->cues[wishes->cue_count++] =
            (WaitingCue){cue, player, SDL_GetTicks() + (Uint32)SDL_max(delay_ms, 0)};
    }
    commit(audio);
}

void audio_set_volumes(Audio *audio, int music, int effects) {
    if (!audio) {
        return;
    }
    Wishes *wishes = begin(audio);
    wishes->music = SDL_clamp(music, 0, 100);
    wishes->effects = SDL_clamp(effects, 0, 100);
    commit(audio);
}

void audio_duck(Audio *audio, int duration_ms) {
    if (!audio) {
        return;
    }
    Wishes *wishes = begin(audio);
    wishes->is_ducked = true;
    wishes->duck_until = SDL_GetTicks() + (Uint32)duration_ms;
    commit(audio);
}

void audio_set_awake(Audio *audio, bool is_awake) {
    if (!audio) {
        return;
    }
    Wishes *wishes = begin(audio);
    if (wishes->is_asleep == !is_awake) {
        SDL_UnlockMutex(audio->mutex); /* said every frame, it must not wake the thread */
        return;
    }
    wishes->is_asleep = !is_awake;
    commit(audio);
}

Err audio_problem(Audio *audio, Diag *diag) {
    if (!audio) {
        return ERR_OK;
    }
    SDL_LockMutex(audio->mutex);
    Err problem = audio->problem;
    if (problem != ERR_OK && diag) {
        *diag = audio->problem_diag;
    }
    SDL_UnlockMutex(audio->mutex);
    return problem;
}

bool audio_settle(Audio *audio) {
    if (!audio) {
        return false;
    }
    SDL_LockMutex(audio->mutex);
    unsigned asked = ++audio->wishes.asked;
    SDL_CondBroadcast(audio->changed);
    while (audio->taken < asked) {
        SDL_CondWait(audio->changed, audio->mutex);
    }
    bool is_open = audio->is_open;
    SDL_UnlockMutex(audio->mutex);
    return is_open;
}
