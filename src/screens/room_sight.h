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
    ROOM_NO_PAGE,     /* the page's files are missing from this installation */
    ROOM_NO_ADDRESS,  /* the machine hasn't the address that was given, or no longer */
    ROOM_SHUT         /* the machine lets nothing listen, or lacks a part */
} RoomTrouble;

/* What came of looking for another network. */
typedef enum RoomOther {
    ROOM_OTHER_UNASKED,
    ROOM_OTHER_NONE,  /* this is the only one */
    ROOM_OTHER_LOST,  /* not even this one is there any more */
    ROOM_OTHER_FIXED, /* the address was given at the start (--room) */
    ROOM_OTHER_SHUT   /* there is one, where nothing could listen */
} RoomOther;

typedef struct RoomSight {
    bool is_serving;
    char address[ROOM_ADDRESS_MAX]; /* to be typed: "192.168.0.7:8350" */
    char network[ROOM_NETWORK_MAX]; /* name of the interface; "": the address was given */
    bool is_wireless;
    int qr_side; /* modules of the square; 0: none */
    uint8_t qr[ROOM_QR_SIDE_MAX * ROOM_QR_SIDE_MAX]; /* row by row, 1 dark */
    RoomTrouble trouble;
    RoomOther other;
} RoomSight;

#endif
