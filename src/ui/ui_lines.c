/* SPDX-License-Identifier: MIT */
/* Breaking text into lines at spaces; a word wider than the line breaks between characters. */
#include "ui_parts.h"

#include <string.h>

float line_height_of(const Ui *ui, const UiStyle *style) {
    float factor = style->line_height > 0 ? style->line_height : 1.35f;
    return ui_px(ui, style->size) * factor;
}

static float width_of(Ui *ui, const UiNode *node, int at, int length) {
    return ui->measure.text(ui->measure.context, node->style.face, ui_px(ui, node->style.size),
                            ui->text + at, length);
}

static int word_end(const char *text, int at, int end) {
    while (at < end && text[at] != ' ' && text[at] != '\n') {
        at++;
    }
    return at;
}

void lines_measure(Ui *ui, UiNode *node) {
    int end = node->text_at + node->text_length;
    node->min_w = node->want_w = 0;
    for (int at = node->text_at; at < end;) {
        int stop = word_end(ui->text, at, end);
        node->min_w = max_f(node->min_w, width_of(ui, node, at, stop - at));
        at = stop + 1;
    }
    for (int at = node->text_at; at < end;) {
        const char *newline = memchr(ui->text + at, '\n', (size_t)(end - at));
        int stop = newline ? (int)(newline - ui->text) : end;
        node->want_w = max_f(node->want_w, width_of(ui, node, at, stop - at));
        at = stop + 1;
    }
    if (node->style.max_lines == 1) { /* one long word may end in … too */
        node->min_w = min_f(node->min_w, 4 * ui_px(ui, node->style.size));
    }
    node->want_w += 0.5f; /* so that rounding never wraps the last word */
}

static void line_add(Ui *ui, UiNode *node, int at, int length) {
    if (ui->line_count == UI_LINES_MAX) {
        ui->overflowed = true;
        return;
    }
    while (length > 0 && ui->text[at + length - 1] == ' ') {
        length--;
    }
    ui->lines[ui->line_count++] = (UiLine){at, length, width_of(ui, node, at, length)};
    node->line_count++;
}

static int character_end(const char *text, int at, int end) {
    at++;
    while (at < end && ((unsigned char)text[at] & 0xC0) == 0x80) {
        at++;
    }
    return at;
}

/* The part of a too long word that fits, at least one character. */
static int cut_word(Ui *ui, const UiNode *node, int at, int end, float width) {
    int stop = character_end(ui->text, at, end);
    while (stop < end) {
        int next = character_end(ui->text, stop, end);
        if (width_of(ui, node, at, next - at) > width) {
            break;
        }
        stop = next;
    }
    return stop;
}

/* End of the line that starts at `at`. */
static int line_end(Ui *ui, const UiNode *node, int at, int end, float width) {
    int fits = at;
    for (int stop = at, from = at; stop < end; from = stop + 1) {
        stop = word_end(ui->text, from, end);
        if (width_of(ui, node, at, stop - at) > width) {
            return fits > at ? fits : cut_word(ui, node, at, stop, width);
        }
        fits = stop;
        if (stop < end && ui->text[stop] == '\n') {
            break;
        }
    }
    return fits;
}

/* Ends the last line in "…", in a copy of its own behind the text. */
static void ellipsis(Ui *ui, UiNode *node, float width) {
    UiLine *line = &ui->lines[ui->line_count - 1];
    int length = line->length;
    int at = ui->text_used;
    if (at + length + 4 > UI_TEXT_BYTES) {
        ui->overflowed = true;
        return;
    }
    memcpy(ui->text + at, ui->text + line->at, (size_t)length);
    do {
        memcpy(ui->text + at + length, "…", 4);
        if (width_of(ui, node, at, length + 3) <= width || length == 0) {
            break;
        }
        length--;
        while (length > 0 && ((unsigned char)ui->text[at + length] & 0xC0) == 0x80) {
            length--;
        }
    } while (length > 0);
    *line = (UiLine){at, length + 3, width_of(ui, node, at, length + 3)};
    ui->text_used += length + 4;
}

void lines_break(Ui *ui, UiNode *node, float width) {
    node->first_line = ui->line_count;
    node->line_count = 0;
    int end = node->text_at + node->text_length;
    for (int at = node->text_at; at < end;) {
        int stop = line_end(ui, node, at, end, width);
        line_add(ui, node, at, stop - at);
        at = stop;
        while (at < end && ui->text[at] == ' ') {
            at++;
        }
        at += at < end && ui->text[at] == '\n';
        if (node->style.max_lines && node->line_count == node->style.max_lines && at < end) {
            ellipsis(ui, node, width);
            break;
        }
    }
    node->want_h = line_height_of(ui, &node->style) * (float)node->line_count;
}
