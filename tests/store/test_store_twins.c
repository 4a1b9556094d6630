/* SPDX-License-Identifier: MIT */
/* What both twins promise: the same tests over the file and over memory. */
#include "store_kit.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

typedef void (*TwinTest)(Store *store, KitFacts *facts);

static void test_new_is_empty(Store *store, KitFacts *facts) {
    char bookmark[STORE_BOOKMARK_MAX] = "before";
    Err err;
    kit_load(store, facts);
    assert_int_equal(facts->count, 0);
    assert_int_equal(store_load_bookmark(store, bookmark, NULL), ERR_OK);
    assert_string_equal(bookmark, "");
    assert_int_equal(store_poll(store, &err, NULL), 0);
}

static void test_facts_come_back_exact_and_in_order(Store *store, KitFacts *facts) {
    Fact many[STORE_FACTS_MAX];
    for (int i = 0; i < STORE_FACTS_MAX; i++) {
        many[i] = kit_fact(i);
    }
    assert_int_equal(kit_commit(store, many, STORE_FACTS_MAX, NULL, NULL), ERR_OK);
    kit_append(store, STORE_FACTS_MAX, 8);
    kit_assert_facts(store, facts, STORE_FACTS_MAX + 8);
}

static void test_longest_texts_fit(Store *store, KitFacts *facts) {
    Fact fact = kit_fact(0);
    memset(fact.subject, 's', sizeof fact.subject - 1);
    memset(fact.text, 't', sizeof fact.text - 1);
    assert_int_equal(kit_commit(store, &fact, 1, NULL, NULL), ERR_OK);
    kit_load(store, facts);
    kit_assert_same(&facts->items[0], &fact);
}

static void test_given_id_device_and_seq_are_kept(Store *store, KitFacts *facts) {
    Fact fact = kit_fact(3);
    memset(fact.id, 0xab, sizeof fact.id);
    fact.device = 77;
    fact.seq = 900;
    assert_int_equal(kit_commit(store, &fact, 1, NULL, NULL), ERR_OK);
    kit_load(store, facts);
    assert_memory_equal(facts->items[0].id, fact.id, sizeof fact.id);
    assert_int_equal(facts->items[0].device, 77);
    assert_int_equal(facts->items[0].seq, 900);
}

static void test_same_id_counts_once(Store *store, KitFacts *facts) {
    Fact two[2] = {kit_fact(0), kit_fact(1)};
    store_give_ids(two, 2);
    assert_memory_not_equal(two[0].id, two[1].id, sizeof two[0].id);
    assert_int_equal(kit_commit(store, two, 1, NULL, NULL), ERR_OK);
    assert_int_equal(kit_commit(store, two, 2, NULL, NULL), ERR_OK);
    kit_assert_facts(store, facts, 2);
    /* as loaded, with device and seq: an import of what is here already */
    assert_int_equal(kit_commit(store, facts->items, 2, NULL, NULL), ERR_OK);
    kit_assert_facts(store, facts, 2);
}

static void test_a_transaction_is_whole_or_not_at_all(Store *store, KitFacts *facts) {
    char bookmark[STORE_BOOKMARK_MAX];
    kit_append(store, 0, 1);
    kit_load(store, facts);
    Fact two[2] = {kit_fact(1), kit_fact(2)};
    two[1].device = facts->items[0].device;
    two[1].seq = facts->items[0].seq; /* taken: the second can't be stored */
    Diag diag;
    assert_int_equal(kit_commit(store, two, 2, "here", &diag), ERR_FORMAT);
    assert_non_null(
        strstr(diag.message, "Your earlier evenings are safe; this one isn’t saved yet."));
    kit_assert_facts(store, facts, 1);
    assert_int_equal(store_load_bookmark(store, bookmark, NULL), ERR_OK);
    assert_string_equal(bookmark, "");
    kit_append(store, 1, 1); /* and what comes later is stored */
    kit_assert_facts(store, facts, 2);
}

static void test_bookmark_is_set_overwritten_left_and_wiped(Store *store, KitFacts *facts) {
    static const struct {
        const char *given, *then;
    } steps[] = {{"day 20454 card 1", "day 20454 card 1"},
                 {"day 20454 card 2, “so”", "day 20454 card 2, “so”"},
                 {NULL, "day 20454 card 2, “so”"},
                 {"", ""},
                 {"", ""},
                 {"x", "x"}};
    char bookmark[STORE_BOOKMARK_MAX];
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        Fact fact = kit_fact((int)i);
        assert_int_equal(kit_commit(store, &fact, 1, steps[i].given, NULL), ERR_OK);
        assert_int_equal(store_load_bookmark(store, bookmark, NULL), ERR_OK);
        assert_string_equal(bookmark, steps[i].then);
    }
    assert_int_equal(kit_commit(store, NULL, 0, "alone", NULL), ERR_OK);
    assert_int_equal(store_load_bookmark(store, bookmark, NULL), ERR_OK);
    assert_string_equal(bookmark, "alone");
    kit_assert_facts(store, facts, (int)(sizeof steps / sizeof *steps));
}

