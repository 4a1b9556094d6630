/* SPDX-License-Identifier: MIT */
/* The proof that every way through a `talk` is one: reached, ending, of a fair length, and with
 * something kind to say at each turn. */
#include "deck_card.h"

#include "deck.h"
#include "text.h"

#include <string.h>

enum { TURN_GOOD = 3, TURN_STINGS = 1, WAY_WORDS_MAX = 200, FAR = TALK_NODES_MAX };

typedef enum Visit { VISIT_NOT_YET, VISIT_UNDER_WAY, VISIT_DONE } Visit;

/* Lengths are replies from the start; `_from`: the node before on such a way, -1 at the start. */
typedef struct Graph {
    FieldReader *reader;
    const Card *card;
    const YamlNode *maps[TALK_NODES_MAX];
    Visit visits[TALK_NODES_MAX];
    int order[TALK_NODES_MAX]; /* the nodes reached, each after all that it leads to */
    int reached;
    bool has_circle;
    int shortest[TALK_NODES_MAX], shortest_from[TALK_NODES_MAX];
    int longest[TALK_NODES_MAX], longest_from[TALK_NODES_MAX];
} Graph;

static const YamlNode *reply_line(const Graph *graph, int node, int reply, const char *key) {
    const YamlNode *item = yaml_find(graph->maps[node], "replies")->first;
    while (reply-- > 0) {
        item = item->next;
    }
    return yaml_find(item, key);
}

/* Goes through everything that can be reached; at most TALK_NODES_MAX deep. */
static void visit(Graph *graph, int index) {
    const TalkNode *node = &graph->card->nodes[index];
    graph->visits[index] = VISIT_UNDER_WAY;
    for (int i = 0; i < node->reply_count; i++) {
        int to = node->replies[i].to;
        if (graph->visits[to] == VISIT_NOT_YET) {
            visit(graph, to);
        } else if (graph->visits[to] == VISIT_UNDER_WAY) {
            const YamlNode *at = reply_line(graph, index, i, "to");
            findings_error(graph->reader->findings, at->line, at->column,
                           "“to”: “%s” was said already on a way to “%s”: a talk never goes in a "
                           "circle.",
                           graph->card->nodes[to].id, node->id);
            graph->has_circle = true;
        }
    }
    graph->visits[index] = VISIT_DONE;
    graph->order[graph->reached++] = index;
}

static void check_reached(const Graph *graph) {
    for (int i = 0; i < graph->card->node_count; i++) {
        if (graph->visits[i] == VISIT_NOT_YET) {
            const YamlNode *id = yaml_find(graph->maps[i], "node");
            findings_error(graph->reader->findings, id->line, id->column,
                           "No way leads from “%s” to “%s”.", graph->card->nodes[0].id,
                           graph->card->nodes[i].id);
        }
    }
}

static void measure_reply(Graph *graph, int from, int to) {
    if (graph->shortest[from] + 1 < graph->shortest[to]) {
        graph->shortest[to] = graph->shortest[from] + 1;
        graph->shortest_from[to] = from;
    }
    if (graph->longest[from] + 1 > graph->longest[to]) {
        graph->longest[to] = graph->longest[from] + 1;
        graph->longest_from[to] = from;
    }
}

/* In the order of the talk, so that all ways to a node are known when it is left. */
static void measure(Graph *graph) {
    for (int i = 0; i < TALK_NODES_MAX; i++) {
        graph->shortest[i] = FAR;
        graph->longest[i] = graph->shortest_from[i] = graph->longest_from[i] = -1;
    }
    graph->shortest[0] = graph->longest[0] = 0;
    for (int i = graph->reached - 1; i >= 0; i--) {
        int from = graph->order[i];
        const TalkNode *node = &graph->card->nodes[from];
        for (int j = 0; j < node->reply_count; j++) {
            measure_reply(graph, from, node->replies[j].to);
        }
    }
}

/* The way to a node in words: “start, softer, later”. */
static void say_way(const Graph *graph, const int *from, int index, char out[WAY_WORDS_MAX]) {
    int way[TALK_NODES_MAX], count = 0;
    for (; index >= 0; index = from[index]) {
        way[count++] = index;
    }
    out[0] = '\0';
    while (count-- > 0) {
        text_append(out, WAY_WORDS_MAX, graph->card->nodes[way[count]].id);
        text_append(out, WAY_WORDS_MAX, count > 0 ? ", " : "");
    }
}

static void check_length(const Graph *graph, int index, int length, const int *from) {
    if (length >= TALK_TURNS_MIN && length <= TALK_TURNS_MAX) {
        return;
    }
    const YamlNode *id = yaml_find(graph->maps[index], "node");
    char way[WAY_WORDS_MAX];
    say_way(graph, from, index, way);
    findings_error(graph->reader->findings, id->line, id->column,
                   "“%s” comes after %d %s (%s); every way takes %d to %d.",
                   graph->card->nodes[index].id, length, length == 1 ? "reply" : "replies", way,
                   TALK_TURNS_MIN, TALK_TURNS_MAX);
}

