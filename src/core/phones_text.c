/* SPDX-License-Identifier: MIT */
/* Texts from phones: one honest line, whatever was sent. */
#include "phones.h"
#include "text.h"

#include <string.h>

typedef struct CodeRange {
    uint32_t first, last;
} CodeRange;

/* Controls, marks and overrides of direction (Unicode UAX 9), what has no width or no meaning in a
 * line, noncharacters, private use, tags. */
static const CodeRange dropped[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD}, {0x034F, 0x034F},   {0x061C, 0x061C},
    {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200F},   {0x2028, 0x202E},
    {0x2060, 0x206F}, {0x3164, 0x3164}, {0xE000, 0xF8FF}, {0xFDD0, 0xFDEF},   {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFF}, {0xE0000, 0x10FFFF}};

static const CodeRange marks[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x1AB0, 0x1AFF},
                                  {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}};

static const CodeRange spaces[] = {{0x0009, 0x000D}, {0x0020, 0x0020}, {0x0085, 0x0085},
                                   {0x00A0, 0x00A0}, {0x1680, 0x1680}, {0x2000, 0x200A},
                                   {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F},
                                   {0x2800, 0x2800}, {0x3000, 0x3000}};

static bool lies_in(uint32_t code, const CodeRange *ranges, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (code >= ranges[i].first && code <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

#define LIES_IN(code, ranges) lies_in(code, ranges, sizeof(ranges) / sizeof *(ranges))

enum { MARKS_ON_A_LETTER = 2 };

bool phones_clean(char *to, int size, const char *text, int letters) {
    int length = 0, count = 0, marked = 0;
    bool space_due = false;
    to[0] = '\0';
    if (!text_is_utf8(text, strlen(text))) {
        return false;
    }
    while (*text && count < letters) {
        const char *start = text;
        uint32_t code = text_next(&text);
        bool is_mark = LIES_IN(code, marks);
        if (LIES_IN(code, spaces)) {
            space_due = length > 0;
            continue;
        }
        if (LIES_IN(code, dropped) || (is_mark && (length == 0 || ++marked > MARKS_ON_A_LETTER))) {
            continue;
        }
        marked = is_mark ? marked : 0;
        int bytes = (int)(text - start);
        if (length + bytes + space_due >= size || count + space_due >= letters) {
            break;
        }
        if (space_due) {
            to[length++] = ' ';
            count++;
        }
        memcpy(to + length, start, (size_t)bytes);
        length += bytes;
        count++;
        space_due = false;
    }
    to[length] = '\0';
    return true;
}
