/* SPDX-License-Identifier: MIT */
/* Reading aloud in the shell: when asked for, and by itself where the couple wants it. What is for
 * one pair of eyes is never said. */
#ifndef TB_APP_VOICE_H
#define TB_APP_VOICE_H

#include "app.h"

/* Before `input` is acted upon: a press ends what is being said; "read aloud" asks for the page. */
void app_voice_take(App *app, const Input *input);

/* After a frame was built: says what it was asked for, or what is new in it. */
void app_voice_follow(App *app);

#endif
