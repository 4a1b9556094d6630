/* SPDX-License-Identifier: MIT */
/* What a workshop writes out: only when the leader asks, only where the leader says. */
#ifndef TB_APP_ROOM_H
#define TB_APP_ROOM_H

#include "app.h"

/* `folder` "": where copies for others go. How it went becomes the notice. */
void app_room_write(App *app, RoomFiles what, const char *folder);

#endif
