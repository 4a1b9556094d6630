/* SPDX-License-Identifier: MIT */
/* libyaml's complaints in words for somebody who writes cards. */
#ifndef TB_YAML_EXPLAIN_H
#define TB_YAML_EXPLAIN_H

#include "findings.h"

#include <stddef.h>
#include <yaml.h>

/* Notes why `parser` stopped in the `size` bytes it was given. */
void yaml_explain(const yaml_parser_t *parser, const char *bytes, size_t size, Findings *findings);

#endif