static void check_endings(const Graph *graph, const YamlNode *nodes) {
    int count = 0, kinds = 0;
    unsigned seen = 0;
    for (int i = 0; i < graph->card->node_count; i++) {
        TalkEnding ending = graph->card->nodes[i].ending;
        if (ending == TALK_ENDING_COUNT) {
            continue;
        }
        check_length(graph, i, graph->shortest[i], graph->shortest_from);
        if (graph->longest[i] != graph->shortest[i]) {
            check_length(graph, i, graph->longest[i], graph->longest_from);
        }
        count++;
        kinds += !(seen >> ending & 1u);
        seen |= 1u << ending;
    }
    if (count < DECK_ENDINGS_MIN || kinds < 2) {
        findings_error(graph->reader->findings, nodes->key_line, nodes->key_column,
                       "“nodes”: %d endings of %d %s; a talk has at least %d endings of at least "
                       "two kinds (close, halfway, later).",
                       count, kinds, kinds == 1 ? "kind" : "kinds", DECK_ENDINGS_MIN);
    }
}

static bool has_repair(const TalkNode *node) {
    for (int i = 0; i < node->reply_count; i++) {
        if (node->replies[i].is_repair) {
            return true;
        }
    }
    return false;
}

static void check_rejection(const Graph *graph, int index, int number) {
    const TalkReply *reply = &graph->card->nodes[index].replies[number];
    const YamlNode *turn = reply_line(graph, index, number, "turn");
    const YamlNode *rejection = reply_line(graph, index, number, "rejection");
    if (reply->turn <= TURN_STINGS && !rejection) {
        findings_error(graph->reader->findings, turn->line, turn->column,
                       "A reply of turn %d needs a line “rejection”: one of the seven.",
                       reply->turn);
    } else if (reply->turn > TURN_STINGS && rejection) {
        findings_error(graph->reader->findings, rejection->line, rejection->column,
                       "“rejection” belongs to replies of turn 0 and 1; here the turn is %d.",
                       reply->turn);
    }
}

static void check_reply(const Graph *graph, int index, int number) {
    const TalkNode *node = &graph->card->nodes[index];
    const TalkReply *reply = &node->replies[number];
    const TalkNode *next = &graph->card->nodes[reply->to];
    check_rejection(graph, index, number);
    if (reply->turn <= TURN_STINGS && !has_repair(next)) {
        const YamlNode *to = reply_line(graph, index, number, "to");
        findings_error(graph->reader->findings, to->line, to->column,
                       "After a reply of turn %d it can be mended: “%s” needs a reply with "
                       "“repair: yes”.",
                       reply->turn, next->id);
    }
    if (reply->is_repair && reply->turn < TURN_GOOD) {
        const YamlNode *turn = reply_line(graph, index, number, "turn");
        findings_error(graph->reader->findings, turn->line, turn->column,
                       "A reply that mends is of turn 3 or 4; here the turn is %d.", reply->turn);
    }
    for (int i = 0; i < number; i++) {
        if (text_equal(node->replies[i].text, reply->text)) {
            const YamlNode *text = reply_line(graph, index, number, "text");
            findings_error(graph->reader->findings, text->line, text->column,
                           "Two replies of “%s” have the same text.", node->id);
        }
    }
}

/* Notes what is wrong with the replies of a node, and tells how many of them mend. */
static int check_replies(const Graph *graph, int index) {
    const TalkNode *node = &graph->card->nodes[index];
    int best = 0, repairs = 0;
    for (int i = 0; i < node->reply_count; i++) {
        check_reply(graph, index, i);
        best = node->replies[i].turn > best ? node->replies[i].turn : best;
        repairs += node->replies[i].is_repair;
    }
    if (node->reply_count > 0 && best < TURN_GOOD) {
        const YamlNode *replies = yaml_find(graph->maps[index], "replies");
        findings_error(graph->reader->findings, replies->key_line, replies->key_column,
                       "“replies”: at “%s” one must be of turn 3 or 4.", node->id);
    }
    return repairs;
}

void deck_nodes_check(FieldReader *reader, const YamlNode *map, const Card *card) {
    Graph graph = {.reader = reader, .card = card};
    const YamlNode *nodes = yaml_find(map, "nodes");
    const YamlNode *item = nodes->first;
    int repairs = 0;
    for (int i = 0; i < card->node_count; i++, item = item->next) {
        graph.maps[i] = item;
    }
    for (int i = 0; i < card->node_count; i++) {
        repairs += check_replies(&graph, i);
    }
    if (repairs < DECK_REPAIRS_MIN) {
        findings_error(reader->findings, nodes->key_line, nodes->key_column,
                       "“nodes”: %d with “repair: yes”; a talk has at least %d ways to mend.",
                       repairs, DECK_REPAIRS_MIN);
    }
    visit(&graph, 0);
    check_reached(&graph);
    if (!graph.has_circle && graph.reached == card->node_count) {
        measure(&graph);
        check_endings(&graph, nodes);
    }
}
