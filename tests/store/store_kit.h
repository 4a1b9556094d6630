/* SPDX-License-Identifier: MIT */
/* What the store's tests share: a folder of their own, facts with every field filled, comparing. */
#ifndef TB_STORE_KIT_H
#define TB_STORE_KIT_H

#include "store_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h> /* needs those above */

enum { KIT_FACTS_MAX = 4096, KIT_PATH_MAX = STORE_PATH_MAX };

typedef struct KitFacts {
    Fact items[KIT_FACTS_MAX];
    int count;
} KitFacts;

/* A new empty folder for the test, its name with a space and letters beyond ASCII. */
typedef struct Kit {
    char root[256];
    char folder[300];
    KitFacts facts;
} Kit;

int kit_set_up(void **state);
int kit_tear_down(void **state);

/* Removes a folder and all in it; one that isn't there is fine. */
void kit_wipe(const char *folder);

#define KIT_TEST(function) cmocka_unit_test_setup_teardown(function, kit_set_up, kit_tear_down)

/* Fact number i: the same each time, id and seq left to the store. Every field is used. */
Fact kit_fact(int i);
void kit_assert_same(const Fact *stored, const Fact *given);

/* Opens without a warning, or fails the test. */
Store *kit_open(const char *folder);

/* Facts `first` up to `first + count - 1`, each its own transaction, all acknowledged. */
void kit_append(Store *store, int first, int count);

/* One transaction, waited for. */
Err kit_commit(Store *store, const Fact *facts, int count, const char *bookmark, Diag *diag);

void kit_load(Store *store, KitFacts *facts);

/* The facts are kit_fact(0) .. kit_fact(count - 1), in this order. */
void kit_assert_facts(Store *store, KitFacts *facts, int count);

/* A file as bytes; free it. */
unsigned char *kit_read(const char *path, size_t *size);
void kit_write(const char *path, const void *bytes, size_t size);
void kit_copy(const char *from, const char *to);
bool kit_exists(const char *folder, const char *name);
int kit_mode(const char *path);
char *kit_path(const char *folder,
               const char *name); /* in a buffer that the next calls overwrite */
void kit_sql(const char *path, const char *sql);
int64_t kit_ask(const char *path, const char *sql); /* through the store's own connection */

/* Opens, expecting `wanted`, and finds the file byte by byte as it was, and nothing new beside it.
 */
void kit_assert_refused_untouched(Kit *kit, Err wanted, const char *words);

#endif
