/* SPDX-License-Identifier: MIT */
/* Writes the game's own decks and English texts as a pack (src/content/deck_pack.h), while the game
 * is built. */
#ifndef TB_DECK_PACK_WRITE_H
#define TB_DECK_PACK_WRITE_H

/* Reads the decks of `levels_dir` and en.yaml of `lang_dir`, and writes `path`. Returns 0, or 1 if
 * that can't be written, and says why on stderr. Where a deck has an error the pack is an empty
 * file: the game then reads the decks themselves and tells the author; so with the texts. */
int deck_pack_write(const char *path, const char *levels_dir, const char *lang_dir);

#endif
