/* SPDX-License-Identifier: MIT */
/* Reads a pack: looks whether it fits the decks, then turns its places into pointers. */
#define _POSIX_C_SOURCE 200809L /* stat */
#include "deck_pack.h"

#include "deck_shape.h"
#include "source_file.h"
#include "text.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { PACK_PATH_MAX = 2048, PACK_BYTES_MAX = 256 * 1024 * 1024 };

const char *const deck_folders[DECK_FOLDERS] = {"daily", "scenes", "talks", "journey"};

typedef struct Pack {
    char *bytes;
    size_t size;
    bool is_bad;
} Pack;

uint64_t deck_pack_sum(const void *bytes, size_t size) {
    const char *at = bytes;
    uint64_t sum = UINT64_C(0x9e3779b97f4a7c15) ^ size;
    while (size > 0) {
        uint64_t word = 0;
        size_t part = size < sizeof word ? size : sizeof word;
        memcpy(&word, at, part);
        sum = (sum ^ word) * UINT64_C(0x100000001b3);
        sum ^= sum >> 29;
        at += part;
        size -= part;
    }
    return sum;
}

bool deck_pack_look(const char *path, PackFile *file) {
    struct stat about;
    if (stat(path, &about) != 0) {
        return false;
    }
    file->size = (uint64_t)about.st_size;
    file->changed_ns = (int64_t)about.st_mtim.tv_sec * 1000000000 + about.st_mtim.tv_nsec;
    return true;
}

/* `count` things of `size` bytes at `place`, or null if they aren't all in the pack. */
static void *things_at(Pack *pack, uint64_t place, uint64_t count, size_t size) {
    if (place >= pack->size || place % sizeof(void *) != 0 || count > (pack->size - place) / size) {
        pack->is_bad = true;
        return NULL;
    }
    return pack->bytes + place;
}

/* The pack's last byte is NUL, so that a text that begins in it ends in it. 0: there is none. */
static void point_text(Pack *pack, const char **slot) {
    uintptr_t place = (uintptr_t)*slot;
    if (place >= pack->size) {
        pack->is_bad = true;
    } else {
        *slot = place ? pack->bytes + place : NULL;
    }
}

static void point_items(Pack *pack, char *items, int count, const Shape *shape);

static void point_list(Pack *pack, char *owner, const ShapeList *list) {
    if (list->inside > 0) {
        point_items(pack, owner + list->at, list->inside, list->shape);
        return;
    }
    int count;
    void *items;
    memcpy(&count, owner + list->count_at, sizeof count);
    memcpy(&items, owner + list->at, sizeof items);
    if (count == 0 || pack->is_bad) {
        return;
    }
    items =
        count > 0 ? things_at(pack, (uintptr_t)items, (uint64_t)count, list->shape->size) : NULL;
    memcpy(owner + list->at, &items, sizeof items);
    if (items) {
        point_items(pack, items, count, list->shape);
    } else {
        pack->is_bad = true;
    }
}

static void point_items(Pack *pack, char *items, int count, const Shape *shape) {
    for (int i = 0; i < count && !pack->is_bad; i++, items += shape->size) {
        for (int j = 0; j < shape->text_count; j++) {
            point_text(pack, (const char **)(void *)(items + shape->texts[j]));
        }
        for (int j = 0; j < shape->list_count; j++) {
            point_list(pack, items, &shape->lists[j]);
        }
    }
}

static bool read_whole(Pack *pack, Arena *arena, const char *path) {
    struct stat about;
    FILE *file = stat(path, &about) == 0 && S_ISREG(about.st_mode) ? fopen(path, "rb") : NULL;
    if (!file) {
        return false;
    }
    pack->size = (size_t)about.st_size;
    bool is_possible = about.st_size >= (off_t)sizeof(PackHead) && about.st_size < PACK_BYTES_MAX;
    pack->bytes = is_possible ? arena_alloc(arena, pack->size) : NULL;
    setvbuf(file, NULL, _IONBF, 0);
    bool is_read = pack->bytes && fread(pack->bytes, 1, pack->size, file) == pack->size;
    fclose(file);
    return is_read;
}

static bool is_of_this_game(const Pack *pack) {
    PackHead head;
    memcpy(&head, pack->bytes, sizeof head);
    uint64_t sum = head.sum;
    if (memcmp(head.magic, DECK_PACK_MAGIC, sizeof head.magic) != 0 ||
        head.version != DECK_PACK_VERSION || head.card_bytes != sizeof(Card) ||
        head.bytes != pack->size || pack->bytes[pack->size - 1] != '\0') {
        return false;
    }
    ((PackHead *)(void *)pack->bytes)->sum = 0;
    return deck_pack_sum(pack->bytes, pack->size) == sum;
}

