/* SPDX-License-Identifier: MIT */
/* What may stand in a text that players read. */
#ifndef TB_FIELD_TEXT_H
#define TB_FIELD_TEXT_H

#include "arena.h"
#include "findings.h"
#include "yaml_reader.h"

#include <stdbool.h>

/* Notes wrong placeholders (errors) and typewriter signs (warnings) in the text of `value`. */
void field_text_check(Findings *findings, const YamlNode *value, const char *name,
                      bool allows_names);

/* A copy in one paragraph: line breaks become spaces, none at the ends. Null if memory is out. */
char *field_text_tidy(Arena *arena, const char *text);

#endif
