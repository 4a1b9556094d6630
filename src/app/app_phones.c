/* SPDX-License-Identifier: MIT */
/* The workshop's server in the shell: when it listens, where, and what the wall says of it. */
#include "app_phones.h"

#include "app_effects.h"
#include "app_phone_answer.h"
#include "phone_words.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { PAGE_FILE_MAX = 64 * 1024, REQUESTS_A_FRAME = 128 };

static const struct PageFile {
    const char *name, *path, *type;
} page_files[PHONE_FILES] = {
    {"phone.css", "/phone.css", "text/css; charset=utf-8"},
    {"phone.js", "/phone.js", "text/javascript; charset=utf-8"},
    {"header.svg", "/header.svg", "image/svg+xml"},
    {"text-400.woff2", "/text-400.woff2", "font/woff2"},
    {"text-700.woff2", "/text-700.woff2", "font/woff2"},
    {"title.woff2", "/title.woff2", "font/woff2"},
};

static bool read_page_files(RoomDoor *door) {
    char folder[FILES_PATH_MAX], path[FILES_PATH_MAX];
    if (files_resource_dir(TB_SOURCE_DIR "/assets/phone", "phone", folder, NULL) != ERR_OK) {
        return false;
    }
    for (int i = 0; i < PHONE_FILES; i++) {
        size_t size;
        if (files_join(folder, page_files[i].name, path, NULL) != ERR_OK ||
            files_read(path, PAGE_FILE_MAX, &door->bytes[i], &size, NULL) != ERR_OK) {
            return false;
        }
        door->files[i] = (ServerFile){page_files[i].path, page_files[i].type, door->bytes[i], size};
    }
    return true;
}

/* "10.0.0.5", or "10.0.0.5:8350", in place of what this machine's networks are. */
static void take_option(RoomDoor *door, const char *option, Lan *lan) {
    const char *colon = strrchr(option, ':');
    bool has_port = colon && strchr(option, ':') == colon;
    size_t length = has_port ? (size_t)(colon - option) : strlen(option);
    *lan = (Lan){0};
    snprintf(lan->address, sizeof lan->address, "%.*s", (int)length, option);
    door->port = has_port ? atoi(colon + 1) : 0; /* and ":0" any free one: -1 */
    door->port = has_port && door->port == 0 ? -1 : door->port;
}

static RoomTrouble trouble_of(Err err) {
    switch (err) {
    case ERR_OK: return ROOM_FINE;
    case ERR_LOCKED: return ROOM_PORT_TAKEN;
    case ERR_MEMORY: return ROOM_NO_MEMORY;
    case ERR_NOT_FOUND:
    case ERR_FORMAT: return ROOM_NO_ADDRESS;
    default: return ROOM_SHUT;
    }
}

static void draw_square(RoomDoor *door, const Phones *phones) {
    char link[ROOM_ADDRESS_MAX + 2 * PHONES_TOKEN + 16];
    QrCode code;
    app_phone_link(door, phones, NULL, link, sizeof link);
    door->sight.qr_side = 0;
    if (qr_encode(link, &code) == ERR_OK) {
        door->sight.qr_side = code.side;
        memcpy(door->sight.qr, code.modules, sizeof door->sight.qr);
    }
}

_Static_assert((int)ROOM_QR_SIDE_MAX == (int)QR_SIDE_MAX, "the wall draws what the server encodes");

/* A test can't read the wall. */
static void tell_room(const App *app) {
    const Phones *phones = &app->game->phones;
    char link[ROOM_ADDRESS_MAX + 2 * PHONES_TOKEN + 16];
    app_phone_link(app->door, phones, NULL, link, sizeof link);
    printf("room %s code %s %d\n", link, phone_word(&app->content.strings, phones->word),
           phones->number);
    fflush(stdout);
}

/* A new room at that address: the one before ends, and its secrets with it. */
static void open_room(App *app, Server *server, const Lan *lan, const uint8_t *fresh) {
    RoomDoor *door = app->door;
    server_close(door->server);
    door->server = server;
    door->lan = *lan;
    app_dispatch(app, &(Event){.kind = EV_ROOM_OPEN, .fresh = fresh});
    door->sight = (RoomSight){.is_serving = true, .is_wireless = lan->is_wireless};
    text_copy(door->sight.network, sizeof door->sight.network, lan->name);
    text_copy(door->sight.address, sizeof door->sight.address,
              server_origin(server) + strlen("http://"));
    draw_square(door, &app->game->phones);
    if (app->options.tells) {
        tell_room(app);
    }
}

