/* SPDX-License-Identifier: MIT */
/* Hands texts to speech-dispatcher, which is found at run time and need not be there. */
#include "voice.h"

#include "window.h"

#include <SDL.h>
#include <libspeechd.h>

enum { LANGUAGE_MAX = 16 };

/* The functions of the library that are used, with its own types. */
typedef struct SpeechLibrary {
    void *object;
    __typeof__(&spd_open) open;
    __typeof__(&spd_close) close;
    __typeof__(&spd_say) say;
    __typeof__(&spd_cancel) cancel;
    __typeof__(&spd_set_language) set_language;
    __typeof__(&spd_set_volume) set_volume;
} SpeechLibrary;

struct Voice {
    bool is_mute;
    SDL_Thread *thread; /* null until there is something to say */
    SDL_mutex *lock;    /* for all below */
    SDL_cond *wake;
    char text[VOICE_TEXT_MAX], language[LANGUAGE_MAX];
    int volume;
    bool is_new, is_closing, is_done, is_missing;
};

/* POSIX lets data and function pointers be exchanged; C does not, hence the copy. */
static bool link_function(void *object, const char *name, void *slot) {
    void *found = SDL_LoadFunction(object, name);
    SDL_memcpy(slot, &found, sizeof found);
    return found != NULL;
}

static SPDConnection *connect(SpeechLibrary *library) {
    *library = (SpeechLibrary){.object = SDL_LoadObject("libspeechd.so.2")};
    void *object = library->object;
    bool has_all = object && link_function(object, "spd_open", &library->open) &&
                   link_function(object, "spd_close", &library->close) &&
                   link_function(object, "spd_say", &library->say) &&
                   link_function(object, "spd_cancel", &library->cancel) &&
                   link_function(object, "spd_set_language", &library->set_language) &&
                   link_function(object, "spd_set_volume", &library->set_volume);
    return has_all ? library->open("tiny-bridges", "game", NULL, SPD_MODE_SINGLE) : NULL;
}

static void say(const SpeechLibrary *library, SPDConnection *connection, const Voice *told) {
    library->cancel(connection);
    if (told->text[0]) {
        library->set_language(connection, told->language);
        library->set_volume(connection, told->volume * 2 - 100); /* theirs is -100..100 */
        library->say(connection, SPD_MESSAGE, told->text);
    }
}

/* Waits for the next text; false at the end. */
static bool take(Voice *voice, Voice *told) {
    SDL_LockMutex(voice->lock);
    while (!voice->is_new && !voice->is_closing) {
        SDL_CondWait(voice->wake, voice->lock);
    }
    voice->is_new = false;
    *told = *voice;
    SDL_UnlockMutex(voice->lock);
    return !told->is_closing;
}

static void free_voice(Voice *voice) {
    SDL_DestroyCond(voice->wake);
    SDL_DestroyMutex(voice->lock);
    SDL_free(voice);
}

static void end(Voice *voice, bool is_missing) {
    SDL_LockMutex(voice->lock);
    voice->is_done = true;
    voice->is_missing = is_missing;
    bool is_left = voice->is_closing;
    SDL_UnlockMutex(voice->lock);
    if (is_left) {
        free_voice(voice);
    } else if (is_missing) {
        window_wake(); /* which may be asleep, and has something to say in writing */
    }
}

static int run(void *data) {
    Voice *voice = data;
    SpeechLibrary library;
    SPDConnection *connection = connect(&library);
    Voice told; /* a copy: saying it may take a while */
    while (connection && take(voice, &told)) {
        say(&library, connection, &told);
    }
    if (connection) {
        library.cancel(connection);
        library.close(connection);
    }
    SDL_UnloadObject(library.object);
    end(voice, !connection);
    return 0;
}

Voice *voice_open(bool is_mute) {
    Voice *voice = SDL_calloc(1, sizeof *voice);
    if (!voice) {
        return NULL;
    }
    voice->is_mute = is_mute;
    voice->lock = SDL_CreateMutex();
    voice->wake = SDL_CreateCond();
    if (!voice->lock || !voice->wake) {
        free_voice(voice);
        return NULL;
    }
    return voice;
}

void voice_close(Voice *voice) {
    if (!voice) {
        return;
    }
    if (!voice->thread) {
        free_voice(voice);
        return;
    }
    /* Whoever comes last puts the light out: a service that is slow to start keeps nobody here. */
    SDL_DetachThread(voice->thread);
    SDL_LockMutex(voice->lock);
    voice->is_closing = true;
    bool is_done = voice->is_done;
    SDL_CondSignal(voice->wake);
    SDL_UnlockMutex(voice->lock);
    if (is_done) {
        free_voice(voice);
    }
}

void voice_say(Voice *voice, const char *text, const char *language, int volume) {
    if (!voice) {
        return;
    }
    SDL_LockMutex(voice->lock);
    SDL_utf8strlcpy(voice->text, text, sizeof voice->text);
    SDL_strlcpy(voice->language, language, sizeof voice->language);
    voice->volume = volume;
    voice->is_new = true;
    SDL_CondSignal(voice->wake);
    SDL_UnlockMutex(voice->lock);
    if (!voice->is_mute && !voice->thread && text[0]) {
        voice->thread = SDL_CreateThread(run, "voice", voice);
    }
}

bool voice_take_missing(Voice *voice) {
    if (!voice || !voice->thread) {
        return false;
    }
    SDL_LockMutex(voice->lock);
    bool is_missing = voice->is_missing;
    voice->is_missing = false;
    SDL_UnlockMutex(voice->lock);
    return is_missing;
}

const char *voice_last(const Voice *voice) {
    return voice ? voice->text : "";
}
