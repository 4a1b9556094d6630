/* SPDX-License-Identifier: MIT */
/* What the gate's two files know of each other; nobody else includes this. */
#ifndef TB_GATE_PARTS_H
#define TB_GATE_PARTS_H

#include "gate.h"

/* What is done by a POST to this path; PHONE_LOOK: nothing. */
PhoneAskKind gate_find_deed(const char *path);

/* A code as somebody typed it, "Otter" and "42", or "Otter 42" with `number` null or "". `word` is
 * in small letters, "" if there is none or it is too long; -1: no number. */
void gate_read_code(const char *text, const char *number, char word[32], int *value);

#endif