/* If it can't listen there, all stays as it was. */
static RoomTrouble listen_at(App *app, const Lan *lan) {
    RoomDoor *door = app->door;
    uint8_t fresh[2 * PHONES_TOKEN];
    Server *server = NULL;
    Diag diag = {0};
    const ServerOptions options = {.address = lan->address,
                                   .port = door->port,
                                   .files = door->files,
                                   .file_count = PHONE_FILES,
                                   .wake = app_wake_window};
    RoomTrouble trouble = trouble_of(server_open(&options, &server, &diag));
    if (trouble != ROOM_FINE) {
        diag_print(&diag, app->notice, (int)sizeof app->notice);
        return trouble;
    }
    if (getrandom(fresh, sizeof fresh, 0) != (ssize_t)sizeof fresh) {
        server_close(server); /* without secrets there is no private seat */
        return ROOM_SHUT;
    }
    open_room(app, server, lan, fresh);
    return ROOM_FINE;
}

/* The likeliest network that isn't the one before. */
static RoomTrouble listen_somewhere(App *app) {
    Lan lans[LANS_MAX];
    int count = lan_list(lans);
    int next = lan_next(lans, count, &app->door->lan);
    if (count == 0) {
        return ROOM_NO_NETWORK;
    }
    app->door->lan = lans[next < 0 ? 0 : next]; /* or the next time begins behind it */
    return listen_at(app, &app->door->lan);
}

static void open_door(App *app) {
    RoomDoor *door = app->door = calloc(1, sizeof *door);
    if (!door) {
        return;
    }
    if (!read_page_files(door)) {
        door->sight.trouble = ROOM_NO_PAGE;
    } else if (app->options.room_address) {
        Lan lan;
        take_option(door, app->options.room_address, &lan);
        door->sight.trouble = listen_at(app, &lan);
    } else {
        door->sight.trouble = listen_somewhere(app);
    }
}

void app_phones_close(App *app) {
    RoomDoor *door = app->door;
    if (!door) {
        return;
    }
    server_close(door->server);
    for (int i = 0; i < PHONE_FILES; i++) {
        free(door->bytes[i]);
    }
    page_free(&door->page);
    free(door);
    app->door = NULL;
}

/* Without a display only who asks for a network gets one. */
static bool is_due(const App *app) {
    const Game *game = app->game;
    bool has_room = game->screen == SCREEN_WORKSHOP && game->lead.place != LEAD_CHOOSING;
    return has_room && !game->lead.is_rehearsal && (!app->headless || app->options.room_address);
}

bool app_phones_take(App *app) {
    if (is_due(app) != (app->door != NULL)) {
        if (app->door) {
            app_phones_close(app);
        } else {
            open_door(app);
        }
        return true;
    }
    RoomDoor *door = app->door;
    static ServerRequest request; /* large, and needed only within this call */
    bool changed = false;
    for (int i = 0; door && door->server && i < REQUESTS_A_FRAME; i++) {
        if (!server_take(door->server, &request)) {
            break;
        }
        changed |= app_phone_answer(app, &request);
        request = (ServerRequest){0}; /* no answer and no seat's secret outlives its room here */
    }
    return changed;
}

/* Where another network is, if nobody has to leave for nothing. */
static RoomOther go_elsewhere(App *app) {
    Lan lans[LANS_MAX];
    int count = lan_list(lans); /* a hotspot may have come up meanwhile */
    int next = lan_next(lans, count, &app->door->lan);
    if (app->options.room_address) {
        return ROOM_OTHER_FIXED;
    }
    if (next < 0) {
        return count > 0 ? ROOM_OTHER_NONE : ROOM_OTHER_LOST;
    }
    return listen_at(app, &lans[next]) == ROOM_FINE ? ROOM_OTHER_UNASKED : ROOM_OTHER_SHUT;
}

/* Those who came in through the first one come in again: a phone's seat hangs on the address. */
void app_phones_other_net(App *app) {
    RoomDoor *door = app->door;
    if (!door || app->game->lead.place != LEAD_LOBBY || door->sight.trouble == ROOM_NO_PAGE) {
        return;
    }
    if (door->server || app->options.room_address) {
        door->sight.other = go_elsewhere(app);
    } else {
        door->sight.trouble = listen_somewhere(app);
    }
}

const RoomSight *app_phones_sight(const App *app) {
    return app->door ? &app->door->sight : NULL;
}
