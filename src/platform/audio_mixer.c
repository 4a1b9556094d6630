/* SPDX-License-Identifier: MIT */
/* The device, the music and the sounds, through SDL2_mixer found at run time. */
#include "audio_mixer.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    RATE_HZ = 48000, /* of the recordings */
    BUFFER_SAMPLES = 1024,
    CHANNELS = 8,
    FADE_IN_MS = 1500,
    FADE_OUT_MS = 600,
    PAN_NEAR = 255,
    PAN_FAR = 165, /* about 4 dB less on the other side */
    PATH_MAX_BYTES = 1024
};

static const char *const cue_files[AUDIO_CUE_COUNT] = {
    [AUDIO_SELECT] = "select.ogg",       [AUDIO_CONFIRM] = "confirm.ogg",
    [AUDIO_STONE] = "stone_laid.ogg",    [AUDIO_WALL] = "wall_stone.ogg",
    [AUDIO_LANTERN] = "lantern_lit.ogg",
};
static const char music_file[] = "stepping_stones.ogg";

/* The functions of the library that are used, with its own types. */
typedef struct MixerLibrary {
    void *object;
    __typeof__(&Mix_OpenAudioDevice) open_device;
    __typeof__(&Mix_CloseAudio) close_device;
    __typeof__(&Mix_Quit) quit;
    __typeof__(&Mix_AllocateChannels) allocate_channels;
    __typeof__(&Mix_LoadWAV_RW) load_sound;
    __typeof__(&Mix_FreeChunk) free_sound;
    __typeof__(&Mix_LoadMUS) load_music;
    __typeof__(&Mix_FreeMusic) free_music;
    __typeof__(&Mix_FadeInMusicPos) fade_in_music;
    __typeof__(&Mix_FadeOutMusic) fade_out_music;
    __typeof__(&Mix_GetMusicPosition) music_position;
    __typeof__(&Mix_PlayingMusic) playing_music;
    __typeof__(&Mix_VolumeMusic) volume_music;
    __typeof__(&Mix_PlayChannelTimed) play_channel;
    __typeof__(&Mix_Volume) volume;
    __typeof__(&Mix_SetPanning) set_panning;
    __typeof__(&Mix_Playing) playing;
} MixerLibrary;

struct Mixer {
    char folder[PATH_MAX_BYTES];
    MixerLibrary library;
    bool is_open;
    bool music_is_on;
    double music_at_s; /* where the music was when it stopped */
    Mix_Music *music;
    Mix_Chunk *cues[AUDIO_CUE_COUNT];
};

/* POSIX lets data and function pointers be exchanged; C does not, hence the copy. */
static bool link_function(void *object, const char *name, void *slot) {
    void *found = SDL_LoadFunction(object, name);
    SDL_memcpy(slot, &found, sizeof found);
    return found != NULL;
}

static bool link_functions(MixerLibrary *library) {
    const struct {
        const char *name;
        void *slot;
    } rows[] = {
        {"Mix_OpenAudioDevice", &library->open_device},
        {"Mix_CloseAudio", &library->close_device},
        {"Mix_Quit", &library->quit},
        {"Mix_AllocateChannels", &library->allocate_channels},
        {"Mix_LoadWAV_RW", &library->load_sound},
        {"Mix_FreeChunk", &library->free_sound},
        {"Mix_LoadMUS", &library->load_music},
        {"Mix_FreeMusic", &library->free_music},
        {"Mix_FadeInMusicPos", &library->fade_in_music},
        {"Mix_FadeOutMusic", &library->fade_out_music},
        {"Mix_GetMusicPosition", &library->music_position},
        {"Mix_PlayingMusic", &library->playing_music},
        {"Mix_VolumeMusic", &library->volume_music},
        {"Mix_PlayChannelTimed", &library->play_channel},
        {"Mix_Volume", &library->volume},
        {"Mix_SetPanning", &library->set_panning},
        {"Mix_Playing", &library->playing},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (!link_function(library->object, rows[i].name, rows[i].slot)) {
            return false;
        }
    }
    return true;
}

static bool link_library(MixerLibrary *library) {
    static const char *const names[] = {"libSDL2_mixer-2.0.so.0", "libSDL2_mixer.so"};
    for (size_t i = 0; i < sizeof names / sizeof names[0] && !library->object; i++) {
        library->object = SDL_LoadObject(names[i]);
    }
    if (library->object && !link_functions(library)) {
        SDL_UnloadObject(library->object);
        library->object = NULL;
    }
    return library->object != NULL;
}

Mixer *mixer_create(const char *folder) {
    Mixer *mixer = calloc(1, sizeof *mixer);
    if (mixer) {
        SDL_strlcpy(mixer->folder, folder, sizeof mixer->folder);
    }
    return mixer;
}

