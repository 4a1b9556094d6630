/* SPDX-License-Identifier: MIT */
/* SDL2_mixer, linked at run time: its two dozen libraries are no business of the first frame.
 * Used by audio.c, on its thread alone; every call may block. */
#ifndef TB_AUDIO_MIXER_H
#define TB_AUDIO_MIXER_H

#include "audio.h"

#include <stdbool.h>

typedef struct Mixer Mixer;

/* Null when memory is out. Opens nothing yet. `folder` is copied. */
Mixer *mixer_create(const char *folder);
void mixer_destroy(Mixer *mixer); /* closes too */

/* Links the library if need be, opens the device and reads the sounds. A missing file is told in
 * `diag` with ERR_NOT_FOUND, and the rest plays; ERR_UNAVAILABLE: there is no sound at all. */
Err mixer_open(Mixer *mixer, Diag *diag);
void mixer_close(Mixer *mixer); /* remembers where the music was */
bool mixer_is_open(const Mixer *mixer);

/* Music fades in from where it was; false: fades out. */
void mixer_set_music(Mixer *mixer, bool is_on);
bool mixer_has_music(const Mixer *mixer); /* playing or fading */

/* 0..1000 thousandths, linear amplitude. */
void mixer_set_music_volume(Mixer *mixer, int milli);
void mixer_play(Mixer *mixer, AudioCue cue, int player, int milli);
bool mixer_has_cues(const Mixer *mixer); /* any still sounding */

#endif
