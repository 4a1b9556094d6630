/* SPDX-License-Identifier: MIT */
/* Music and five sounds. Everything happens on a thread of its own: no call here waits for a
 * device. The device is open only while there is something to hear, since an open, silent one wakes
 * the processor 43 times a second. Without a device the game is silent and goes on. */
#ifndef TB_AUDIO_H
#define TB_AUDIO_H

#include "err.h"

#include <stdbool.h>

typedef struct Audio Audio;

/* In the order of Cue in src/core/game.h. */
typedef enum AudioCue {
    AUDIO_SELECT,
    AUDIO_CONFIRM,
    AUDIO_STONE,
    AUDIO_WALL,
    AUDIO_LANTERN,
    AUDIO_CUE_COUNT
} AudioCue;

typedef struct AudioOptions {
    const char *folder; /* assets/audio; copied */
    int music, effects; /* volumes, 0..100 */
    int close_after_ms; /* silence before the device is closed; 0: at once. 3000 suits */
} AudioOptions;

/* Starts the thread, so call it after the first frame. Null when there is no memory or thread for
 * it; a null Audio is the silent twin: all functions take it and do nothing. */
Audio *audio_open(const AudioOptions *options);

/* Waits for the device to close, 70 ms at most as a rule: the window should be gone already. */
void audio_close(Audio *audio);

/* Plays a cue after `delay_ms`, slightly to the side of `player` (1 or 2; 0: the middle). More than
 * 16 waiting: the newest is left out. */
void audio_play(Audio *audio, AudioCue cue, int player, int delay_ms);

void audio_set_volumes(Audio *audio, int music, int effects);

/* Music 6 dB softer for that long, with soft edges. */
void audio_duck(Audio *audio, int duration_ms);

/* False while the window is hidden or has long lost the focus: music fades out, and goes on from
 * the same bar later. */
void audio_set_awake(Audio *audio, bool is_awake);

/* The first problem so far (no device, or which file is missing), else ERR_OK. */
Err audio_problem(Audio *audio, Diag *diag);

/* For tests: waits until all calls so far have been taken in; true if the device is open then. */
bool audio_settle(Audio *audio);

#endif
