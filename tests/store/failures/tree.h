/* SPDX-License-Identifier: MIT */
/* Folders with their files, kept in memory and laid out as often as one likes. */
#ifndef TB_FAILURES_TREE_H
#define TB_FAILURES_TREE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct Tree Tree;

/* Null if it can't be read whole. */
Tree *tree_read(const char *root);
void tree_free(Tree *tree);

/* Lays it out in `root`, which is made; false if that failed. */
bool tree_write(const Tree *tree, const char *root);

/* Of all its files. */
int64_t tree_bytes(const Tree *tree);

bool tree_remove(const char *root);

#endif
