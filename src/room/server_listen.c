/* SPDX-License-Identifier: MIT */
/* A socket that listens at one address of this machine, never at all of them. */
#define _GNU_SOURCE /* SOCK_CLOEXEC */
#include "server_parts.h"

#include "text.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LISTEN_BACKLOG = 512 }; /* beyond it a phone would try again after a whole second */

typedef struct Place {
    union {
        struct sockaddr any;
        struct sockaddr_in four;
        struct sockaddr_in6 six;
    } at;
    socklen_t size;
} Place;

static bool read_place(const char *address, Place *place) {
    memset(place, 0, sizeof *place);
    if (inet_pton(AF_INET, address, &place->at.four.sin_addr) == 1) {
        place->at.four.sin_family = AF_INET;
        place->size = sizeof place->at.four;
        return place->at.four.sin_addr.s_addr != htonl(INADDR_ANY);
    }
    if (inet_pton(AF_INET6, address, &place->at.six.sin6_addr) == 1) {
        place->at.six.sin6_family = AF_INET6;
        place->size = sizeof place->at.six;
        return !IN6_IS_ADDR_UNSPECIFIED(&place->at.six.sin6_addr);
    }
    return false;
}

static void set_port(Place *place, int port) {
    if (place->at.any.sa_family == AF_INET) {
        place->at.four.sin_port = htons((uint16_t)port);
    } else {
        place->at.six.sin6_port = htons((uint16_t)port);
    }
}

/* A socket, or -1 with errno. */
static int try_port(Place *place, int port) {
    int fd = socket(place->at.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) {
        return -1;
    }
    int yes = 1;
    set_port(place, port);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(fd, &place->at.any, place->size) == 0 && listen(fd, LISTEN_BACKLOG) == 0) {
        return fd;
    }
    int why = errno;
    close(fd);
    errno = why;
    return -1;
}

/* As browsers write it: they shorten IPv6 as inet_ntop does. */
static void write_origin(int fd, char *origin, size_t size) {
    Place place = {.size = sizeof place.at};
    char address[INET6_ADDRSTRLEN] = "";
    getsockname(fd, &place.at.any, &place.size);
    bool is_four = place.at.any.sa_family == AF_INET;
    inet_ntop(place.at.any.sa_family,
              is_four ? (void *)&place.at.four.sin_addr : (void *)&place.at.six.sin6_addr, address,
              sizeof address);
    text_copy(origin, size, is_four ? "http://" : "http://[");
    text_append(origin, size, address);
    text_append(origin, size, is_four ? ":" : "]:");
    text_append_int(origin, size, ntohs(is_four ? place.at.four.sin_port : place.at.six.sin6_port));
}

static Err tell(int why, const ServerOptions *options, Diag *diag) {
    switch (why) {
    case EADDRNOTAVAIL:
        return diag_set(diag, ERR_NOT_FOUND, NULL, 0, 0,
                        "This computer has no address %s any more. Choose the network again.",
                        options->address);
    case EADDRINUSE:
        return diag_set(diag, ERR_LOCKED, NULL, 0, 0,
                        "All doors for phones are in use. Is another workshop open here?");
    case EACCES:
    case EPERM:
        return diag_set(diag, ERR_DENIED, NULL, 0, 0,
                        "This computer doesn't let the game open a door for phones.");
    default:
        return diag_set(diag, ERR_UNAVAILABLE, NULL, 0, 0,
                        "No door for phones could be opened: %s.", strerror(why));
    }
}

int server_listen(const ServerOptions *options, char *origin, size_t size, Err *err, Diag *diag) {
    Place place;
    if (!read_place(options->address, &place)) {
        *err = diag_set(diag, ERR_FORMAT, NULL, 0, 0, "%s is no address of one network.",
                        options->address);
        return -1;
    }
    int first = options->port == 0 ? SERVER_PORT : options->port < 0 ? 0 : options->port;
    int tries = options->port == 0 ? SERVER_PORTS_TRIED : 1;
    int fd = -1;
    for (int i = 0; i < tries && fd < 0; i++) {
        fd = try_port(&place, first + i);
        if (fd < 0 && errno != EADDRINUSE) {
            break;
        }
    }
    if (fd < 0) {
        *err = tell(errno, options, diag);
        return -1;
    }
    write_origin(fd, origin, size);
    *err = ERR_OK;
    return fd;
}
