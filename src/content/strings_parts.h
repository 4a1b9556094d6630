/* SPDX-License-Identifier: MIT */
/* Shared by reading and looking up texts. */
#ifndef TB_STRINGS_PARTS_H
#define TB_STRINGS_PARTS_H

#include "strings.h"

/* The entry of `key`, or null. */
const StringEntry *string_table_find(const StringTable *table, const char *key);

#endif
