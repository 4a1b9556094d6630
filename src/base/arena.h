/* SPDX-License-Identifier: MIT */
/* Arena: many small allocations freed at once. Deliberately not thread-safe. */
#ifndef TB_ARENA_H
#define TB_ARENA_H

#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;

/* Zero-initialise before use. Owns its blocks until arena_free. */
typedef struct Arena {
    ArenaBlock *blocks; /* newest first */
    size_t used_bytes;  /* over all blocks, for reports */
} Arena;

/* Zeroed memory of `size` bytes, aligned for any type, or null when memory is out. */
void *arena_alloc(Arena *arena, size_t size);

/* A NUL-ended copy of `length` bytes of `text`, or null when memory is out. */
char *arena_copy_text(Arena *arena, const char *text, size_t length);

/* Gives every block back; the arena can be used again. */
void arena_free(Arena *arena);

#endif
