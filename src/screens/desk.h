/* SPDX-License-Identifier: MIT */
/* The leader's desk (mock-up 32): for a screen of the leader's own, never for the wall. */
#ifndef TB_DESK_H
#define TB_DESK_H

#include "screen.h"

/* Declares the desk in place of the wall; `context->ui` is the desk's own. Leaves in the memory's
 * `desk_wall` where the shell is to paint the wall as it is, small. */
void desk_build(ScreenContext *context);

#endif
