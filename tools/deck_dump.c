/* SPDX-License-Identifier: MIT */
/* Cards as JSON objects: every text under its name in the deck. */
#include "deck_dump.h"
#include "card_scene.h"

#include <jansson.h>
#include <stdio.h>

/* What authors may leave out is left out here, too. */
static void put_text(json_t *object, const char *key, const char *text) {
    if (text && text[0]) {
        json_object_set_new(object, key, json_string(text));
    }
}

static json_t *words_of(unsigned bits, const char *const *words, int count) {
    json_t *list = json_array();
    for (int i = 0; i < count; i++) {
        if (bits >> i & 1u) {
            json_array_append_new(list, json_string(words[i]));
        }
    }
    return list;
}

static json_t *answer_of(const Card *card, const Answer *answer) {
    json_t *object = json_object();
    put_text(object, "text", answer->text);
    put_text(object, "note", answer->note);
    put_text(object, "lands", answer->lands);
    put_text(object, "why", answer->why);
    if (card->kind == CARD_LISTEN) {
        put_text(object, "holds", holds_names[answer->holds]);
        return object;
    }
    put_text(object, "style", answer->style);
    json_object_set_new(object, "turn", json_integer(answer->turn));
    if (answer->rejection != REJECTION_NONE) {
        put_text(object, "rejection", rejection_names[answer->rejection]);
    }
    return object;
}

static void put_answers(json_t *object, const Card *card) {
    json_t *answers = json_array();
    for (int i = 0; i < CARD_ANSWERS; i++) {
        json_array_append_new(answers, answer_of(card, &card->answers[i]));
    }
    json_object_set_new(object, "answers", answers);
}

static void put_choices(json_t *object, const Card *card) {
    json_t *choices = json_array();
    for (int i = 0; i < CARD_ANSWERS; i++) {
        const char *choice = card->kind == CARD_SPOT ? rejection_names[card->spot_choices[i]]
                                                     : card->choices[i];
        json_array_append_new(choices, json_string(choice));
    }
    json_object_set_new(object, "choices", choices);
}

static void put_chunks(json_t *object, const Card *card) {
    json_t *chunks = json_array();
    for (int i = 0; i < card->chunk_count; i++) {
        json_t *chunk = json_object();
        put_text(chunk, "text", card->chunks[i].text);
        put_text(chunk, "why", card->chunks[i].why);
        put_text(chunk, "part", part_names[card->chunks[i].part]);
        json_object_set_new(chunk, "turn", json_integer(card->chunks[i].turn));
        json_array_append_new(chunks, chunk);
    }
    json_object_set_new(object, "chunks", chunks);
}

static json_t *line_of(const SceneLine *line) {
    json_t *object = json_object();
    put_text(object, "text", line->text);
    put_text(object, "does", line->does);
    put_text(object, "why", line->why);
    if (line->who < SCENE_PEOPLE) {
        put_text(object, "who", line->who == 0 ? "left" : "right");
        put_text(object, "face", face_names[line->faces[line->who]]);
    }
    if (line->mark < SCENE_MARK_COUNT) {
        put_text(object, "mark", scene_mark_names[line->mark]);
    }
    return object;
}

static void put_lines(json_t *object, const Card *card) {
    json_t *lines = json_array();
    for (int i = 0; i < card->line_count; i++) {
        json_array_append_new(lines, line_of(&card->lines[i]));
    }
    json_object_set_new(object, "lines", lines);
    json_object_set_new(object, "people",
                        json_pack("[s, s]", card->people[0], card->people[1]));
    json_object_set_new(object, "ms", json_integer(scene_start_ms(card, card->line_count)));
}

static json_t *reply_of(const Card *card, const TalkReply *reply) {
    json_t *object = json_object();
    put_text(object, "text", reply->text);
    put_text(object, "to", card->nodes[reply->to].id);
    json_object_set_new(object, "turn", json_integer(reply->turn));
    json_object_set_new(object, "repair", json_boolean(reply->is_repair));
    if (reply->rejection != REJECTION_NONE) {
        put_text(object, "rejection", rejection_names[reply->rejection]);
    }
    return object;
}

