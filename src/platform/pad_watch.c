/* SPDX-License-Identifier: MIT */
/* inotify on /dev/input, in a thread that does nothing but wait. */
#include "pad_watch.h"
#include "window.h"

#include <SDL.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

struct PadWatch {
    int folder; /* inotify */
    int stop;   /* eventfd: written to end the thread */
    SDL_atomic_t has_changed;
    SDL_Thread *thread;
};

/* A new device becomes readable a moment after it appears: that is a change of attributes. Without
 * any device there may be no /dev/input yet, so its coming is watched too. */
static bool add_watches(int folder) {
    bool has_parent = inotify_add_watch(folder, "/dev", IN_CREATE) >= 0;
    bool has_folder =
        inotify_add_watch(folder, "/dev/input", IN_CREATE | IN_ATTRIB | IN_DELETE) >= 0;
    return has_parent || has_folder;
}

/* The events' details don't matter, but they have to be read. */
static void drain(int folder) {
    char bytes[4096];
    while (read(folder, bytes, sizeof bytes) > 0) {
    }
}

static int SDLCALL run(void *context) {
    PadWatch *watch = context;
    struct pollfd both[2] = {{.fd = watch->folder, .events = POLLIN},
                             {.fd = watch->stop, .events = POLLIN}};
    while (!(both[1].revents & POLLIN)) {
        if (poll(both, 2, -1) > 0 && (both[0].revents & POLLIN)) {
            drain(watch->folder);
            add_watches(watch->folder); /* adding one twice changes nothing */
            SDL_AtomicSet(&watch->has_changed, 1);
            window_wake();
        }
    }
    return 0;
}

static void free_watch(PadWatch *watch) {
    if (watch->folder >= 0) {
        close(watch->folder);
    }
    if (watch->stop >= 0) {
        close(watch->stop);
    }
    free(watch);
}

PadWatch *pad_watch_start(void) {
    PadWatch *watch = calloc(1, sizeof *watch);
    if (!watch) {
        return NULL;
    }
    watch->folder = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watch->stop = eventfd(0, EFD_CLOEXEC);
    if (watch->folder >= 0 && watch->stop >= 0 && add_watches(watch->folder)) {
        watch->thread = SDL_CreateThread(run, "pads", watch);
    }
    if (!watch->thread) {
        free_watch(watch);
        return NULL;
    }
    return watch;
}

void pad_watch_stop(PadWatch *watch) {
    if (!watch) {
        return;
    }
    uint64_t one = 1;
    if (write(watch->stop, &one, sizeof one) == (ssize_t)sizeof one) {
        SDL_WaitThread(watch->thread, NULL);
        free_watch(watch);
    } else {
        SDL_DetachThread(watch->thread); /* it goes with the process */
    }
}

bool pad_watch_take(PadWatch *watch) {
    return SDL_AtomicCAS(&watch->has_changed, 1, 0);
}
