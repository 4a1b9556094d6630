/* SPDX-License-Identifier: MIT */
/* Says when a pad may have been plugged in, so that nobody has to ask every few seconds: a thread
 * that sleeps until the kernel reports a change in /dev/input. Knows nothing of pads themselves. */
#ifndef TB_PAD_WATCH_H
#define TB_PAD_WATCH_H

#include <stdbool.h>

typedef struct PadWatch PadWatch;

/* Null where the system offers no such watch: then ask regularly. */
PadWatch *pad_watch_start(void);
void pad_watch_stop(PadWatch *watch);

/* True once after each change; window_wait has been woken for it. */
bool pad_watch_take(PadWatch *watch);

#endif
