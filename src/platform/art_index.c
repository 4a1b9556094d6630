/* SPDX-License-Identifier: MIT */
/* Reads sprites.txt: one sprite a line, found by name through a hash table. */
#include "art_parts.h"

#include "hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ART_WORDS = 10 };

static int find_slot(const Art *art, const char *name) {
    unsigned slot = (unsigned)hash_text(HASH_START, name) & (unsigned)(art->table_size - 1);
    while (art->table[slot] >= 0 && strcmp(art->sprites[art->table[slot]].name, name) != 0) {
        slot = (slot + 1) & (unsigned)(art->table_size - 1);
    }
    return (int)slot;
}

const Sprite *art_find(const Art *art, const char *name) {
    int index = art->table[find_slot(art, name)];
    return index >= 0 ? &art->sprites[index] : NULL;
}

/* Cuts a line at its spaces; the number of words. */
static int cut_words(char *line, char *words[ART_WORDS]) {
    int count = 0;
    char *at = line;
    while (count < ART_WORDS) {
        at += strspn(at, " \r");
        if (*at == '\0') {
            break;
        }
        words[count++] = at;
        at += strcspn(at, " \r");
        if (*at != '\0') {
            *at++ = '\0';
        }
    }
    return count;
}

static int page_number(Art *art, const char *name) {
    for (int i = art->page_count - 1; i >= 0; i--) {
        if (strcmp(art->page_names[i], name) == 0) {
            return i;
        }
    }
    if (art->page_count == ART_PAGE_MAX) {
        return -1;
    }
    art->page_names[art->page_count] = name;
    return art->page_count++;
}

static bool read_sprite(Art *art, char *words[ART_WORDS], int count) {
    if (count != ART_WORDS) {
        return false;
    }
    Sprite sprite = {.name = words[1],
                     .page = page_number(art, words[2]),
                     .x = atoi(words[3]),
                     .y = atoi(words[4]),
                     .width = atoi(words[5]),
                     .height = atoi(words[6]),
                     .left = strtof(words[7], NULL),
                     .top = strtof(words[8], NULL),
                     .ppp = strtof(words[9], NULL)};
    bool is_sound = sprite.page >= 0 && sprite.x >= 0 && sprite.y >= 0 && sprite.width > 0 &&
                    sprite.height > 0 && sprite.ppp > 0;
    int slot = find_slot(art, sprite.name);
    if (!is_sound || art->table[slot] >= 0) {
        return false;
    }
    SDL_Rect *extent = &art->page_extents[sprite.page];
    SDL_Rect rect = {sprite.x, sprite.y, sprite.width, sprite.height};
    SDL_UnionRect(extent, &rect, extent);
    art->sprites[art->sprite_count] = sprite;
    art->table[slot] = art->sprite_count++;
    return true;
}

static Err read_lines(Art *art, const char *path, Diag *diag) {
    int number = 0;
    char *line = art->index_text;
    while (line && *line) {
        char *end = strchr(line, '\n');
        if (end) {
            *end = '\0';
        }
        number++;
        char *words[ART_WORDS];
        int count = line[0] == '#' ? 0 : cut_words(line, words);
        bool is_head = number == 1 && count == 2 && strcmp(words[0], "art") == 0;
        if (is_head && strcmp(words[1], "1") != 0) {
            return diag_set(diag, ERR_TOO_NEW, path, number, 0, "this art is of a later version");
        }
        bool is_sprite = count > 0 && strcmp(words[0], "sprite") == 0;
        if (count > 0 && !is_head && !(is_sprite && read_sprite(art, words, count))) {
            return diag_set(diag, ERR_FORMAT, path, number, 0, "this line describes no sprite");
        }
        line = end ? end + 1 : NULL;
    }
    return ERR_OK;
}

Err art_read_index(Art *art, Diag *diag) {
    char path[ART_PATH_MAX + 32];
    snprintf(path, sizeof path, "%s/sprites.txt", art->folder);
    size_t size = 0;
    art->index_text = SDL_LoadFile(path, &size);
    if (!art->index_text) {
        return diag_set(diag, ERR_NOT_FOUND, path, 0, 0, "the index of the pictures is missing");
    }
    int lines = 1;
    for (size_t i = 0; i < size; i++) {
        lines += art->index_text[i] == '\n';
    }
    for (art->table_size = 64; art->table_size < lines * 2;) {
        art->table_size *= 2;
    }
    art->sprites = calloc((size_t)lines, sizeof *art->sprites);
    art->table = malloc((size_t)art->table_size * sizeof *art->table);
    if (!art->sprites || !art->table) {
        return diag_set(diag, ERR_MEMORY, path, 0, 0, "not enough memory for the pictures");
    }
    memset(art->table, 0xff, (size_t)art->table_size * sizeof *art->table);
    return read_lines(art, path, diag);
}