/* Goes through the folders as they are, and through the pack's list beside them. */
typedef struct Compare {
    Pack *pack;
    const PackFile *files;
    uint32_t count, at;
    size_t root_length; /* of the path before "daily/..." */
    bool differs;
} Compare;

static void compare_file(void *context, const char *path) {
    Compare *compare = context;
    PackFile now = {0};
    if (compare->differs || compare->at == compare->count) {
        compare->differs = true;
        return;
    }
    const PackFile *then = &compare->files[compare->at++];
    compare->differs =
        then->name >= compare->pack->size ||
        !text_equal(compare->pack->bytes + then->name, path + compare->root_length) ||
        !deck_pack_look(path, &now) || now.size != then->size || now.changed_ns != then->changed_ns;
}

static bool fits_decks(Pack *pack, const PackHead *head, const char *levels_dir,
                       Findings *findings) {
    Compare compare = {.pack = pack,
                       .files = things_at(pack, head->files, head->file_count, sizeof(PackFile)),
                       .count = head->file_count,
                       .root_length = strlen(levels_dir) + 1};
    if (!compare.files) {
        return false;
    }
    for (int i = 0; i < DECK_FOLDERS; i++) {
        char folder[PACK_PATH_MAX];
        snprintf(folder, sizeof folder, "%s/%s", levels_dir, deck_folders[i]);
        if (source_file_exists(folder)) {
            source_dir_each(folder, compare_file, &compare, findings);
        }
    }
    return !compare.differs && compare.at == compare.count && findings->count == 0;
}

static bool point_all(Pack *pack, const PackHead *head, DeckPack *out) {
    Card *cards = things_at(pack, head->cards, head->card_count, sizeof(Card));
    CardPlace *places = things_at(pack, head->places, head->card_count, sizeof *places);
    ChapterPlan *chapters = things_at(pack, head->chapters, JOURNEY_CHAPTERS, sizeof *chapters);
    Card *practice = head->practice ? things_at(pack, head->practice, 1, sizeof(Card)) : NULL;
    if (pack->is_bad) {
        return false;
    }
    point_items(pack, (char *)cards, (int)head->card_count, &card_shape);
    point_items(pack, (char *)practice, practice ? 1 : 0, &card_shape);
    point_items(pack, (char *)chapters, JOURNEY_CHAPTERS, &chapter_shape);
    for (uint32_t i = 0; i < head->card_count && !pack->is_bad; i++) {
        point_text(pack, &places[i].file);
    }
    *out = (DeckPack){.cards = {.cards = cards, .count = (int)head->card_count},
                      .places = places,
                      .practice = practice,
                      .chapters = chapters};
    return !pack->is_bad;
}

static void point_texts(Pack *pack, const PackTexts *texts, const char *lang_dir,
                        StringTable *english) {
    char path[PACK_PATH_MAX];
    PackFile now = {0};
    snprintf(path, sizeof path, "%s/en.yaml", lang_dir);
    bool fits = texts->entries && deck_pack_look(path, &now) && now.size == texts->file.size &&
                now.changed_ns == texts->file.changed_ns;
    bool is_table = texts->capacity > 0 && (texts->capacity & (texts->capacity - 1)) == 0 &&
                    texts->count < texts->capacity;
    StringEntry *entries =
        fits && is_table ? things_at(pack, texts->entries, texts->capacity, sizeof(StringEntry))
                         : NULL;
    if (!entries) {
        return;
    }
    point_items(pack, (char *)entries, (int)texts->capacity, &string_shape);
    *english = (StringTable){
        .entries = entries, .capacity = (int)texts->capacity, .count = (int)texts->count};
    text_copy(english->language, sizeof english->language, texts->language);
    text_copy(english->name, sizeof english->name, texts->name);
}

bool deck_pack_read(DeckPack *pack, Arena *arena, const char *path, const char *levels_dir,
                    const char *lang_dir) {
    Pack read = {0};
    PackHead head;
    *pack = (DeckPack){.cards = {0}};
    Findings *findings = path ? arena_alloc(arena, sizeof *findings) : NULL;
    if (!findings || !read_whole(&read, arena, path) || !is_of_this_game(&read)) {
        return false;
    }
    memcpy(&head, read.bytes, sizeof head);
    if (!fits_decks(&read, &head, levels_dir, findings) || !point_all(&read, &head, pack)) {
        return false;
    }
    point_texts(&read, &head.texts, lang_dir, &pack->english);
    if (read.is_bad) {
        *pack = (DeckPack){.cards = {0}};
    }
    return !read.is_bad;
}
