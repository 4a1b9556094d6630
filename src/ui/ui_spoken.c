/* SPDX-License-Identifier: MIT */
/* What a frame says when it is read aloud: its texts in the order in which they were declared. */
#include "ui_spoken.h"

#include "hash.h"
#include "text.h"

#include <string.h>

static const char *text_of(const Ui *ui, const UiNode *node) {
    return ui->text + node->text_at;
}

/* Sentences of their own: a title has no full stop, but is followed by a pause. */
static void append(char *out, size_t size, const char *text) {
    size_t length = strlen(out);
    if (!text[0]) {
        return;
    }
    if (length > 0) {
        bool ends = strchr(".,:;?!", out[length - 1]) != NULL;
        text_append(out, size, ends ? " " : ". ");
    }
    text_append(out, size, text);
}

/* Below a control that takes letters: typing would be read anew with each of them. */
static bool is_silent(const Ui *ui, const UiNode *node) {
    return node->box.silent || node->box.ghost || (node->id && node->id == ui->editing);
}

void ui_spoken_page(const Ui *ui, UiSpoken *before, bool all, char *out, size_t size) {
    bool silent[UI_NODES_MAX];
    UiSpoken now = {.count = 0};
    out[0] = '\0';
    for (int i = 0; i < ui->node_count; i++) {
        const UiNode *node = &ui->nodes[i];
        silent[i] = is_silent(ui, node) || (node->parent >= 0 && silent[node->parent]);
        if (!node->is_text || silent[i] || now.count == UI_SPOKEN_MAX) {
            continue;
        }
        uint64_t hash = hash_text(HASH_START, text_of(ui, node));
        bool is_known = false;
        for (int j = 0; j < before->count && !all; j++) {
            is_known |= before->texts[j] == hash;
        }
        now.texts[now.count++] = hash;
        if (!is_known) {
            append(out, size, text_of(ui, node));
        }
    }
    *before = now;
}

void ui_spoken_focus(const Ui *ui, char *out, size_t size) {
    int first = 0;
    out[0] = '\0';
    while (first < ui->node_count && (!ui->focus || ui->nodes[first].id != ui->focus)) {
        first++;
    }
    if (first == ui->node_count) {
        return;
    }
    if (ui->nodes[first].label_length > 0) {
        append(out, size, ui->text + ui->nodes[first].label_at);
    }
    bool inside[UI_NODES_MAX] = {false};
    inside[first] = true;
    for (int i = first; i < ui->node_count; i++) {
        const UiNode *node = &ui->nodes[i];
        inside[i] = inside[i] || (i > first && node->parent >= 0 && inside[node->parent]);
        if (inside[i] && node->is_text) {
            append(out, size, text_of(ui, node));
        }
    }
}
