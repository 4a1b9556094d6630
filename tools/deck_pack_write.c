/* SPDX-License-Identifier: MIT */
/* Lays cards, texts and lists one behind the other, with places instead of pointers. */
#include "deck_pack_write.h"

#include "deck_pack.h"
#include "deck_shape.h"
#include "source_file.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = 16, START_BYTES = 1 << 20 };

typedef struct Writer {
    DeckSet *decks;
    Findings *findings;
    Arena arena;
    char *bytes;
    size_t size, capacity;
    size_t root_length;
    PackFile files[DECK_FOLDERS * SOURCE_FILES_MAX];
    int file_count;
    bool failed;
} Writer;

/* Zeroed room at the end; returns its place. */
static size_t append(Writer *writer, size_t size, size_t alignment) {
    size_t place = (writer->size + alignment - 1) / alignment * alignment;
    if (place + size > writer->capacity) {
        size_t capacity = (place + size) * 2 + START_BYTES;
        char *bytes = realloc(writer->bytes, capacity);
        if (!bytes) {
            fputs("There is too little memory to pack the decks.\n", stderr);
            exit(1);
        }
        memset(bytes + writer->size, 0, capacity - writer->size);
        writer->bytes = bytes;
        writer->capacity = capacity;
    }
    writer->size = place + size;
    return place;
}

static uint64_t append_text(Writer *writer, const char *text) {
    size_t size = strlen(text) + 1;
    size_t place = append(writer, size, 1);
    memcpy(writer->bytes + place, text, size);
    return place;
}

static void put_place(Writer *writer, size_t slot, uint64_t place) {
    uintptr_t value = (uintptr_t)place;
    memcpy(writer->bytes + slot, &value, sizeof value);
}

static void lay_out(Writer *writer, size_t place, int count, const Shape *shape);

static void lay_out_list(Writer *writer, size_t owner, const ShapeList *list) {
    if (list->inside > 0) {
        lay_out(writer, owner + list->at, list->inside, list->shape);
        return;
    }
    int count;
    const void *items;
    memcpy(&count, writer->bytes + owner + list->count_at, sizeof count);
    memcpy(&items, writer->bytes + owner + list->at, sizeof items);
    if (count == 0) {
        put_place(writer, owner + list->at, 0);
        return;
    }
    size_t bytes = (size_t)count * list->shape->size;
    size_t place = append(writer, bytes, ALIGNMENT);
    memcpy(writer->bytes + place, items, bytes);
    put_place(writer, owner + list->at, place);
    lay_out(writer, place, count, list->shape);
}

/* Things that were copied to `place` as they are: their texts and lists follow them. */
static void lay_out(Writer *writer, size_t place, int count, const Shape *shape) {
    for (int i = 0; i < count; i++, place += shape->size) {
        for (int j = 0; j < shape->text_count; j++) {
            const char *text;
            memcpy(&text, writer->bytes + place + shape->texts[j], sizeof text);
            put_place(writer, place + shape->texts[j], text ? append_text(writer, text) : 0);
        }
        for (int j = 0; j < shape->list_count; j++) {
            lay_out_list(writer, place, &shape->lists[j]);
        }
    }
}

static uint64_t append_cards(Writer *writer, const Card *cards, int count) {
    size_t place = append(writer, (size_t)count * sizeof(Card), ALIGNMENT);
    memcpy(writer->bytes + place, cards, (size_t)count * sizeof(Card));
    lay_out(writer, place, count, &card_shape);
    return place;
}

static uint64_t append_chapters(Writer *writer) {
    ChapterSet set = deck_set_chapters(writer->decks);
    size_t place = append(writer, sizeof set.plans, ALIGNMENT);
    memcpy(writer->bytes + place, set.plans, sizeof set.plans);
    lay_out(writer, place, JOURNEY_CHAPTERS, &chapter_shape);
    return place;
}

static uint64_t append_places(Writer *writer, const CardSet *set) {
    size_t place = append(writer, (size_t)set->count * sizeof(CardPlace), ALIGNMENT);
    for (int i = 0; i < set->count; i++) {
        const char *file = "";
        int line = deck_set_place(writer->decks, set->cards[i].id, &file);
        size_t slot = place + (size_t)i * sizeof(CardPlace);
        uint64_t text = append_text(writer, file);
        put_place(writer, slot + offsetof(CardPlace, file), text);
        memcpy(writer->bytes + slot + offsetof(CardPlace, line), &line, sizeof line);
    }
    return place;
}

static uint64_t append_files(Writer *writer) {
    size_t bytes = (size_t)writer->file_count * sizeof *writer->files;
    size_t place = append(writer, bytes, ALIGNMENT);
    memcpy(writer->bytes + place, writer->files, bytes);
    return place;
}

