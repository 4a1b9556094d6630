/* SPDX-License-Identifier: MIT */
/* The body of a form, taken apart. Decoding never makes it longer, so one buffer holds all. */
#include "form.h"

#include "text.h"

#include <string.h>

int form_hex(char digit) {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
        return digit - 'a' + 10;
    }
    return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

static bool is_control(int byte) {
    return (byte < 0x20 && byte != '\t' && byte != '\r' && byte != '\n') || byte == 0x7f;
}

bool form_unescape(char *text) {
    char *to = text;
    for (const char *from = text; *from; from++) {
        int byte = (unsigned char)*from;
        if (byte == '%') {
            int high = form_hex(from[1]);
            int low = high < 0 ? -1 : form_hex(from[2]);
            if (low < 0) {
                return false;
            }
            byte = high * 16 + low;
            from += 2;
        }
        if (is_control(byte)) {
            return false;
        }
        *to++ = (char)byte;
    }
    *to = '\0';
    return true;
}

static bool is_name(const char *text) {
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789");
    return length > 0 && length < FORM_NAME_MAX && text[length] == '\0';
}

/* `pair`: "name=value" in form->text, which is changed. */
static bool add_field(Form *form, char *pair) {
    char *equals = strchr(pair, '=');
    if (!equals || form->count == FORM_FIELDS_MAX) {
        return false;
    }
    *equals = '\0';
    char *value = equals + 1;
    for (char *at = strchr(value, '+'); at; at = strchr(at, '+')) {
        *at = ' ';
    }
    if (!is_name(pair) || form_value(form, pair) || !form_unescape(value) ||
        !text_is_utf8(value, strlen(value))) {
        return false;
    }
    form->fields[form->count++] = (FormField){pair, value};
    return true;
}

static bool read_fields(Form *form) {
    char *pair = form->text;
    for (char *end = strchr(pair, '&'); end; end = strchr(pair, '&')) {
        *end = '\0';
        if (!add_field(form, pair)) {
            return false;
        }
        pair = end + 1;
    }
    return add_field(form, pair);
}

bool form_read(Form *form, const char *bytes, size_t size) {
    form->count = 0;
    form->text[0] = '\0';
    if (size == 0) {
        return true;
    }
    if (size > FORM_BYTES_MAX || memchr(bytes, '\0', size)) {
        return false;
    }
    memcpy(form->text, bytes, size);
    form->text[size] = '\0';
    if (!read_fields(form)) {
        form->count = 0;
        return false;
    }
    return true;
}

const char *form_value(const Form *form, const char *name) {
    for (int i = 0; i < form->count; i++) {
        if (strcmp(form->fields[i].name, name) == 0) {
            return form->fields[i].value;
        }
    }
    return NULL;
}