void mixer_destroy(Mixer *mixer) {
    if (!mixer) {
        return;
    }
    mixer_close(mixer);
    if (mixer->library.object) {
        mixer->library.quit(); /* the object stays: decoders leave threads' data behind */
    }
    free(mixer);
}

bool mixer_is_open(const Mixer *mixer) {
    return mixer->is_open;
}

static void path_of(const Mixer *mixer, const char *file, char *path, size_t size) {
    snprintf(path, size, "%s/%s", mixer->folder, file);
}

static Err missing(const char *path, Diag *diag) {
    return diag_set(diag, ERR_NOT_FOUND, path, 0, 0, "this sound cannot be read: %s",
                    SDL_GetError());
}

/* Music is streamed from its file: decoding it whole would take 90 ms and 10 MB. */
static Err load_sounds(Mixer *mixer, Diag *diag) {
    Err err = ERR_OK;
    char path[PATH_MAX_BYTES + 32];
    for (int i = 0; i < AUDIO_CUE_COUNT; i++) {
        path_of(mixer, cue_files[i], path, sizeof path);
        SDL_RWops *file = SDL_RWFromFile(path, "rb");
        mixer->cues[i] = file ? mixer->library.load_sound(file, 1) : NULL;
        if (!mixer->cues[i] && err == ERR_OK) {
            err = missing(path, diag);
        }
    }
    path_of(mixer, music_file, path, sizeof path);
    mixer->music = mixer->library.load_music(path);
    if (!mixer->music && err == ERR_OK) {
        err = missing(path, diag);
    }
    return err;
}

Err mixer_open(Mixer *mixer, Diag *diag) {
    if (!mixer->library.object && !link_library(&mixer->library)) {
        return diag_set(diag, ERR_UNAVAILABLE, NULL, 0, 0,
                        "There is no sound: SDL2_mixer is not installed (%s).", SDL_GetError());
    }
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        return diag_set(diag, ERR_UNAVAILABLE, NULL, 0, 0, "There is no sound: %s.",
                        SDL_GetError());
    }
    if (mixer->library.open_device(RATE_HZ, AUDIO_S16SYS, 2, BUFFER_SAMPLES, NULL,
                                   SDL_AUDIO_ALLOW_FREQUENCY_CHANGE) != 0) {
        Err err = diag_set(diag, ERR_UNAVAILABLE, NULL, 0, 0,
                           "There is no sound: no device could be opened (%s).", SDL_GetError());
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return err;
    }
    mixer->is_open = true;
    mixer->library.allocate_channels(CHANNELS);
    return load_sounds(mixer, diag);
}

static void note_music_position(Mixer *mixer) {
    if (mixer->music && mixer->library.playing_music()) {
        double at_s = mixer->library.music_position(mixer->music);
        mixer->music_at_s = at_s > 0 ? at_s : 0;
    }
}

void mixer_close(Mixer *mixer) {
    if (!mixer->is_open) {
        return;
    }
    note_music_position(mixer);
    for (int i = 0; i < AUDIO_CUE_COUNT; i++) {
        mixer->library.free_sound(mixer->cues[i]);
        mixer->cues[i] = NULL;
    }
    mixer->library.free_music(mixer->music);
    mixer->music = NULL;
    mixer->library.close_device();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    mixer->is_open = false;
    mixer->music_is_on = false;
}

void mixer_set_music(Mixer *mixer, bool is_on) {
    if (!mixer->is_open || !mixer->music || is_on == mixer->music_is_on) {
        return;
    }
    mixer->music_is_on = is_on;
    if (is_on) {
        mixer->library.fade_in_music(mixer->music, -1, FADE_IN_MS, mixer->music_at_s);
    } else {
        note_music_position(mixer);
        mixer->library.fade_out_music(FADE_OUT_MS);
    }
}

bool mixer_has_music(const Mixer *mixer) {
    return mixer->is_open && mixer->library.playing_music() != 0;
}

static int volume_of(int milli) {
    return MIX_MAX_VOLUME * milli / 1000;
}

void mixer_set_music_volume(Mixer *mixer, int milli) {
    if (mixer->is_open) {
        mixer->library.volume_music(volume_of(milli));
    }
}

void mixer_play(Mixer *mixer, AudioCue cue, int player, int milli) {
    if (!mixer->is_open || !mixer->cues[cue]) {
        return;
    }
    int channel = mixer->library.play_channel(-1, mixer->cues[cue], 0, -1);
    if (channel < 0) {
        return; /* eight at once are enough */
    }
    mixer->library.volume(channel, volume_of(milli));
    mixer->library.set_panning(channel, player == 2 ? PAN_FAR : PAN_NEAR,
                               player == 1 ? PAN_FAR : PAN_NEAR);
}

bool mixer_has_cues(const Mixer *mixer) {
    return mixer->is_open && mixer->library.playing(-1) > 0;
}