static void read_deck(void *context, const char *path) {
    Writer *writer = context;
    PackFile *file = &writer->files[writer->file_count++];
    file->name = append_text(writer, path + writer->root_length);
    writer->failed |= !deck_pack_look(path, file) ||
                      deck_read_file(writer->decks, path, writer->findings) != ERR_OK;
}

static void read_decks(Writer *writer, const char *levels_dir) {
    for (int i = 0; i < DECK_FOLDERS; i++) {
        char folder[DECK_PACK_NAME_MAX];
        int length = snprintf(folder, sizeof folder, "%s/%s", levels_dir, deck_folders[i]);
        writer->failed |= length >= (int)sizeof folder;
        if (source_file_exists(folder)) {
            source_dir_each(folder, read_deck, writer, writer->findings);
        }
    }
    deck_set_check_chapters(writer->decks, levels_dir, writer->findings);
    writer->failed |= writer->findings->errors > 0;
}

/* None of them if the file has a mistake: the game reads it then, and says what is wrong. */
static PackTexts append_strings(Writer *writer, const char *lang_dir) {
    char path[DECK_PACK_NAME_MAX];
    PackTexts texts = {.entries = 0};
    Strings strings = {0};
    int errors = writer->findings->errors;
    bool is_read = snprintf(path, sizeof path, "%s/en.yaml", lang_dir) < (int)sizeof path &&
                   deck_pack_look(path, &texts.file) &&
                   strings_load(&strings, &writer->arena, lang_dir, "en", &strings.english,
                                writer->findings) == ERR_OK;
    if (!is_read || writer->findings->errors > errors) {
        return (PackTexts){.entries = 0};
    }
    const StringTable *table = &strings.own;
    size_t bytes = (size_t)table->capacity * sizeof *table->entries;
    size_t place = append(writer, bytes, ALIGNMENT);
    memcpy(writer->bytes + place, table->entries, bytes);
    lay_out(writer, place, table->capacity, &string_shape);
    texts.entries = place;
    texts.capacity = (uint32_t)table->capacity;
    texts.count = (uint32_t)table->count;
    text_copy(texts.language, sizeof texts.language, table->language);
    text_copy(texts.name, sizeof texts.name, table->name);
    return texts;
}

static void lay_out_all(Writer *writer, const char *lang_dir) {
    CardSet set = deck_set_cards(writer->decks);
    const Card *practice = deck_set_practice(writer->decks);
    PackHead head = {.magic = DECK_PACK_MAGIC,
                     .version = DECK_PACK_VERSION,
                     .card_bytes = sizeof(Card),
                     .file_count = (uint32_t)writer->file_count,
                     .card_count = (uint32_t)set.count};
    head.files = append_files(writer);
    head.cards = append_cards(writer, set.cards, set.count);
    head.places = append_places(writer, &set);
    head.practice = practice ? append_cards(writer, practice, 1) : 0;
    head.chapters = append_chapters(writer);
    head.texts = append_strings(writer, lang_dir);
    append(writer, 1, 1); /* the NUL at the very end */
    head.bytes = writer->size;
    memcpy(writer->bytes, &head, sizeof head);
    head.sum = deck_pack_sum(writer->bytes, writer->size);
    memcpy(writer->bytes, &head, sizeof head);
}

static bool write_file(const Writer *writer, const char *path) {
    FILE *file = fopen(path, "wb");
    bool is_written = file && fwrite(writer->bytes, 1, writer->size, file) == writer->size;
    is_written = file && fclose(file) == 0 && is_written;
    if (!is_written) {
        perror(path);
        remove(path);
    }
    return is_written;
}

static void pack(Writer *writer, const char *levels_dir, const char *lang_dir) {
    writer->root_length = strlen(levels_dir) + 1;
    append(writer, sizeof(PackHead), 1);
    read_decks(writer, levels_dir);
    if (writer->failed) {
        fputs("A deck has an error (tools/deck check): the game will read the decks themselves.\n",
              stderr);
        writer->size = 0;
    } else {
        lay_out_all(writer, lang_dir);
    }
}

int deck_pack_write(const char *path, const char *levels_dir, const char *lang_dir) {
    Writer *writer = calloc(1, sizeof *writer);
    if (!writer) {
        return 1;
    }
    writer->findings = calloc(1, sizeof *writer->findings);
    writer->decks = deck_set_open(&writer->arena);
    bool is_written = false;
    if (writer->findings && writer->decks) {
        pack(writer, levels_dir, lang_dir);
        is_written = write_file(writer, path);
    }
    deck_set_close(writer->decks);
    arena_free(&writer->arena);
    free(writer->findings);
    free(writer->bytes);
    free(writer);
    return is_written ? 0 : 1;
}
