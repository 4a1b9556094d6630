/* SPDX-License-Identifier: MIT */
/* The workshop's server in the shell: opened with the lobby, closed with the room. */
#ifndef TB_APP_PHONES_H
#define TB_APP_PHONES_H

#include "app.h"

/* Opens or closes the server as the game stands, and answers the phones that wait. True if the
 * wall may look different now. */
bool app_phones_take(App *app);

/* Listens in the next of this machine's networks, in a new room; in the lobby only. If there is no
 * other, or none that lets us, all stay where they are and the sight says why. */
void app_phones_other_net(App *app);

/* Nothing listens any more. */
void app_phones_close(App *app);

/* For the wall; null: no phones can be asked. */
const RoomSight *app_phones_sight(const App *app);

#endif
