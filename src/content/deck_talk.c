/* SPDX-License-Identifier: MIT */
/* The nodes of a `talk`: what the sharer says, and the replies that lead on from there. */
#include "deck_card.h"

#include "deck.h"
#include "text.h"

#include <stdint.h>

enum { TURN_MAX = 4 };

static const char *const yes_names[] = {"no", "yes"};

static void read_repair(FieldReader *reader, const YamlNode *value, void *target) {
    TalkReply *reply = target;
    reply->is_repair = fields_word(reader, value, "repair", yes_names, 0, 2) == 1;
}

static void read_marks(FieldReader *reader, const YamlNode *value, void *target) {
    TalkReply *reply = target;
    deck_marks_read(reader, value, reply->marks);
}

/* Found once all nodes are known. */
static void leave_to(FieldReader *reader, const YamlNode *value, void *target) {
    (void)reader, (void)value, (void)target;
}

static const Field reply_fields[] = {
    {.key = "text",
     .type = FIELD_TEXT,
     .offset = offsetof(TalkReply, text),
     .high = DECK_REPLY_MAX},
    {.key = "turn", .type = FIELD_NUMBER, .offset = offsetof(TalkReply, turn), .high = TURN_MAX},
    {.key = "marks", .type = FIELD_OTHER, .read = read_marks, .is_optional = true},
    {.key = "to", .type = FIELD_OTHER, .read = leave_to},
    {.key = "repair", .type = FIELD_OTHER, .read = read_repair, .is_optional = true},
    {.key = "rejection",
     .type = FIELD_WORD,
     .offset = offsetof(TalkReply, rejection),
     .words = rejection_names,
     .high = REJECTION_NONE,
     .is_optional = true},
};

static void read_replies(FieldReader *reader, const YamlNode *value, void *target) {
    TalkNode *node = target;
    if (value->kind != YAML_LIST || value->count < TALK_REPLIES_MIN ||
        value->count > TALK_REPLIES_MAX) {
        findings_error(reader->findings, value->line, value->column,
                       "“replies”: expected %d or %d, each opened by a dash; here are %d.",
                       TALK_REPLIES_MIN, TALK_REPLIES_MAX,
                       value->kind == YAML_LIST ? value->count : 0);
        return;
    }
    node->reply_count = 0; /* “replies” may stand here twice, which is an error of its own */
    for (const YamlNode *map = value->first; map; map = map->next) {
        TalkReply *reply = &node->replies[node->reply_count++];
        if (map->kind != YAML_MAP) {
            findings_error(reader->findings, map->line, map->column,
                           "A reply is several lines: text, turn, marks, to.");
            continue;
        }
        fields_read(reader, map, reply_fields, sizeof reply_fields / sizeof *reply_fields,
                    "A reply", reply);
    }
}

#define TEXT(name, most, may_be_left_out)                                                          \
    {                                                                                              \
        .key = #name, .type = FIELD_TEXT, .offset = offsetof(TalkNode, name), .high = (most),      \
        .is_optional = (may_be_left_out)                                                           \
    }

static const Field node_fields[] = {
    {.key = "node",
     .type = FIELD_NAME,
     .offset = offsetof(TalkNode, id),
     .high = DECK_NODE_NAME_MAX},
    TEXT(line, DECK_TALK_LINE_MAX, false),
    TEXT(does, DECK_DOES_MAX, true),
    {.key = "face",
     .type = FIELD_WORD,
     .offset = offsetof(TalkNode, face),
     .words = face_names,
     .high = FACE_COUNT},
    {.key = "mood",
     .type = FIELD_NUMBER,
     .offset = offsetof(TalkNode, mood),
     .low = -TALK_MOOD_MAX,
     .high = TALK_MOOD_MAX},
    {.key = "replies", .type = FIELD_OTHER, .read = read_replies, .is_optional = true},
    {.key = "ending",
     .type = FIELD_WORD,
     .offset = offsetof(TalkNode, ending),
     .words = talk_ending_names,
     .high = TALK_ENDING_COUNT,
     .is_optional = true},
    TEXT(last, DECK_LAST_MAX, true),
};

