/* SPDX-License-Identifier: MIT */
/* The chunks of a `reword` card: for each part of an I-feel statement some that can be said and
 * some that only sound like it. */
#include "deck_card.h"

#include "deck.h"
#include "text.h"

#include <string.h>

enum { TURN_MAX = 4, TURN_GOOD = 3, TURN_ACCUSING = 1, ACCUSING_MIN = 2 };

static const Field chunk_fields[] = {
    {.key = "part",
     .type = FIELD_WORD,
     .offset = offsetof(Chunk, part),
     .words = part_names,
     .high = PART_COUNT},
    {.key = "text", .type = FIELD_TEXT, .offset = offsetof(Chunk, text), .high = DECK_CHUNK_MAX},
    {.key = "turn", .type = FIELD_NUMBER, .offset = offsetof(Chunk, turn), .high = TURN_MAX},
    {.key = "why",
     .type = FIELD_TEXT,
     .offset = offsetof(Chunk, why),
     .high = DECK_WHY_MAX,
     .is_optional = true},
};

void deck_chunks_read(FieldReader *reader, const YamlNode *value, void *target) {
    Card *card = target;
    if (value->kind != YAML_LIST || value->count < DECK_CHUNKS_MIN ||
        value->count > CARD_CHUNKS_MAX) {
        findings_error(reader->findings, value->line, value->column,
                       "“chunks”: expected %d to %d, each opened by a dash.", DECK_CHUNKS_MIN,
                       CARD_CHUNKS_MAX);
        return;
    }
    Chunk *chunks = arena_alloc(reader->texts, (size_t)value->count * sizeof *chunks);
    if (!chunks) {
        reader->is_out_of_memory = true;
        return;
    }
    int count = 0;
    for (const YamlNode *map = value->first; map; map = map->next) {
        if (map->kind != YAML_MAP) {
            findings_error(reader->findings, map->line, map->column,
                           "A chunk is several lines: part, text, turn and, if it accuses, why.");
            continue;
        }
        chunks[count] = (Chunk){.text = "", .why = ""};
        fields_read(reader, map, chunk_fields, sizeof chunk_fields / sizeof *chunk_fields,
                    "A chunk", &chunks[count]);
        count++;
    }
    card->chunks = chunks;
    card->chunk_count = count;
}

static void check_chunk(FieldReader *reader, const YamlNode *map, const Card *card, int index) {
    const Chunk *chunk = &card->chunks[index];
    if (chunk->turn <= TURN_ACCUSING && !chunk->why[0]) {
        const YamlNode *turn = yaml_find(map, "turn");
        findings_error(reader->findings, turn->line, turn->column,
                       "A chunk of turn %d needs a line “why”: what it does to the listener.",
                       chunk->turn);
    }
    for (int i = 0; i < index; i++) {
        if (text_equal(card->chunks[i].text, chunk->text)) {
            const YamlNode *text = yaml_find(map, "text");
            findings_error(reader->findings, text->line, text->column,
                           "Two chunks of this card have the same text.");
        }
    }
}

void deck_chunks_check(FieldReader *reader, const YamlNode *map, const Card *card) {
    const YamlNode *chunks = yaml_find(map, "chunks");
    const YamlNode *item = chunks->first;
    int good[PART_COUNT] = {0}, accusing = 0, most = 0;
    for (int i = 0; i < card->chunk_count; i++, item = item->next) {
        check_chunk(reader, item, card, i);
        good[card->chunks[i].part] += card->chunks[i].turn >= TURN_GOOD;
        accusing += card->chunks[i].turn <= TURN_ACCUSING;
    }
    for (int part = 0; part < PART_COUNT; part++) {
        most = good[part] > most ? good[part] : most;
        if (good[part] == 0) {
            findings_error(reader->findings, chunks->key_line, chunks->key_column,
                           "“chunks”: the part “%s” has none of turn 3 or 4.", part_names[part]);
        }
    }
    if (most == 1) {
        findings_error(reader->findings, chunks->key_line, chunks->key_column,
                       "“chunks”: there is only one good sentence. Give some part a second chunk "
                       "of turn 3 or 4.");
    }
    if (accusing < ACCUSING_MIN) {
        findings_error(reader->findings, chunks->key_line, chunks->key_column,
                       "“chunks”: at least two must accuse (turn 0 or 1), so that there is "
                       "something to hear.");
    }
}
