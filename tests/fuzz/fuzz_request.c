/* SPDX-License-Identifier: MIT */
/* Any bytes at all as a request: never a crash, and what is let through keeps the gate's word. */
#include "form.h"
#include "gate.h"
#include "text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define ORIGIN "http://192.168.0.7:8350"

static void require(bool is_true) {
    if (!is_true) {
        abort();
    }
}

/* Ends the text at the next `mark` and returns what is behind it; the text's end if none is. */
static char *cut(char *text, char mark) {
    char *at = strchr(text, mark);
    if (!at) {
        return text + strlen(text);
    }
    *at = '\0';
    return at + 1;
}

/* "method target version", a header a line, an empty line; what is behind it is returned. */
static char *read_head(char *text, GateHead *head) {
    char *rest = cut(text, '\n');
    *head = (GateHead){.method = text, .size = strlen(text)};
    char *target = cut(text, ' ');
    head->version = cut(target, ' ');
    head->target = strlen(target) < GATE_TARGET_MAX ? target : NULL;
    while (*rest && *rest != '\n') {
        char *line = rest;
        rest = cut(line, '\n');
        char *value = cut(line, ':');
        gate_add_header(head, line, value);
    }
    return *rest ? rest + 1 : rest;
}

static void check_ask(const PhoneAsk *ask) {
    char shown[PHONES_LINE_MAX];
    static const uint8_t none[PHONES_TOKEN];
    require(ask->kind >= PHONE_LOOK && ask->kind < PHONE_ASK_COUNT);
    require(ask->has_token || memcmp(ask->token, none, PHONES_TOKEN) == 0);
    require(ask->has_key || memcmp(ask->key, none, PHONES_TOKEN) == 0);
    require(ask->number >= -1 && ask->number <= 999);
    require(ask->pair_number >= -1 && ask->pair_number <= 999);
    require(ask->question >= 0 && ask->value >= PICK_PASSED && ask->value < PLAN_OPTIONS_MAX);
    require(ask->kind == PHONE_PICK ? ask->value != PICK_NONE : ask->value == PICK_NONE);
    for (int i = 0; i < 3; i++) {
        require(ask->landing[i] >= 0 && ask->landing[i] <= 2);
    }
    require(memchr(ask->text, '\0', sizeof ask->text) != NULL);
    require(phones_clean(shown, sizeof shown, ask->text, PHONES_LINE_LETTERS));
    require(text_length(shown) <= PHONES_LINE_LETTERS && !strpbrk(shown, "\r\n\t\x1b"));
}

static void check_request(const GateHead *head, const ServerRequest *request, int file) {
    bool is_post = strcmp(head->method, "POST") == 0;
    require(strcmp(head->version, "HTTP/1.1") == 0);
    require(head->counts[GATE_HOST] == 1 && head->counts[GATE_TRANSFER] == 0);
    require(strcmp(head->values[GATE_HOST], &ORIGIN[strlen("http://")]) == 0);
    require(is_post || strcmp(head->method, "GET") == 0);
    require(is_post == (request->want == SERVER_DEED));
    require(is_post == (request->ask.kind != PHONE_LOOK));
    require(!is_post || strcmp(head->values[GATE_ORIGIN], ORIGIN) == 0);
    require(!is_post || atol(head->values[GATE_LENGTH]) <= SERVER_BODY_MAX);
    require(file == -1 || (file == 0 && strcmp(head->target, "/phone.css") == 0));
    require(text_is_utf8(request->word, strlen(request->word)));
    require(text_is_utf8(request->pair_word, strlen(request->pair_word)));
}

static void read_as_form(const char *bytes, size_t size) {
    static Form form;
    if (!form_read(&form, bytes, size)) {
        require(form.count == 0);
        return;
    }
    require(form.count <= FORM_FIELDS_MAX);
    for (int i = 0; i < form.count; i++) {
        const FormField *field = &form.fields[i];
        require(form_value(&form, field->name) == field->value);
        require(text_is_utf8(field->value, strlen(field->value)));
        require(strlen(field->name) + strlen(field->value) < size);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const ServerFile files[] = {{"/phone.css", "text/css", "a{}", 3}};
    static const Gate gate = {ORIGIN, files, 1};
    ServerRequest request;
    GateHead head;
    int file = 0;
    char *bytes = malloc(size + 1);
    require(bytes);
    memcpy(bytes, data, size);
    bytes[size] = '\0';
    read_as_form(bytes, size);
    char *body = read_head(bytes, &head);
    int status = gate_check(&gate, &head, &request, &file);
    require(status == 0 || (status >= 400 && status <= 505));
    if (status == 0) {
        check_request(&head, &request, file);
    }
    if (status == 0 && request.want == SERVER_DEED) {
        status = gate_read_body(body, (size_t)(bytes + size - body), &request);
        require(status == 0 || status == 400);
    }
    if (status == 0) {
        check_ask(&request.ask);
    }
    free(bytes);
    return 0;
}
