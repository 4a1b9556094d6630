/* SPDX-License-Identifier: MIT */
/* The head of a request: where it may come from, and the few paths there are. */
#include "gate_parts.h"

#include "form.h"
#include "text.h"

#include <string.h>

enum { STATUS_MALFORMED = 400, STATUS_FOREIGN = 403, STATUS_UNKNOWN = 404, STATUS_METHOD = 405,
       STATUS_LENGTH = 411, STATUS_BODY = 413, STATUS_TARGET = 414, STATUS_TYPE = 415,
       STATUS_HOST = 421, STATUS_HEADERS = 431, STATUS_VERSION = 505 };

static const char *const gate_headers[GATE_HEADER_COUNT] = {
    [GATE_HOST] = "host",
    [GATE_ORIGIN] = "origin",
    [GATE_TYPE] = "content-type",
    [GATE_LENGTH] = "content-length",
    [GATE_TRANSFER] = "transfer-encoding",
    [GATE_SITE] = "sec-fetch-site",
    [GATE_COOKIE] = "cookie",
    [GATE_ACCEPT] = "accept",
};

static char to_lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char)(letter + 'a' - 'A') : letter;
}

/* `lower` is in small letters. */
static bool is_alike(const char *text, const char *lower) {
    while (*text && to_lower(*text) == *lower) {
        text++;
        lower++;
    }
    return *text == '\0' && *lower == '\0';
}

void gate_add_header(GateHead *head, const char *name, const char *value) {
    for (int i = 0; i < GATE_HEADER_COUNT; i++) {
        if (is_alike(name, gate_headers[i])) {
            if (head->counts[i]++ == 0) {
                head->values[i] = value ? value : "";
            }
            return;
        }
    }
}

bool gate_read_token(const char *text, size_t length, uint8_t token[PHONES_TOKEN]) {
    if (length != 2 * PHONES_TOKEN) {
        return false;
    }
    for (size_t i = 0; i < PHONES_TOKEN; i++) {
        int high = form_hex(text[2 * i]), low = form_hex(text[2 * i + 1]);
        bool is_small = to_lower(text[2 * i]) == text[2 * i] &&
                        to_lower(text[2 * i + 1]) == text[2 * i + 1];
        if (high < 0 || low < 0 || !is_small) {
            memset(token, 0, PHONES_TOKEN);
            return false;
        }
        token[i] = (uint8_t)(high * 16 + low);
    }
    return true;
}

/* "a=b; seat=...; c=d": the first cookie of that name decides. */
static void read_cookie(const char *cookies, PhoneAsk *ask) {
    const char *at = cookies;
    while (at && *at) {
        at += strspn(at, " ");
        size_t length = strcspn(at, ";");
        if (length >= 5 && memcmp(at, "seat=", 5) == 0) {
            ask->has_token = gate_read_token(at + 5, length - 5, ask->token);
            return;
        }
        at += length;
        at += *at == ';';
    }
}

static bool is_number(const char *text, size_t digits_max) {
    size_t digits = strspn(text, "0123456789");
    return digits > 0 && digits <= digits_max && text[digits] == '\0';
}

/* /r/KEY or /r/KEY/WORD-NUMBER, `path` behind the "/r/". */
static int read_room_path(const char *path, ServerRequest *request) {
    char rest[GATE_TARGET_MAX];
    size_t length = strcspn(path, "/");
    if (!gate_read_token(path, length, request->ask.key)) {
        return STATUS_UNKNOWN;
    }
    request->ask.has_key = true;
    if (path[length] == '\0') {
        return 0;
    }
    text_copy(rest, sizeof rest, path + length + 1);
    if (strchr(rest, '/') || !form_unescape(rest) || !text_is_utf8(rest, strlen(rest))) {
        return STATUS_UNKNOWN;
    }
    gate_read_code(rest, NULL, request->pair_word, &request->ask.pair_number);
    return request->pair_word[0] && request->ask.pair_number >= 0 ? 0 : STATUS_UNKNOWN;
}

static int read_since(const char *text, ServerRequest *request) {
    int64_t since = 0;
    if (!is_number(text, 10) || !text_read_int(&text, &since) || since > UINT32_MAX) {
        return STATUS_MALFORMED;
    }
    request->want = SERVER_NOW;
    request->since = (uint32_t)since;
    return 0;
}

