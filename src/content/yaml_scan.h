/* SPDX-License-Identifier: MIT */
/* Looks over the raw bytes of a YAML file before it is parsed: encoding, and characters that no
 * author means to write. */
#ifndef TB_YAML_SCAN_H
#define TB_YAML_SCAN_H

#include "findings.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Why `code` may not stand in a text, in words, or null if it may. Line breaks and tabs may. */
const char *yaml_scan_objection(uint32_t code);

/* True if nothing is wrong. `bytes` ends in a NUL at `size`, without a byte order mark before. */
bool yaml_scan(const char *bytes, size_t size, Findings *findings);

#endif
