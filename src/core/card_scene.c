/* SPDX-License-Identifier: MIT */
/* How long a scene and its lines take. */
#include "card_scene.h"

#include "text.h"

int scene_line_ms(const SceneLine *line) {
    int reading =
        SCENE_LINE_MS + SCENE_CHARACTER_MS * (text_length(line->text) + text_length(line->does));
    return (reading > SCENE_LINE_LEAST_MS ? reading : SCENE_LINE_LEAST_MS) + line->pause_ms;
}

int scene_ms(const Card *card) {
    int sum = 0;
    for (int i = 0; i < card->line_count; i++) {
        sum += scene_line_ms(&card->lines[i]);
    }
    return sum;
}