static void test_a_long_bookmark_is_cut_between_letters(Store *store, KitFacts *facts) {
    (void)facts;
    char given[STORE_BOOKMARK_MAX + 10], bookmark[STORE_BOOKMARK_MAX];
    memset(given, 'b', sizeof given);
    memcpy(given + STORE_BOOKMARK_MAX - 2, "é", 2);
    given[sizeof given - 1] = '\0';
    assert_int_equal(kit_commit(store, NULL, 0, given, NULL), ERR_OK);
    assert_int_equal(store_load_bookmark(store, bookmark, NULL), ERR_OK);
    assert_int_equal(strlen(bookmark), STORE_BOOKMARK_MAX - 2);
}

static void test_the_queue_is_bounded_and_keeps_order(Store *store, KitFacts *facts) {
    int tickets[STORE_QUEUE_MAX];
    Err err;
    for (int i = 0; i < STORE_QUEUE_MAX; i++) {
        Fact fact = kit_fact(i);
        tickets[i] = store_append(store, &fact, 1, NULL);
        assert_true(tickets[i] > 0 && (i == 0 || tickets[i] > tickets[i - 1]));
    }
    Fact fact = kit_fact(STORE_QUEUE_MAX);
    assert_int_equal(store_append(store, &fact, 1, NULL), 0); /* unpolled outcomes count too */
    store_flush(store);
    assert_int_equal(store_append(store, &fact, 1, NULL), 0);
    for (int i = 0; i < STORE_QUEUE_MAX; i++) {
        assert_int_equal(store_poll(store, &err, NULL), tickets[i]);
        assert_int_equal(err, ERR_OK);
    }
    assert_int_equal(store_poll(store, &err, NULL), 0);
    assert_int_equal(kit_commit(store, &fact, 1, NULL, NULL), ERR_OK);
    kit_assert_facts(store, facts, STORE_QUEUE_MAX + 1);
}

static void count_wake(void *context) {
    atomic_fetch_add((atomic_int *)context, 1);
}

static void test_each_outcome_wakes(Store *store, KitFacts *facts) {
    (void)facts;
    atomic_int wakes = 0;
    store_set_wake(store, count_wake, &wakes);
    kit_append(store, 0, 5);
    assert_int_equal(atomic_load(&wakes), 5);
    store_set_wake(store, NULL, NULL);
    kit_append(store, 5, 1);
    assert_int_equal(atomic_load(&wakes), 5);
}

static void test_erase_leaves_nothing_and_goes_on(Store *store, KitFacts *facts) {
    char bookmark[STORE_BOOKMARK_MAX];
    Fact fact = kit_fact(9);
    assert_int_equal(kit_commit(store, &fact, 1, "here", NULL), ERR_OK);
    kit_load(store, facts);
    int64_t device = facts->items[0].device;
    assert_int_equal(store_erase(store, NULL), ERR_OK);
    kit_load(store, facts);
    assert_int_equal(facts->count, 0);
    assert_int_equal(store_load_bookmark(store, bookmark, NULL), ERR_OK);
    assert_string_equal(bookmark, "");
    kit_append(store, 0, 2);
    kit_assert_facts(store, facts, 2);
    assert_int_not_equal(facts->items[0].device, device);
    assert_int_equal(store_erase(store, NULL), ERR_OK);
}

static const TwinTest tests[] = {
    test_new_is_empty,
    test_facts_come_back_exact_and_in_order,
    test_longest_texts_fit,
    test_given_id_device_and_seq_are_kept,
    test_same_id_counts_once,
    test_a_transaction_is_whole_or_not_at_all,
    test_bookmark_is_set_overwritten_left_and_wiped,
    test_a_long_bookmark_is_cut_between_letters,
    test_the_queue_is_bounded_and_keeps_order,
    test_each_outcome_wakes,
    test_erase_leaves_nothing_and_goes_on,
};

enum { TESTS = sizeof tests / sizeof *tests };

static void test_memory(void **state) {
    Kit *kit = *state;
    for (int i = 0; i < TESTS; i++) {
        Store *store = kit_open(NULL);
        assert_string_equal(store_path(store), "");
        tests[i](store, &kit->facts);
        store_close(store);
    }
}

static void test_file(void **state) {
    Kit *kit = *state;
    for (int i = 0; i < TESTS; i++) {
        char folder[KIT_PATH_MAX];
        snprintf(folder, sizeof folder, "%s %d", kit->folder, i);
        Store *store = kit_open(folder);
        assert_string_equal(store_path(store), kit_path(folder, "tiny-bridges.db"));
        tests[i](store, &kit->facts);
        store_close(store);
    }
}

static void test_closing_nothing(void **state) {
    (void)state;
    store_close(NULL);
}

int main(void) {
    const struct CMUnitTest all[] = {
        KIT_TEST(test_memory),
        KIT_TEST(test_file),
        cmocka_unit_test(test_closing_nothing),
    };
    return cmocka_run_group_tests(all, NULL, NULL);
}
