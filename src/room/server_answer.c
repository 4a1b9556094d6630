/* SPDX-License-Identifier: MIT */
/* What goes back over the wire: a page, a file, or a refusal; each with the same strict headers. */
#include "server_parts.h"

#include <stdio.h>
#include <string.h>

enum {
    STATUS_SEE_OTHER = 303,
    STATUS_METHOD = 405,
    STATUS_TOO_MANY = 429,
    STATUS_AGAIN = 503,
    COOKIE_S = 14400
};

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
static struct MHD_Response *open_response(const HttpLibrary *http, const char *bytes, size_t size,
                                          enum MHD_ResponseMemoryMode mode, const char *type,
                                          const char *cache) {
    struct MHD_Response *response = http->create_response(size, (void *)bytes, mode);
    if (!response) {
        return NULL;
    }
    for (int i = 0; i < ANSWER_HEADERS; i++) {
        http->add_header(response, answer_headers[i][0], answer_headers[i][1]);
    }
    http->add_header(response, "Cache-Control", cache);
    if (type) {
        http->add_header(response, "Content-Type", type);
    }
    return response;
}

static enum MHD_Result send_once(const Peer *peer, int status, struct MHD_Response *response) {
    const HttpLibrary *http = &peer->server->http;
    enum MHD_Result result = http->queue_response(peer->connection, (unsigned)status, response);
    http->destroy_response(response);
    return result;
}

struct MHD_Response *answer_file(const Server *server, const ServerFile *file) {
    return open_response(&server->http, file->bytes, file->size, MHD_RESPMEM_PERSISTENT, file->type,
                         "private, max-age=600");
}

enum MHD_Result answer_refusal(const Peer *peer, int status) {
    const HttpLibrary *http = &peer->server->http;
    bool is_busy = status == STATUS_AGAIN || status == STATUS_TOO_MANY;
    const char *words =
        is_busy ? "Busy. Please try again in a moment.\n" : "This was not understood.\n";
    struct MHD_Response *response =
        open_response(http, words, strlen(words), MHD_RESPMEM_PERSISTENT,
                      "text/plain; charset=utf-8", "no-store");
    if (!response) {
        return MHD_NO;
    }
    if (status == STATUS_METHOD) {
        http->add_header(response, "Allow", "GET, POST");
    }
    if (is_busy) {
        http->add_header(response, "Retry-After", "1");
    }
    /* Where its end is was for us to say, and we no longer trust it. */
    http->add_header(response, "Connection", "close");
    return send_once(peer, status, response);
}

static void add_cookie(const HttpLibrary *http, struct MHD_Response *response,
                       const ServerAnswer *answer) {
    char hex[2 * PHONES_TOKEN + 1] = "", line[128];
    for (int i = 0; i < PHONES_TOKEN && answer->sets_token; i++) {
        snprintf(hex + 2 * i, 3, "%02x", answer->token[i]);
    }
    snprintf(line, sizeof line, "seat=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d", hex,
             answer->sets_token ? COOKIE_S : 0);
    http->add_header(response, "Set-Cookie", line);
}

static void add_number(const HttpLibrary *http, struct MHD_Response *response, const char *name,
                       uint32_t value) {
    char text[16];
    snprintf(text, sizeof text, "%lu", (unsigned long)value);
    http->add_header(response, name, text);
}

enum MHD_Result answer_send(Peer *peer) {
    const HttpLibrary *http = &peer->server->http;
    ServerAnswer *answer = &peer->answer;
    if (answer->status == STATUS_AGAIN && !answer->body) {
        return answer_refusal(peer, answer->status);
    }
    bool has_body = answer->body && answer->status != STATUS_SEE_OTHER;
    struct MHD_Response *response =
        open_response(http, has_body ? answer->body : "", has_body ? answer->size : 0,
                      has_body ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT,
                      has_body ? "text/html; charset=utf-8" : NULL, "no-store");
    if (!response) {
        return MHD_NO;
    }
    if (has_body) {
        answer->body = NULL; /* the response's now */
    }
    if (answer->sets_token || answer->drops_token) {
        add_cookie(http, response, answer);
    }
    if (answer->status == STATUS_SEE_OTHER) {
        http->add_header(response, "Location", "/");
    }
    if (answer->retry_s > 0) {
        add_number(http, response, "Retry-After", (uint32_t)answer->retry_s);
    }
    add_number(http, response, "X-Version", answer->version);
    return send_once(peer, answer->status, response);
}