static json_t *node_of(const Card *card, const TalkNode *node) {
    json_t *object = json_object();
    json_t *replies = json_array();
    put_text(object, "node", node->id);
    put_text(object, "line", node->line);
    put_text(object, "does", node->does);
    put_text(object, "last", node->last);
    put_text(object, "face", face_names[node->face]);
    json_object_set_new(object, "mood", json_integer(node->mood));
    for (int i = 0; i < node->reply_count; i++) {
        json_array_append_new(replies, reply_of(card, &node->replies[i]));
    }
    json_object_set_new(object, "replies", replies);
    if (node->ending < TALK_ENDING_COUNT) {
        put_text(object, "ending", talk_ending_names[node->ending]);
    }
    return object;
}

static void put_nodes(json_t *object, const Card *card) {
    json_t *nodes = json_array();
    for (int i = 0; i < card->node_count; i++) {
        json_array_append_new(nodes, node_of(card, &card->nodes[i]));
    }
    json_object_set_new(object, "nodes", nodes);
}

static void put_texts(json_t *object, const Card *card) {
    put_text(object, "title", card->title);
    put_text(object, "manner", card->manner);
    put_text(object, card->kind == CARD_SCENE ? "setting" : "scene", card->scene);
    put_text(object, card->kind == CARD_ASK ? "question" : "line", card->line);
    put_text(object, "why", card->why);
    put_text(object, "lands", card->lands);
    put_text(object, "hint", card->hint);
    put_text(object, "talk", card->talk);
    put_text(object, "text", card->text);
    put_text(object, "apart", card->apart);
    put_text(object, "note", card->note);
    put_text(object, "picture", card->picture);
}

static void put_kind(json_t *object, const Card *card) {
    if (card->kind == CARD_RESPOND || card->kind == CARD_LISTEN) {
        put_answers(object, card);
    } else if (card->kind == CARD_SPOT || card->kind == CARD_ASK) {
        put_choices(object, card);
    } else if (card->kind == CARD_REWORD) {
        put_chunks(object, card);
    } else if (card->kind == CARD_SCENE) {
        put_lines(object, card);
    } else if (card->kind == CARD_TALK) {
        put_nodes(object, card);
    }
    if (card->kind == CARD_RESPOND || card->kind == CARD_OWN_WORDS || card->kind == CARD_TALK) {
        put_text(object, "situation", situation_names[card->situation]);
    } else if (card->kind == CARD_SPOT) {
        put_text(object, "is", rejection_names[card->spot_choices[card->spot_right]]);
    } else if (card->kind == CARD_DO) {
        json_object_set_new(object, "minutes", json_integer(card->minutes));
    }
}

static json_t *card_of(const DeckSet *set, const Card *card) {
    json_t *object = json_object();
    const char *file = "";
    int line = deck_set_place(set, card->id, &file);
    put_text(object, "id", card->id);
    put_text(object, "kind", card_kind_names[card->kind]);
    put_text(object, "deck", card->deck);
    put_text(object, "file", file);
    json_object_set_new(object, "begins", json_integer(line));
    put_texts(object, card);
    put_kind(object, card);
    if (card->kind != CARD_TINY) {
        put_text(object, "theme", card->theme < THEME_COUNT ? theme_names[card->theme] : "");
        put_text(object, "register", register_names[card->reg]);
        json_object_set_new(object, "depth", json_integer(card->depth));
        json_object_set_new(object, "skills", words_of(card->skills, skill_names, SKILL_COUNT));
        json_object_set_new(object, "topics", words_of(card->topics, topic_names, TOPIC_COUNT));
    }
    return object;
}

bool deck_dump(const DeckSet *set, const CardSet *cards) {
    json_t *list = json_array();
    for (int i = 0; i < cards->count; i++) {
        json_array_append_new(list, card_of(set, &cards->cards[i]));
    }
    json_t *root = json_pack("{s:o}", "cards", list);
    bool is_whole = root && json_array_size(list) == (size_t)cards->count &&
                    json_dumpf(root, stdout, 0) == 0 && putchar('\n') != EOF;
    json_decref(root);
    return is_whole;
}
