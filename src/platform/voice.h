/* SPDX-License-Identifier: MIT */
/* Saying texts aloud in the voice that this computer is set to (speech-dispatcher, with the user's
 * own speed). Everything happens on a thread of its own, which begins with the first text; no call
 * here waits. */
#ifndef TB_VOICE_H
#define TB_VOICE_H

#include <stdbool.h>

typedef struct Voice Voice;

enum { VOICE_TEXT_MAX = 8192 };

/* `is_mute`: never looks for a voice and only remembers, for runs without a person. Null when there
 * is no memory; a null Voice is the silent twin: all functions take it and do nothing. */
Voice *voice_open(bool is_mute);

/* Stops what is being said. */
void voice_close(Voice *voice);

/* Says `text` instead of whatever is being said; "" only stops. `language`: as "en", "pt-BR";
 * `volume` 0..100. */
void voice_say(Voice *voice, const char *text, const char *language, int volume);

/* Once, if this computer turned out to have no voice. */
bool voice_take_missing(Voice *voice);

/* The text given last: for tests. */
const char *voice_last(const Voice *voice);

#endif
