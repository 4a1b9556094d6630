/* SPDX-License-Identifier: MIT */
/* Inside the app only: the effects' own calls. */
#ifndef TB_APP_EFFECTS_H
#define TB_APP_EFFECTS_H

/* For store_set_wake: ends the window's sleep. */
void app_wake_window(void *context);

#endif
