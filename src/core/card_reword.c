/* SPDX-License-Identifier: MIT */
/* The rules of reword cards: pieces in rows, and the mean of their turns. */
#include "card_reword.h"

#include <stddef.h>

static const Chunk *laid_chunk(const Play *play, int part) {
    int place = play->laid[part];
    return place >= 0 ? &play->card->chunks[play->pieces[place]] : NULL;
}

void card_reword_start(Play *play, uint64_t seed, Day day, int nth) {
    dealer_shuffle(seed, day, nth, play->pieces, play->card->chunk_count);
}

bool card_reword_put(Play *play, int place) {
    if (place < 0 || place >= play->card->chunk_count) {
        return false;
    }
    int *row = &play->laid[play->card->chunks[play->pieces[place]].part];
    *row = *row == place ? -1 : place;
    return true;
}

bool card_reword_is_ready(const Play *play) {
    for (int part = 0; part < PART_COUNT; part++) {
        if (!laid_chunk(play, part)) {
            return false;
        }
    }
    return true;
}

int card_reword_accusing(const Play *play) {
    int count = 0;
    for (int part = 0; part < PART_COUNT; part++) {
        const Chunk *chunk = laid_chunk(play, part);
        count += chunk && chunk->turn <= REWORD_ACCUSES;
    }
    return count;
}

Outcome card_reword_outcome(const Play *play, Tally before) {
    int turns = 0;
    for (int part = 0; part < PART_COUNT; part++) {
        turns += laid_chunk(play, part)->turn;
    }
    int score = rules_mean_score(turns, PART_COUNT);
    StoneMove stones = rules_plain_stones(CARD_REWORD, score);
    return (Outcome){.score = score, .stones = stones, .mark = stones.bridge, .before = before};
}
