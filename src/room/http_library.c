/* SPDX-License-Identifier: MIT */
/* Links libmicrohttpd at run time. */
#include "http_library.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <string.h>

/* POSIX lets data and function pointers be exchanged; C does not, hence the copy. */
static bool link_function(void *object, const char *name, void *slot) {
    void *found = dlsym(object, name);
    memcpy(slot, &found, sizeof found);
    return found != NULL;
}

static bool link_functions(HttpLibrary *library) {
    const struct {
        const char *name;
        void *slot;
    } rows[] = {
        {"MHD_start_daemon", &library->start_daemon},
        {"MHD_stop_daemon", &library->stop_daemon},
        {"MHD_get_daemon_info", &library->daemon_info},
        {"MHD_get_timeout", &library->timeout},
        {"MHD_run_wait", &library->run_wait},
        {"MHD_get_connection_info", &library->connection_info},
        {"MHD_get_connection_values", &library->connection_values},
        {"MHD_suspend_connection", &library->suspend_connection},
        {"MHD_resume_connection", &library->resume_connection},
        {"MHD_create_response_from_buffer", &library->create_response},
        {"MHD_add_response_header", &library->add_header},
        {"MHD_queue_response", &library->queue_response},
        {"MHD_destroy_response", &library->destroy_response},
    };
    bool has_all = true;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        has_all = has_all && link_function(library->object, rows[i].name, rows[i].slot);
    }
    return has_all;
}

Err http_library_open(HttpLibrary *library, Diag *diag) {
    *library = (HttpLibrary){0};
    /* It stays once it is there: what stands behind it doesn't like to be taken away. */
    library->object = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_NODELETE);
    if (library->object && link_functions(library)) {
        return ERR_OK;
    }
    http_library_close(library);
    return diag_set(diag, ERR_UNAVAILABLE, NULL, 0, 0,
                    "The door for phones needs libmicrohttpd 12, which isn't installed here.");
}

void http_library_close(HttpLibrary *library) {
    if (library->object) {
        dlclose(library->object);
    }
    *library = (HttpLibrary){0};
}
