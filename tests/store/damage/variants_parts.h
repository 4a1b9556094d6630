/* SPDX-License-Identifier: MIT */
/* Damage beside the file (variants_beside.c), for the list of all kinds. */
#ifndef TB_STORE_VARIANTS_PARTS_H
#define TB_STORE_VARIANTS_PARTS_H

#include "variants.h"

void variant_stale_journal(Variant *variant);
void variant_torn_commit(Variant *variant);
void variant_copies(Variant *variant);

#endif
