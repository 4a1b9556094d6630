/* SPDX-License-Identifier: MIT */
/* libmicrohttpd, found when a workshop opens its door: with all that stands behind it, it would
 * cost every evening at home a twentieth of its start. */
#ifndef TB_HTTP_LIBRARY_H
#define TB_HTTP_LIBRARY_H

#include "err.h"

#include <microhttpd.h>

/* The functions that are used, with the library's own types. */
typedef struct HttpLibrary {
    void *object;
    __typeof__(&MHD_start_daemon) start_daemon;
    __typeof__(&MHD_stop_daemon) stop_daemon;
    __typeof__(&MHD_get_daemon_info) daemon_info;
    __typeof__(&MHD_get_timeout) timeout;
    __typeof__(&MHD_run_wait) run_wait;
    __typeof__(&MHD_get_connection_info) connection_info;
    __typeof__(&MHD_get_connection_values) connection_values;
    __typeof__(&MHD_suspend_connection) suspend_connection;
    __typeof__(&MHD_resume_connection) resume_connection;
    __typeof__(&MHD_create_response_from_buffer) create_response;
    __typeof__(&MHD_add_response_header) add_header;
    __typeof__(&MHD_queue_response) queue_response;
    __typeof__(&MHD_destroy_response) destroy_response;
} HttpLibrary;

/* ERR_UNAVAILABLE, in words, if it isn't installed or is too old. */
Err http_library_open(HttpLibrary *library, Diag *diag);

/* Of one that was opened, or is all zero. */
void http_library_close(HttpLibrary *library);

#endif
