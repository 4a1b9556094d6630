/* SPDX-License-Identifier: MIT */
/* Shared by the widgets that change text: whole characters only. */
#ifndef TB_WIDGETS_EDIT_H
#define TB_WIDGETS_EDIT_H

#include "ui.h"

/* One input into `text` of `size` bytes and at most `letters_max` characters (0: as many as fit),
 * at *caret, a byte. True if the text changed. */
bool edit_text(const Input *input, char *text, size_t size, int letters_max, int *caret);

/* The byte behind the character at `at`. */
int edit_next(const char *text, int at);

/* The caret of a field, kept from when it has the focus: then it stands at the end. */
int *edit_caret(Ui *ui, UiId id, const char *text);

#endif