static int check_get(const Gate *gate, const char *target, ServerRequest *request, int *file) {
    for (int i = 0; i < gate->file_count; i++) {
        if (strcmp(target, gate->files[i].path) == 0) {
            *file = i;
            return 0;
        }
    }
    if (strcmp(target, "/check") == 0) {
        request->want = SERVER_CHECK;
        return 0;
    }
    if (strncmp(target, "/r/", 3) == 0) {
        return read_room_path(target + 3, request);
    }
    if (strncmp(target, "/now?since=", 11) == 0) {
        return read_since(target + 11, request);
    }
    if (strcmp(target, "/") == 0) {
        return 0;
    }
    return gate_find_deed(target) == PHONE_LOOK ? STATUS_UNKNOWN : STATUS_METHOD;
}

static bool is_form(const char *type) {
    static const char form[] = "application/x-www-form-urlencoded";
    char start[sizeof form];
    size_t length = strcspn(type, "; ");
    if (length != sizeof form - 1) {
        return false;
    }
    memcpy(start, type, length);
    start[length] = '\0';
    const char *rest = type + length;
    rest += strspn(rest, "; ");
    return is_alike(start, form) && (*rest == '\0' || is_alike(rest, "charset=utf-8"));
}

static int check_post(const Gate *gate, const GateHead *head, ServerRequest *request) {
    const char *origin = head->values[GATE_ORIGIN], *site = head->values[GATE_SITE];
    if (!origin || strcmp(origin, gate->origin) != 0 || (site && !is_alike(site, "same-origin"))) {
        return STATUS_FOREIGN;
    }
    request->want = SERVER_DEED;
    request->ask.kind = gate_find_deed(head->target);
    if (request->ask.kind == PHONE_LOOK) {
        return STATUS_UNKNOWN;
    }
    if (!head->values[GATE_TYPE] || !is_form(head->values[GATE_TYPE])) {
        return STATUS_TYPE;
    }
    if (!head->values[GATE_LENGTH]) {
        return STATUS_LENGTH;
    }
    const char *accept = head->values[GATE_ACCEPT];
    request->wants_inner = accept && strcmp(accept, "text/x-inner") == 0;
    return 0;
}

/* How long the body is, and that there is one way to read where it ends. */
static int check_length(const GateHead *head) {
    const char *text = head->values[GATE_LENGTH];
    int64_t length = 0;
    if (head->counts[GATE_TRANSFER] > 0) {
        return STATUS_MALFORMED;
    }
    if (!text) {
        return 0;
    }
    if (!is_number(text, 18)) {
        return STATUS_MALFORMED;
    }
    text_read_int(&text, &length);
    return length > SERVER_BODY_MAX ? STATUS_BODY : 0;
}

/* The form of the head as a whole; whose it is comes after. */
static int check_head(const Gate *gate, const GateHead *head) {
    for (int i = 0; i < GATE_HEADER_COUNT; i++) {
        if (head->counts[i] > 1 && i != GATE_COOKIE && i != GATE_ACCEPT) {
            return STATUS_MALFORMED;
        }
    }
    if (strcmp(head->version, "HTTP/1.1") != 0) {
        return STATUS_VERSION;
    }
    if (head->size > SERVER_HEADERS_MAX) {
        return STATUS_HEADERS;
    }
    if (!head->target) {
        return STATUS_TARGET;
    }
    if (!head->values[GATE_HOST]) {
        return STATUS_MALFORMED;
    }
    const char *host = strstr(gate->origin, "//");
    return host && strcmp(head->values[GATE_HOST], host + 2) == 0 ? 0 : STATUS_HOST;
}

int gate_check(const Gate *gate, const GateHead *head, ServerRequest *request, int *file) {
    *request = (ServerRequest){.want = SERVER_PAGE};
    request->ask = (PhoneAsk){.kind = PHONE_LOOK, .word = -1, .number = -1, .pair_word = -1,
                              .pair_number = -1, .value = PICK_NONE};
    *file = -1;
    int status = check_head(gate, head);
    if (status == 0) {
        status = check_length(head);
    }
    if (status != 0) {
        return status;
    }
    read_cookie(head->values[GATE_COOKIE], &request->ask);
    if (strcmp(head->method, "POST") == 0) {
        return check_post(gate, head, request);
    }
    if (strcmp(head->method, "GET") != 0) {
        return STATUS_METHOD;
    }
    const char *length = head->values[GATE_LENGTH];
    if (length && strcmp(length, "0") != 0) {
        return STATUS_MALFORMED;
    }
    return check_get(gate, head->target, request, file);
}
