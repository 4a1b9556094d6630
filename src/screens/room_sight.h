/* SPDX-License-Identifier: MIT */
/* What the wall knows of the server: where phones come in, or why they can't. The shell's. */
#ifndef TB_ROOM_SIGHT_H
#define TB_ROOM_SIGHT_H

#include <stdbool.h>
#include <stdint.h>

enum { ROOM_QR_SIDE_MAX = 57, ROOM_ADDRESS_MAX = 64, ROOM_NETWORK_MAX = 32 };

typedef enum RoomTrouble {
    ROOM_FINE,
    ROOM_NO_NETWORK,  /* this machine is in none */
    ROOM_PORT_TAKEN,  /* another program listens on all of our ports */
    ROOM_NO_MEMORY,
    ROOM_NO_PAGE      /* the page's files are missing from this installation */
} RoomTrouble;

typedef struct RoomSight {
    bool is_serving;
    char address[ROOM_ADDRESS_MAX]; /* to be typed: "192.168.0.7:8350" */
    char network[ROOM_NETWORK_MAX]; /* name of the interface */
    bool is_wireless;
    int network_count; /* of this machine, to choose from */
    int qr_side;       /* modules of the square; 0: none */
    uint8_t qr[ROOM_QR_SIDE_MAX * ROOM_QR_SIDE_MAX]; /* row by row, 1 dark */
    RoomTrouble trouble;
    long refused; /* requests */
} RoomSight;

#endif
