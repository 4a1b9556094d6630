/* SPDX-License-Identifier: MIT */
/* The pack gives the same cards as the decks, and is never used for decks that it doesn't fit. */
#define _XOPEN_SOURCE 700 /* mkdtemp, nftw, utimensat */
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "content.h"
#include "deck_pack.h"
#include "deck_pack_write.h"
#include "deck_shape.h"

#define LEVELS TB_SOURCE_DIR "/levels"
#define LANG TB_SOURCE_DIR "/assets/lang"

enum { PATH_SIZE = 512 };

/* A folder with one deck of one card, and its pack. */
typedef struct Folder {
    char root[PATH_SIZE], daily[PATH_SIZE], deck[PATH_SIZE], own[PATH_SIZE], pack[PATH_SIZE];
    char lang[PATH_SIZE], english[PATH_SIZE];
} Folder;

static const char head[] = "format: 1\ndeck: %s\ntitle: A deck\nlanguage: en\nauthor: Us\n"
                           "licence: MIT\ncards:\n"
                           "  - id: %s\n    kind: tiny\n    act: tell\n"
                           "    text: Tell each other one thing.\n    note: A small one.\n";

static void make_path(char out[PATH_SIZE], const char *dir, const char *name) {
    assert_true(snprintf(out, PATH_SIZE, "%s/%s", dir, name) < PATH_SIZE);
}

static void make_deck(const char *path, const char *deck, const char *id) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fprintf(file, head, deck, id);
    fclose(file);
}

static void make_english(const char *path, const char *start) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fprintf(file,
            "language: en\nname: English\ndirection: ltr\nhome:\n  start: %s\n"
            "  stones:\n    one: A stone\n    other: Stones\n",
            start);
    fclose(file);
}

static int start(void **state) {
    Folder *folder = calloc(1, sizeof *folder);
    strcpy(folder->root, "/tmp/tb-pack-XXXXXX");
    assert_non_null(mkdtemp(folder->root));
    make_path(folder->daily, folder->root, "daily");
    make_path(folder->own, folder->root, "own");
    make_path(folder->pack, folder->root, "decks.pack");
    make_path(folder->deck, folder->daily, "one.yaml");
    assert_int_equal(mkdir(folder->daily, 0700), 0);
    assert_int_equal(mkdir(folder->own, 0700), 0);
    make_path(folder->lang, folder->root, "lang");
    make_path(folder->english, folder->lang, "en.yaml");
    assert_int_equal(mkdir(folder->lang, 0700), 0);
    make_deck(folder->deck, "one", "a-small-thing");
    make_english(folder->english, "Begin");
    assert_int_equal(deck_pack_write(folder->pack, folder->root, folder->lang), 0);
    *state = folder;
    return 0;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place) {
    (void)about, (void)kind, (void)place;
    return remove(path);
}

