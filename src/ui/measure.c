/* SPDX-License-Identifier: MIT */
/* Fixed text metrics for tests. */
#include "measure.h"

float measure_fixed(void *context, FontFace face, float size, const char *text, int length) {
    (void)context;
    float per_character = face == FONT_DISPLAY || face == FONT_DISPLAY_BOLD ? 0.56f : 0.5f;
    int characters = 0;
    for (int i = 0; i < length; i++) {
        characters += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return (float)characters * size * per_character;
}
