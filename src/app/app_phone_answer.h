/* SPDX-License-Identifier: MIT */
/* One request of a phone: into the game, and its page back. */
#ifndef TB_APP_PHONE_ANSWER_H
#define TB_APP_PHONE_ANSWER_H

#include "app.h"
#include "lan.h"
#include "page.h"
#include "qr.h"
#include "server.h"

enum { PHONE_FILES = 6 };

/* The server while a room is there. */
typedef struct RoomDoor {
    Server *server; /* null: it can't listen; `sight` says why */
    Lan lan;        /* where it listens */
    int port;       /* as ServerOptions has it */
    char *bytes[PHONE_FILES];
    ServerFile files[PHONE_FILES];
    RoomSight sight;
    Page page;      /* of the request at hand */
    QrCode partner; /* likewise */
} RoomDoor;

/* Answers it. True if the wall may look different now. */
bool app_phone_answer(App *app, const ServerRequest *request);

/* The link in the wall's square; of a pair: that on its first phone. */
void app_phone_link(const RoomDoor *door, const Phones *phones, const char *pair_code, char *link,
                    size_t size);

#endif
