/* SPDX-License-Identifier: MIT */
/* After the failure, on a disk that works again. */
#ifndef TB_FAILURES_CHECK_H
#define TB_FAILURES_CHECK_H

#include "scenarios.h"

/* Starts on what was left, finds everything that was said to be saved and nothing else, and goes on
 * playing. Ends the process: END_SOUND, END_LOST or END_CORRUPT, with words. */
_Noreturn void check_what_is_left(World *world, const Place *place);

#endif
