/* SPDX-License-Identifier: MIT */
/* The tables of texts and lists of what is packed. */
#include "deck_shape.h"

#include "chapter.h"
#include "strings.h"

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

static const size_t answer_texts[] = {
    offsetof(Answer, text),  offsetof(Answer, note), offsetof(Answer, style),
    offsetof(Answer, lands), offsetof(Answer, why),
};

static const Shape answer_shape = {
    .size = sizeof(Answer), .texts = answer_texts, .text_count = COUNT(answer_texts)};

static const size_t chunk_texts[] = {offsetof(Chunk, text), offsetof(Chunk, why)};

static const Shape chunk_shape = {
    .size = sizeof(Chunk), .texts = chunk_texts, .text_count = COUNT(chunk_texts)};

static const size_t line_texts[] = {offsetof(SceneLine, text), offsetof(SceneLine, does),
                                    offsetof(SceneLine, why)};

static const Shape line_shape = {
    .size = sizeof(SceneLine), .texts = line_texts, .text_count = COUNT(line_texts)};

static const size_t reply_texts[] = {offsetof(TalkReply, text)};

static const Shape reply_shape = {
    .size = sizeof(TalkReply), .texts = reply_texts, .text_count = COUNT(reply_texts)};

static const size_t node_texts[] = {offsetof(TalkNode, id), offsetof(TalkNode, line),
                                    offsetof(TalkNode, does), offsetof(TalkNode, last)};

static const ShapeList node_lists[] = {
    {.at = offsetof(TalkNode, replies), .inside = TALK_REPLIES_MAX, .shape = &reply_shape}};

static const Shape node_shape = {.size = sizeof(TalkNode),
                                 .texts = node_texts,
                                 .text_count = COUNT(node_texts),
                                 .lists = node_lists,
                                 .list_count = COUNT(node_lists)};

#define PERSON(i) (offsetof(Card, people) + (i) * sizeof(const char *))
#define CHOICE(i) (offsetof(Card, choices) + (i) * sizeof(const char *))

static const size_t card_texts[] = {
    offsetof(Card, id),
    offsetof(Card, deck),
    offsetof(Card, title),
    offsetof(Card, icon),
    offsetof(Card, manner),
    offsetof(Card, scene),
    offsetof(Card, line),
    offsetof(Card, why),
    offsetof(Card, lands),
    offsetof(Card, hint),
    offsetof(Card, talk),
    offsetof(Card, text),
    offsetof(Card, apart),
    offsetof(Card, note),
    offsetof(Card, picture),
    CHOICE(0),
    CHOICE(1),
    CHOICE(2),
    CHOICE(3),
    PERSON(0),
    PERSON(1),
};

static const ShapeList card_lists[] = {
    {.at = offsetof(Card, answers), .inside = CARD_ANSWERS, .shape = &answer_shape},
    {.at = offsetof(Card, chunks), .count_at = offsetof(Card, chunk_count), .shape = &chunk_shape},
    {.at = offsetof(Card, lines), .count_at = offsetof(Card, line_count), .shape = &line_shape},
    {.at = offsetof(Card, nodes), .count_at = offsetof(Card, node_count), .shape = &node_shape},
};

const Shape card_shape = {.size = sizeof(Card),
                          .texts = card_texts,
                          .text_count = COUNT(card_texts),
                          .lists = card_lists,
                          .list_count = COUNT(card_lists)};

static const size_t chapter_texts[] = {
    offsetof(ChapterPlan, title),   offsetof(ChapterPlan, about), offsetof(ChapterPlan, opening),
    offsetof(ChapterPlan, closing), offsetof(ChapterPlan, scene), offsetof(ChapterPlan, talk),
};

const Shape chapter_shape = {
    .size = sizeof(ChapterPlan), .texts = chapter_texts, .text_count = COUNT(chapter_texts)};

#define FORM(i) (offsetof(StringEntry, forms) + (i) * sizeof(const char *))

static const size_t string_texts[] = {
    offsetof(StringEntry, key), FORM(0), FORM(1), FORM(2), FORM(3), FORM(4), FORM(5)};

const Shape string_shape = {
    .size = sizeof(StringEntry), .texts = string_texts, .text_count = COUNT(string_texts)};