/* A node goes on or it ends, and an ending has a last sentence. */
static void check_ending(FieldReader *reader, const YamlNode *map, const char *id) {
    const YamlNode *replies = yaml_find(map, "replies");
    const YamlNode *ending = yaml_find(map, "ending");
    const YamlNode *last = yaml_find(map, "last");
    if (!replies && !ending) {
        findings_error(reader->findings, map->line, map->column,
                       "“%s” needs “replies”, or a line “ending”: close, halfway or later.", id);
    } else if (replies && ending) {
        findings_error(reader->findings, ending->key_line, ending->key_column,
                       "“%s” has replies, so it isn't an ending: leave out one of the two.", id);
    } else if (ending && !last) {
        findings_error(reader->findings, ending->line, ending->column,
                       "An ending needs a line “last”: one sentence that sends the two off.");
    } else if (last && !ending) {
        findings_error(reader->findings, last->key_line, last->key_column,
                       "“last” belongs to an ending.");
    }
}

static int find_node(const TalkNode *nodes, int count, const char *id) {
    for (int i = 0; i < count; i++) {
        if (nodes[i].id[0] && text_equal(nodes[i].id, id)) {
            return i;
        }
    }
    return -1;
}

static void read_node(FieldReader *reader, const YamlNode *map, TalkNode *nodes, int index) {
    TalkNode *node = &nodes[index];
    *node = (TalkNode){.id = "", .line = "", .does = "", .last = "", .ending = TALK_ENDING_COUNT};
    for (int i = 0; i < TALK_REPLIES_MAX; i++) {
        node->replies[i] = (TalkReply){.text = "", .rejection = REJECTION_NONE};
    }
    if (map->kind != YAML_MAP) {
        findings_error(reader->findings, map->line, map->column,
                       "A node begins with “- node:”, and its other lines stand below.");
        return;
    }
    fields_read(reader, map, node_fields, sizeof node_fields / sizeof *node_fields, "A node",
                node);
    check_ending(reader, map, node->id);
    const YamlNode *id = yaml_find(map, "node");
    if (id && find_node(nodes, index, node->id) >= 0) {
        findings_error(reader->findings, id->line, id->column,
                       "There is a node “%s” already in this card.", node->id);
    }
}

static void settle_to(FieldReader *reader, const YamlNode *to, const TalkNode *nodes, int count,
                      TalkReply *reply) {
    const char *ids[TALK_NODES_MAX];
    for (int i = 0; i < count; i++) {
        ids[i] = nodes[i].id;
    }
    int index = to->kind == YAML_TEXT ? find_node(nodes, count, to->text) : -1;
    reply->to = index < 0 ? 0 : index;
    if (index < 0) {
        const char *word = to->kind == YAML_TEXT ? to->text : "";
        const char *near = findings_nearest_word(word, ids, count);
        findings_error(reader->findings, to->line, to->column,
                       "“to”: there is no node “%.40s” in this card.%s%s%s", word,
                       near ? " Did you mean “" : "", near ? near : "", near ? "”?" : "");
    }
}

static void settle_replies(FieldReader *reader, const YamlNode *map, TalkNode *nodes, int count,
                           TalkNode *node) {
    const YamlNode *replies = map->kind == YAML_MAP ? yaml_find(map, "replies") : NULL;
    const YamlNode *item = replies ? replies->first : NULL;
    for (int i = 0; item && i < node->reply_count; i++, item = item->next) {
        const YamlNode *to = item->kind == YAML_MAP ? yaml_find(item, "to") : NULL;
        if (to) {
            settle_to(reader, to, nodes, count, &node->replies[i]);
        }
    }
}

void deck_nodes_read(FieldReader *reader, const YamlNode *value, void *target) {
    Card *card = target;
    if (value->kind != YAML_LIST || value->count < TALK_NODES_MIN ||
        value->count > TALK_NODES_MAX) {
        findings_error(reader->findings, value->line, value->column,
                       "“nodes”: expected %d to %d, each opened by a dash; here are %d.",
                       TALK_NODES_MIN, TALK_NODES_MAX,
                       value->kind == YAML_LIST ? value->count : 0);
        return;
    }
    TalkNode *nodes = arena_alloc(reader->texts, (size_t)value->count * sizeof *nodes);
    if (!nodes) {
        reader->is_out_of_memory = true;
        return;
    }
    int count = 0;
    for (const YamlNode *map = value->first; map; map = map->next) {
        read_node(reader, map, nodes, count++);
    }
    const YamlNode *map = value->first;
    for (int i = 0; i < count; i++, map = map->next) {
        settle_replies(reader, map, nodes, count, &nodes[i]);
    }
    card->nodes = nodes;
    card->node_count = count;
}
