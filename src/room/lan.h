/* SPDX-License-Identifier: MIT */
/* This machine's addresses in the networks around it. */
#ifndef TB_LAN_H
#define TB_LAN_H

#include "err.h"

#include <stdbool.h>

enum { LAN_ADDRESS_MAX = 64, LAN_NAME_MAX = 32, LANS_MAX = 8 };

typedef struct Lan {
    char address[LAN_ADDRESS_MAX]; /* numeric */
    char name[LAN_NAME_MAX];       /* of the interface, "wlan0" */
    bool is_wireless, is_private;
} Lan;

/* The networks that phones may share with us, the likeliest first: private before others,
 * wireless before wired, no loopback, none of containers or tunnels. Returns how many. */
int lan_list(Lan lans[LANS_MAX]);

/* The one behind `now` that is another network than its own, the first one if `now` is gone; a
 * second address of the same interface is no other network. -1: there is none. */
int lan_next(const Lan *lans, int count, const Lan *now);

#endif
