/* SPDX-License-Identifier: MIT */
/* The rules of scenes: how long lines stand, and which mark a press has found. */
#include "card_scene.h"

#include "text.h"

int scene_line_ms(const SceneLine *line) {
    int reading =
        SCENE_LINE_MS + SCENE_CHARACTER_MS * (text_length(line->text) + text_length(line->does));
    return (reading > SCENE_LINE_LEAST_MS ? reading : SCENE_LINE_LEAST_MS) + line->pause_ms;
}

int scene_start_ms(const Card *card, int index) {
    int sum = 0;
    for (int i = 0; i < index; i++) {
        sum += scene_line_ms(&card->lines[i]);
    }
    return sum;
}

int scene_line_at(const Card *card, int at_ms) {
    int line = 0;
    while (line + 1 < card->line_count && scene_start_ms(card, line + 1) <= at_ms) {
        line++;
    }
    return line;
}

static bool is_hit(const int *hits, int count, int line) {
    for (int i = 0; i < count; i++) {
        if (hits[i] == line) {
            return true;
        }
    }
    return false;
}

static int hit_of(const Card *card, const ScenePress *press, const int *hits, int count) {
    int last = scene_line_at(card, press->at_ms);
    for (int line = last; line >= 0; line--) {
        bool is_late = press->at_ms - scene_start_ms(card, line + 1) > SCENE_GRACE_MS;
        if (is_late) {
            break;
        }
        if (card->lines[line].mark == press->mark && !is_hit(hits, count, line)) {
            return line;
        }
    }
    return -1;
}

void scene_match(const Card *card, const ScenePress *presses, int count, int *hits) {
    for (int i = 0; i < count; i++) {
        hits[i] = hit_of(card, &presses[i], hits, i);
    }
}

bool scene_has_found(const Play *play, int player, int index) {
    int hits[SCENE_PRESSES_MAX];
    const SceneShow *show = &play->show;
    int count = show->press_count[player - 1];
    scene_match(play->card, show->presses[player - 1], count, hits);
    return is_hit(hits, count, index);
}

Outcome card_scene_outcome(const Play *play, Tally before) {
    int points = 0, most = 0;
    for (int i = 0; i < play->card->line_count; i++) {
        if (play->card->lines[i].mark < SCENE_MARK_COUNT) {
            points += scene_has_found(play, 1, i) + scene_has_found(play, 2, i);
            most += 2;
        }
    }
    int score = most ? (2 * RULES_SCORE_MAX * points + most) / (2 * most) : 0;
    StoneMove stones = rules_plain_stones(CARD_SCENE, score);
    return (Outcome){.score = score, .stones = stones, .mark = stones.bridge, .before = before};
}
