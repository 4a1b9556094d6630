/* SPDX-License-Identifier: MIT */
/* UTF-8 decoding after RFC 3629, and copies that never cut a character. */
#include "text.h"

#include <string.h>

static int sequence_length(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* Bytes of the well-formed character at `text`, or 0. Never reads past `limit` bytes. */
static int decode(const char *text, size_t limit, uint32_t *code) {
    const unsigned char *byte = (const unsigned char *)text;
    int length = limit ? sequence_length(byte[0]) : 0;
    if (length == 0 || (size_t)length > limit) {
        return 0;
    }
    static const uint32_t lead_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t value = byte[0] & lead_mask[length];
    for (int i = 1; i < length; i++) {
        if ((byte[i] & 0xC0) != 0x80) {
            return 0;
        }
        value = value << 6 | (byte[i] & 0x3Fu);
    }
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        return 0;
    }
    *code = value;
    return length;
}

void text_copy(char *out, size_t size, const char *text) {
    if (size == 0) {
        return;
    }
    out[0] = '\0';
    text_append(out, size, text);
}

void text_append(char *out, size_t size, const char *text) {
    size_t used = strlen(out);
    size_t length = strlen(text);
    size_t room = size - used - 1;
    if (length > room) {
        length = room;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) {
            length--;
        }
    }
    memcpy(out + used, text, length);
    out[used + length] = '\0';
}

uint32_t text_next(const char **cursor) {
    if (**cursor == '\0') {
        return 0;
    }
    size_t ahead = 0;
    while (ahead < 4 && (*cursor)[ahead] != '\0') {
        ahead++;
    }
    uint32_t code = 0xFFFD;
    int length = decode(*cursor, ahead, &code);
    *cursor += length ? length : 1;
    return length ? code : 0xFFFD;
}

bool text_is_utf8(const char *text, size_t length) {
    uint32_t code;
    while (length > 0) {
        int used = decode(text, length, &code);
        if (used == 0) {
            return false;
        }
        text += used;
        length -= (size_t)used;
    }
    return true;
}

int text_length(const char *text) {
    int count = 0;
    while (text_next(&text)) {
        count++;
    }
    return count;
}

bool text_equal(const char *a, const char *b) {
    return strcmp(a, b) == 0;
}

void text_append_int(char *out, size_t size, int64_t value) {
    char digits[24];
    int at = (int)sizeof digits - 1;
    digits[at] = '\0';
    uint64_t rest = value < 0 ? (uint64_t)0 - (uint64_t)value : (uint64_t)value;
    do {
        digits[--at] = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest > 0);
    if (value < 0) {
        digits[--at] = '-';
    }
    text_append(out, size, digits + at);
}

bool text_read_int(const char **cursor, int64_t *value) {
    const char *at = *cursor;
    while (*at == ' ') {
        at++;
    }
    int64_t sign = *at == '-' ? -1 : 1;
    at += sign < 0;
    int digits = 0;
    for (*value = 0; *at >= '0' && *at <= '9' && digits < 18; at++, digits++) {
        *value = *value * 10 + (*at - '0');
    }
    *value *= sign;
    *cursor = at;
    return digits > 0 && !(*at >= '0' && *at <= '9');
}
