/* SPDX-License-Identifier: MIT */
/* What goes back over the wire: a page, a file, or a refusal; each with the same strict headers. */
#include "server_parts.h"

#include <stdio.h>
#include <string.h>

enum { STATUS_SEE_OTHER = 303, STATUS_METHOD = 405, STATUS_TOO_MANY = 429, STATUS_AGAIN = 503,
       COOKIE_S = 14400 };

#define ANSWER_POLICY                                                                              \
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "                \
    "img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "                       \
    "frame-ancestors 'none'"

static const char *const answer_headers[][2] = {
    {"Content-Security-Policy", ANSWER_POLICY},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"}, /* with none at all browsers hide a form's Origin too */
    {"Cross-Origin-Resource-Policy", "same-origin"},
};
enum { ANSWER_HEADERS = sizeof answer_headers / sizeof answer_headers[0] };

/* `mode` says whose the bytes are. */
static struct MHD_Response *open_response(const char *bytes, size_t size,
                                          enum MHD_ResponseMemoryMode mode, const char *type,
                                          const char *cache) {
    struct MHD_Response *response = MHD_create_response_from_buffer(size, (void *)bytes, mode);
    if (!response) {
        return NULL;
    }
    for (int i = 0; i < ANSWER_HEADERS; i++) {
        MHD_add_response_header(response, answer_headers[i][0], answer_headers[i][1]);
    }
    MHD_add_response_header(response, "Cache-Control", cache);
    if (type) {
        MHD_add_response_header(response, "Content-Type", type);
    }
    return response;
}

static enum MHD_Result send_once(struct MHD_Connection *connection, int status,
                                 struct MHD_Response *response) {
    enum MHD_Result result = MHD_queue_response(connection, (unsigned int)status, response);
    MHD_destroy_response(response);
    return result;
}

struct MHD_Response *answer_file(const ServerFile *file) {
    return open_response(file->bytes, file->size, MHD_RESPMEM_PERSISTENT, file->type,
                         "private, max-age=600");
}

enum MHD_Result answer_refusal(struct MHD_Connection *connection, int status) {
    bool is_busy = status == STATUS_AGAIN || status == STATUS_TOO_MANY;
    const char *words = is_busy ? "Busy. Please try again in a moment.\n"
                                               : "This was not understood.\n";
    struct MHD_Response *response = open_response(words, strlen(words), MHD_RESPMEM_PERSISTENT,
                                                  "text/plain; charset=utf-8", "no-store");
    if (!response) {
        return MHD_NO;
    }
    if (status == STATUS_METHOD) {
        MHD_add_response_header(response, "Allow", "GET, POST");
    }
    if (is_busy) {
        MHD_add_response_header(response, "Retry-After", "1");
    }
    /* Where its end is was for us to say, and we no longer trust it. */
    MHD_add_response_header(response, "Connection", "close");
    return send_once(connection, status, response);
}

static void add_cookie(struct MHD_Response *response, const ServerAnswer *answer) {
    char hex[2 * PHONES_TOKEN + 1] = "", line[128];
    for (int i = 0; i < PHONES_TOKEN && answer->sets_token; i++) {
        snprintf(hex + 2 * i, 3, "%02x", answer->token[i]);
    }
    snprintf(line, sizeof line, "seat=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d", hex,
             answer->sets_token ? COOKIE_S : 0);
    MHD_add_response_header(response, "Set-Cookie", line);
}

static void add_number(struct MHD_Response *response, const char *name, uint32_t value) {
    char text[16];
    snprintf(text, sizeof text, "%lu", (unsigned long)value);
    MHD_add_response_header(response, name, text);
}

enum MHD_Result answer_send(struct MHD_Connection *connection, ServerAnswer *answer) {
    if (answer->status == STATUS_AGAIN && !answer->body) {
        return answer_refusal(connection, answer->status);
    }
    bool has_body = answer->body && answer->status != STATUS_SEE_OTHER;
    struct MHD_Response *response = open_response(
        has_body ? answer->body : "", has_body ? answer->size : 0,
        has_body ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT,
        has_body ? "text/html; charset=utf-8" : NULL, "no-store");
    if (!response) {
        return MHD_NO;
    }
    if (has_body) {
        answer->body = NULL; /* the response's now */
    }
    if (answer->sets_token || answer->drops_token) {
        add_cookie(response, answer);
    }
    if (answer->status == STATUS_SEE_OTHER) {
        MHD_add_response_header(response, "Location", "/");
    }
    if (answer->retry_s > 0) {
        add_number(response, "Retry-After", (uint32_t)answer->retry_s);
    }
    add_number(response, "X-Version", answer->version);
    return send_once(connection, answer->status, response);
}