static int finish(void **state) {
    Folder *folder = *state;
    nftw(folder->root, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(folder);
    return 0;
}

static bool is_used(const Folder *folder) {
    DeckPack pack;
    Arena arena = {0};
    bool is_read = deck_pack_read(&pack, &arena, folder->pack, folder->root, folder->lang);
    if (is_read) {
        assert_int_equal(pack.cards.count, 1);
        assert_string_equal(pack.cards.cards[0].id, "a-small-thing");
    }
    arena_free(&arena);
    return is_read;
}

/* Compares texts and lists, and empties their pointers so that the rest can be compared whole. */
static void compare_items(char *left, char *right, int count, const Shape *shape) {
    for (int i = 0; i < count; i++, left += shape->size, right += shape->size) {
        for (int j = 0; j < shape->text_count; j++) {
            char **a = (char **)(void *)(left + shape->texts[j]);
            char **b = (char **)(void *)(right + shape->texts[j]);
            assert_true((*a == NULL) == (*b == NULL));
            if (*a) {
                assert_string_equal(*a, *b);
            }
            *a = *b = NULL;
        }
        for (int j = 0; j < shape->list_count; j++) {
            const ShapeList *list = &shape->lists[j];
            if (list->inside) {
                compare_items(left + list->at, right + list->at, list->inside, list->shape);
                continue;
            }
            int items = *(int *)(void *)(left + list->count_at);
            assert_int_equal(items, *(int *)(void *)(right + list->count_at));
            char **a = (char **)(void *)(left + list->at),
                 **b = (char **)(void *)(right + list->at);
            compare_items(*a, *b, items, list->shape);
            *a = *b = NULL;
        }
        assert_memory_equal(left, right, shape->size);
    }
}

static void test_same_cards(void **state) {
    Folder *folder = *state;
    char path[PATH_SIZE];
    make_path(path, folder->root, "shipped.pack");
    assert_int_equal(deck_pack_write(path, LEVELS, LANG), 0);
    ContentFrom from = {
        .levels_dir = LEVELS, .lang_dir = LANG, .language = "en", .own_decks_dir = NULL};
    Content *plain = calloc(1, sizeof *plain);
    DeckPack pack;
    Arena arena = {0};
    assert_int_equal(content_load(plain, &from), ERR_OK);
    assert_true(deck_pack_read(&pack, &arena, path, LEVELS, LANG));
    assert_int_equal(plain->cards.count, pack.cards.count);
    for (int i = 0; i < pack.cards.count; i++) {
        Card left = plain->cards.cards[i], right = pack.cards.cards[i];
        compare_items((char *)&left, (char *)&right, 1, &card_shape);
        assert_true(pack.places[i].line > 0 && strstr(pack.places[i].file, ".yaml"));
    }
    const StringTable *english = &plain->strings.own;
    assert_int_equal(english->count, pack.english.count);
    assert_int_equal(english->capacity, pack.english.capacity);
    assert_string_equal(english->language, pack.english.language);
    assert_string_equal(english->name, pack.english.name);
    compare_items((char *)(uintptr_t)english->entries, (char *)(uintptr_t)pack.english.entries,
                  english->capacity, &string_shape);
    Card left = *plain->practice, right = *pack.practice;
    compare_items((char *)&left, (char *)&right, 1, &card_shape);
    arena_free(&arena);
    content_free(plain);
    free(plain);
}

static void test_changed_decks(void **state) {
    Folder *folder = *state;
    char other[PATH_SIZE];
    assert_true(is_used(folder));
    make_path(other, folder->daily, "two.yaml");
    make_deck(other, "two", "another-thing");
    assert_false(is_used(folder));
    assert_int_equal(remove(other), 0);
    assert_true(is_used(folder));
    struct timespec later[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    assert_int_equal(utimensat(AT_FDCWD, folder->deck, later, 0), 0);
    assert_false(is_used(folder));
    assert_int_equal(deck_pack_write(folder->pack, folder->root, folder->lang), 0);
    assert_true(is_used(folder));
    assert_int_equal(remove(folder->deck), 0);
    assert_false(is_used(folder));
}

/* What the game says with this pack. */
static void assert_says(const Folder *folder, const char *key, const char *text) {
    Content *content = calloc(1, sizeof *content);
    ContentFrom from = {.levels_dir = folder->root,
                        .pack = folder->pack,
                        .lang_dir = folder->lang,
                        .language = "en"};
    assert_int_equal(content_load(content, &from), ERR_OK);
    assert_string_equal(strings_get(&content->strings, key), text);
    content_free(content);
    free(content);
}

static void test_changed_texts(void **state) {
    Folder *folder = *state;
    assert_says(folder, "home.start", "Begin");
    assert_says(folder, "home.stones", "Stones");
    make_english(folder->english, "Let us go");
    assert_says(folder, "home.start", "Let us go");
    assert_true(is_used(folder)); /* the cards */
    assert_int_equal(deck_pack_write(folder->pack, folder->root, folder->lang), 0);
    assert_says(folder, "home.start", "Let us go");
    make_english(folder->english, "[a list]");
    assert_int_equal(deck_pack_write(folder->pack, folder->root, folder->lang), 0);
    assert_says(folder, "home.start", "[home.start]");
}

/* Every byte once, and every length. */
static void test_damaged_pack(void **state) {
    Folder *folder = *state;
    struct stat about;
    assert_int_equal(stat(folder->pack, &about), 0);
    FILE *file = fopen(folder->pack, "r+b");
    assert_non_null(file);
    for (long at = 0; at < about.st_size; at++) {
        fseek(file, at, SEEK_SET);
        int byte = fgetc(file);
        fseek(file, at, SEEK_SET);
        fputc(byte ^ 0x10, file);
        fflush(file);
        assert_false(is_used(folder));
        fseek(file, at, SEEK_SET);
        fputc(byte, file);
        fflush(file);
    }
    fclose(file);
    assert_true(is_used(folder));
    for (off_t size = about.st_size - 1; size >= 0; size -= 7) {
        assert_int_equal(truncate(folder->pack, size), 0);
        assert_false(is_used(folder));
    }
    assert_int_equal(remove(folder->pack), 0);
    assert_false(is_used(folder));
}

/* A deck with an error is never packed: its author must hear of it at every start. */
static void test_broken_deck(void **state) {
    Folder *folder = *state;
    make_deck(folder->deck, "one", "Not An Id");
    assert_int_equal(deck_pack_write(folder->pack, folder->root, folder->lang), 0);
    assert_false(is_used(folder));
}

static void test_beside_own_decks(void **state) {
    Folder *folder = *state;
    char own[PATH_SIZE];
    Content *content = calloc(1, sizeof *content);
    ContentFrom from = {.levels_dir = folder->root,
                        .pack = folder->pack,
                        .lang_dir = LANG,
                        .language = "en",
                        .own_decks_dir = folder->own};
    make_path(own, folder->own, "ours.yaml");
    make_deck(own, "ours", "of-our-own");
    assert_int_equal(content_load(content, &from), ERR_OK);
    assert_int_equal(content->cards.count, 2);
    assert_non_null(card_find(&content->cards, "a-small-thing"));
    assert_non_null(card_find(&content->cards, "of-our-own"));
    content_free(content);
    make_deck(own, "ours", "a-small-thing");
    assert_int_equal(content_load(content, &from), ERR_OK);
    assert_int_equal(content->cards.count, 1);
    assert_int_equal(content->own_finding_count, 1);
    assert_non_null(
        strstr(content->own_findings[0].message, "“a-small-thing” is used already, in line 8 of "));
    assert_non_null(strstr(content->own_findings[0].message, "one.yaml"));
    content_free(content);
    free(content);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_same_cards, start, finish),
        cmocka_unit_test_setup_teardown(test_changed_decks, start, finish),
        cmocka_unit_test_setup_teardown(test_changed_texts, start, finish),
        cmocka_unit_test_setup_teardown(test_damaged_pack, start, finish),
        cmocka_unit_test_setup_teardown(test_broken_deck, start, finish),
        cmocka_unit_test_setup_teardown(test_beside_own_decks, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
