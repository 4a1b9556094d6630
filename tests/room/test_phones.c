/* SPDX-License-Identifier: MIT */
/* The room's phones: coming in, pairing, answering, resting, and what nobody may see. */
#include "phones_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const Phones *phones = &kit_game.phones;

/* --- Coming in -------------------------------------------------------------------------------- */

static void test_two_phones_become_a_pair(void **state) {
    (void)state;
    kit_lobby();
    assert_int_equal(kit_join(0, -1, "Salt & Cardamom"), PHONE_DONE);
    assert_int_equal(kit_view(0).page, PHONE_PAGE_PAIR);
    uint32_t before = kit_view(0).version;
    assert_int_equal(kit_join(1, 0, "not asked for"), PHONE_DONE);
    assert_int_equal(kit_view(0).page, PHONE_PAGE_WAIT);
    assert_true(kit_view(0).version != before);
    assert_int_equal(kit_view(0).mark, 1);
    assert_int_equal(kit_view(1).mark, 2);
    assert_string_equal(kit_view(1).pair->name, "Salt & Cardamom");
    assert_int_equal(phones_pairs(phones), 1);
    assert_int_equal(phones_here(phones), 2);
}

/* Each came in alone; one types the code on the other's phone. */
static void test_pairing_by_code(void **state) {
    (void)state;
    kit_lobby();
    kit_join(0, -1, "");
    kit_join(1, -1, "Two Umbrellas");
    const PhonePair *pair = kit_view(0).pair;
    PhoneAsk ask = {.kind = PHONE_PAIR, .pair_word = pair->word, .pair_number = pair->number};
    assert_int_equal(kit_ask(0, ask), PHONE_WRONG_CODE); /* one's own */
    assert_int_equal(kit_ask(1, ask), PHONE_DONE);
    assert_int_equal(phones_pairs(phones), 1);
    assert_string_equal(kit_view(0).pair->name, "Two Umbrellas");
    kit_join(2, -1, "");
    assert_int_equal(kit_ask(2, ask), PHONE_WRONG_CODE); /* they are two already */
}

static void test_wrong_codes_are_slowed(void **state) {
    (void)state;
    kit_lobby();
    PhoneAsk ask = {.kind = PHONE_JOIN, .address = 99, .pair_word = -1};
    ask.word = phones->word;
    ask.number = phones->number + 1;
    for (int i = 0; i < PHONES_TRIES + 1; i++) {
        assert_int_equal(kit_ask(9, ask), PHONE_WRONG_CODE);
    }
    ask.number = phones->number;
    assert_int_equal(kit_ask(9, ask), PHONE_SLOW_DOWN); /* right, but it has to wait */
    assert_int_equal(kit_join(0, -1, ""), PHONE_DONE);  /* nobody else has */
    kit_now_ms += PHONES_WAIT_MS;
    assert_int_equal(kit_ask(9, ask), PHONE_DONE);
    ask.number++;
    uint8_t other[PHONES_TOKEN] = {77};
    memcpy(ask.fresh, other, sizeof other);
    ask.address = 99;
    assert_int_equal(kit_ask(10, ask), PHONE_WRONG_CODE);
    assert_true(phones_wait_ms(phones, 99, kit_now_ms) == 2 * PHONES_WAIT_MS);
}

static void test_a_wrong_key_is_no_key(void **state) {
    (void)state;
    kit_lobby();
    PhoneAsk ask = {.kind = PHONE_JOIN, .has_key = true, .pair_word = -1};
    memcpy(ask.key, phones->key, sizeof ask.key);
    ask.key[PHONES_TOKEN - 1] ^= 1;
    ask.word = phones->word; /* a key that is given is what counts */
    ask.number = phones->number;
    assert_int_equal(kit_ask(0, ask), PHONE_WRONG_CODE);
    assert_int_equal(phones_here(phones), 0);
}

static void test_names(void **state) {
    (void)state;
    kit_lobby();
    kit_join(0, -1, "Sock Drawer");
    kit_join(1, -1, "  sock\tdrawer ");
    assert_string_equal(kit_view(1).pair->name, "sock drawer 2");
    kit_join(2, -1, " \xE2\x80\x8B ");
    assert_string_equal(kit_view(2).pair->name, "");
    kit_join(3, -1, "\xE2\x80\xAE<b>mirror</b>");
    assert_string_equal(kit_view(3).pair->name, "<b>mirror</b>"); /* text, without its override */
    assert_int_equal(kit_join(4, -1, "\xC0\xAF"), PHONE_MALFORMED);
    assert_int_equal(kit_seat(4), -1);
}

static void test_silly_names_differ(void **state) {
    (void)state;
    kit_lobby();
    for (int i = 0; i < PHONES_MAX; i++) {
        assert_int_equal(kit_join(i, -1, ""), PHONE_DONE);
        for (int j = 0; j < i; j++) {
            assert_int_not_equal(kit_view(i).pair->silly, kit_view(j).pair->silly);
            assert_false(kit_view(i).pair->word == kit_view(j).pair->word &&
                         kit_view(i).pair->number == kit_view(j).pair->number);
        }
    }
    assert_int_equal(kit_join(PHONES_MAX, -1, ""), PHONE_FULL);
}

static void test_a_few_per_address(void **state) {
    (void)state;
    kit_lobby();
    for (int i = 0; i <= PHONES_PER_ADDRESS; i++) {
        PhoneAsk ask = {.kind = PHONE_JOIN, .address = 5, .has_key = true, .pair_word = -1};
        memcpy(ask.key, phones->key, sizeof ask.key);
        ask.fresh[3] = (uint8_t)(i + 1);
        assert_int_equal(kit_ask(50 + i, ask),
                         i < PHONES_PER_ADDRESS ? PHONE_DONE : PHONE_CROWDED);
    }
}

static void test_a_locked_room(void **state) {
    (void)state;
    kit_lobby();
    kit_pairs(1);
    kit_act(LEAD_LOCK, 0);
    assert_int_equal(kit_join(5, -1, ""), PHONE_LOCKED);
    assert_int_equal(kit_ask(0, (PhoneAsk){.kind = PHONE_LOOK}), PHONE_DONE);
    kit_act(LEAD_LOCK, 0);
    assert_int_equal(kit_join(5, -1, ""), PHONE_DONE);
}

/* Asleep, reloaded, on another network: the same seat for ten minutes. */
static void test_a_seat_is_kept(void **state) {
    (void)state;
    kit_lobby();
    kit_pairs(1);
    assert_int_equal(phones_awake(phones, kit_now_ms), 2);
    kit_now_ms += PHONES_KEPT_MS;
    assert_int_equal(phones_awake(phones, kit_now_ms), 0);
    assert_int_equal(kit_ask(0, (PhoneAsk){.kind = PHONE_LOOK, .address = 1234}), PHONE_DONE);
    assert_int_equal(kit_view(0).mark, 1);
    kit_now_ms += 1;
    kit_act(LEAD_NEXT, 0);
    assert_int_equal(kit_ask(1, (PhoneAsk){.kind = PHONE_LOOK}), PHONE_NO_SEAT);
    assert_int_equal(kit_ask(0, (PhoneAsk){.kind = PHONE_LOOK}), PHONE_DONE);
}

static void test_sent_out(void **state) {
    (void)state;
    kit_lobby();
    kit_pairs(2);
    kit_act(LEAD_REMOVE, phones->seats[kit_seat(0)].pair);
    assert_int_equal(kit_ask(0, (PhoneAsk){.kind = PHONE_LOOK}), PHONE_NO_SEAT);
    assert_int_equal(kit_ask(1, (PhoneAsk){.kind = PHONE_LOOK}), PHONE_NO_SEAT);
    assert_int_equal(kit_ask(2, (PhoneAsk){.kind = PHONE_LOOK}), PHONE_DONE);
    assert_int_equal(phones_pairs(phones), 1);
}

static void test_stop_for_today(void **state) {
    (void)state;
    kit_lobby();
    kit_pairs(1);
    assert_int_equal(kit_ask(0, (PhoneAsk){.kind = PHONE_STOP}), PHONE_DONE);
    assert_int_equal(kit_view(0).page, PHONE_PAGE_JOIN);
    assert_int_equal(kit_view(1).page, PHONE_PAGE_WAIT); /* no word about who is gone */
}

/* --- Answering -------------------------------------------------------------------------------- */

/* The first card, its question open. */
static int open_first_card(int pairs) {
    kit_lobby();
    kit_pairs(pairs);
    int step = kit_find(STEP_CARD, 0);
    kit_go_to(step, LEAD_PART_ASK);
    return step;
}

static int responder(int pair) {
    return kit_view(2 * pair).role == ROLE_RESPONDER ? 2 * pair : 2 * pair + 1;
}

static int sharer(int pair) {
    return kit_view(2 * pair).role == ROLE_SHARER ? 2 * pair : 2 * pair + 1;
}

static void test_an_answer_counts_once(void **state) {
    (void)state;
    int step = open_first_card(6);
    int counts[PLAN_OPTIONS_MAX];
    for (int i = 0; i < 6; i++) {
        assert_int_equal(kit_pick(responder(i), 2), PHONE_DONE);
        assert_int_equal(kit_pick(sharer(i), 3), PHONE_DONE);
    }
    assert_int_equal(kit_pick(responder(0), 2), PHONE_DONE); /* pressed twice */
    assert_int_equal(kit_pick(responder(1), 1), PHONE_DONE); /* changed */
    assert_int_equal(phones_in(phones), 12);
    assert_false(lead_take(&kit_game.lead, step, 0, counts)); /* not before it's closed */
    kit_act(LEAD_NEXT, 0);
    assert_true(lead_take(&kit_game.lead, step, 0, counts));
    assert_int_equal(counts[1], 1);
    assert_int_equal(counts[2], 5);
    assert_int_equal(counts[3], 0); /* what one would love to hear is no answer of the room's */
    assert_int_equal(kit_pick(responder(0), 0), PHONE_MOVED_ON);
}

static void test_what_fits_nothing(void **state) {
    (void)state;
    open_first_card(1);
    assert_int_equal(kit_pick(0, 4), PHONE_MALFORMED);
    assert_int_equal(kit_pick(0, -3), PHONE_MALFORMED);
    assert_int_equal(kit_pick(0, PICK_NONE), PHONE_MALFORMED);
    PhoneAsk old = {.kind = PHONE_PICK, .question = phones->question - 1, .value = 1};
    assert_int_equal(kit_ask(0, old), PHONE_MOVED_ON);
    assert_int_equal(kit_view(0).pick, PICK_NONE);
    assert_int_equal(kit_pick(7, 1), PHONE_NO_SEAT);
}

/* A pass and a rest look to the room like an answer, and are none. */
static void test_pass_and_rest(void **state) {
    (void)state;
    open_first_card(5);
    int counts[PLAN_OPTIONS_MAX];
    kit_pick(responder(0), PICK_PASSED);
    kit_ask(responder(1), (PhoneAsk){.kind = PHONE_REST});
    kit_pick(responder(2), 1);
    assert_int_equal(phones_in(phones), 3);
    assert_int_equal(kit_view(responder(1)).page, PHONE_PAGE_WAIT);
    assert_int_equal(kit_pick(responder(1), 1), PHONE_MOVED_ON);
    phones_totals(phones, &kit_game.lead, counts);
    assert_int_equal(lead_sum(counts), 1);
    kit_ask(responder(1), (PhoneAsk){.kind = PHONE_REST});
    assert_int_equal(kit_view(responder(1)).page, PHONE_PAGE_PICK);
    kit_ask(responder(2), (PhoneAsk){.kind = PHONE_REST}); /* what was answered stays so */
    phones_totals(phones, &kit_game.lead, counts);
    assert_int_equal(counts[1], 1);
}

static void test_dark_between_questions(void **state) {
    (void)state;
    open_first_card(2);
    kit_pick(0, 1);
    kit_act(LEAD_BLANK, 0);
    assert_int_equal(kit_view(0).page, PHONE_PAGE_WAIT);
    assert_int_equal(kit_pick(1, 1), PHONE_MOVED_ON);
    kit_act(LEAD_BLANK, 0);
    assert_int_equal(kit_view(0).page, PHONE_PAGE_PICK);
    assert_int_equal(kit_view(0).pick, 1); /* nothing lost */
    kit_act(LEAD_NEXT, 0);
    assert_int_equal(kit_view(0).page, PHONE_PAGE_WAIT);
    kit_act(LEAD_BACK, 0);
    assert_int_equal(kit_view(0).pick, 1);
}

/* Nobody reads another seat: whatever the partner does, my page is the same until we meet. */
static void test_the_partner_is_not_seen(void **state) {
    (void)state;
    open_first_card(2);
    kit_pick(0, 2);
    PhoneView before = kit_view(0);
    for (int option = PICK_PASSED; option < 4; option++) {
        if (option != PICK_NONE) {
            kit_pick(1, option);
        }
        PhoneView now = kit_view(0);
        assert_memory_equal(&before, &now, sizeof now);
    }
    kit_ask(1, (PhoneAsk){.kind = PHONE_REST});
    PhoneView now = kit_view(0);
    assert_memory_equal(&before, &now, sizeof now);
}

/* --- Their own match -------------------------------------------------------------------------- */

static int go_to_talk(void) {
    int talk = kit_find(STEP_TALK, kit_game.lead.step);
    kit_go_to(talk, LEAD_PART_READ);
    return talk;
}

static void test_the_match_is_theirs(void **state) {
    (void)state;
    open_first_card(2);
    int says = responder(0), hears = sharer(0), others = responder(1);
    kit_pick(says, 2);
    kit_pick(hears, 2);
    assert_int_equal(kit_land(hears, PHONE_LAND, 2), PHONE_MOVED_ON); /* not said yet */
    go_to_talk();
    assert_int_equal(kit_view(hears).page, PHONE_PAGE_LAND);
    assert_int_equal(kit_view(says).page, PHONE_PAGE_WAIT);
    assert_int_equal(kit_land(says, PHONE_LAND, 2), PHONE_MOVED_ON); /* not theirs to say */
    assert_int_equal(kit_land(hears, PHONE_LAND, 3), PHONE_MALFORMED);
    assert_int_equal(kit_land(hears, PHONE_LAND, 1), PHONE_DONE);
    for (int who = 0; who < 2; who++) {
        PhoneView view = kit_view(who);
        assert_int_equal(view.page, PHONE_PAGE_MATCH);
        assert_int_equal(view.match, MATCH_TUNE);
        assert_int_equal(view.said, 2);
        assert_int_equal(view.landing[0], 1);
    }
    assert_int_equal(kit_view(others).page, PHONE_PAGE_WAIT);
    kit_ask(says, (PhoneAsk){.kind = PHONE_DOWN});
    assert_int_equal(kit_view(says).page, PHONE_PAGE_WAIT);
    assert_int_equal(kit_view(hears).page, PHONE_PAGE_MATCH);
    kit_act(LEAD_NEXT, 0); /* the next question */
    assert_int_equal(kit_view(hears).page, PHONE_PAGE_PICK);
    assert_int_equal(kit_view(hears).pick, PICK_NONE);
}

static void test_a_miss_is_no_loss(void **state) {
    (void)state;
    open_first_card(2);
    kit_pick(responder(0), 1);
    kit_pick(sharer(0), 3);
    kit_pick(responder(1), PICK_PASSED);
    kit_pick(sharer(1), 3);
    go_to_talk();
    kit_land(sharer(0), PHONE_LAND, 0);
    kit_land(sharer(1), PHONE_LAND, 0);
    assert_int_equal(kit_view(responder(0)).match, MATCH_RATHER);
    assert_int_equal(kit_view(responder(0)).rather, 3);
    assert_int_equal(kit_view(responder(1)).match, MATCH_TALK); /* a pass isn't told on */
    assert_int_equal(kit_view(responder(1)).rather, 0);
}

static void test_kept_to_oneself(void **state) {
    (void)state;
    open_first_card(1);
    kit_pick(responder(0), 1);
    kit_pick(sharer(0), 1);
    go_to_talk();
    kit_land(sharer(0), PHONE_KEEP, 0);
    assert_int_equal(kit_view(responder(0)).page, PHONE_PAGE_WAIT);
    assert_int_equal(kit_view(sharer(0)).page, PHONE_PAGE_WAIT);
}

/* --- Lines ------------------------------------------------------------------------------------ */

static PhoneVerdict send_line(int who, const char *text) {
    PhoneAsk ask = {.kind = PHONE_LINE};
    strcpy(ask.text, text);
    return kit_ask(who, ask);
}

static void test_lines_wait_for_the_leader(void **state) {
    (void)state;
    kit_lobby();
    kit_pairs(2);
    kit_act(LEAD_DESK, 1);
    assert_int_equal(send_line(0, "too early"), PHONE_MOVED_ON);
    kit_go_to(kit_find(STEP_CLOSING, 0), LEAD_PART_READ);
    assert_int_equal(kit_view(0).page, PHONE_PAGE_LINE);
    assert_int_equal(send_line(0, "Ask me on a walk."), PHONE_DONE);
    assert_int_equal(kit_view(0).page, PHONE_PAGE_WAIT);
    assert_int_equal(send_line(0, "and one more"), PHONE_MOVED_ON);
    assert_int_equal(send_line(1, " \n "), PHONE_MALFORMED);
    assert_int_equal(send_line(1, "Let this one go."), PHONE_DONE);
    assert_int_equal(phones_lines(phones, LINE_PASSED), 0);
    assert_int_equal(phones_lines(phones, LINE_WAITING), 2);
    kit_act(LEAD_DROP_LINE, 1);
    kit_act(LEAD_PASS_LINE, 0);
    kit_act(LEAD_PASS_LINE, 0); /* none is left */
    assert_int_equal(phones_lines(phones, LINE_WAITING), 0);
    assert_int_equal(phones_lines(phones, LINE_PASSED), 1);
    assert_string_equal(phones_line(phones, LINE_PASSED, 0)->text, "Ask me on a walk.");
}

/* Without a screen of their own a leader couldn't read them unseen. */
static void test_no_lines_without_a_desk(void **state) {
    (void)state;
    kit_lobby();
    kit_pairs(1);
    kit_go_to(kit_find(STEP_CLOSING, 0), LEAD_PART_READ);
    assert_int_equal(kit_view(0).page, PHONE_PAGE_WAIT);
    assert_int_equal(send_line(0, "hello"), PHONE_MOVED_ON);
}

typedef struct Cleaning {
    const char *sent, *kept;
} Cleaning;

static void test_cleaning(void **state) {
    (void)state;
    static const Cleaning table[] = {
        {"plain", "plain"},
        {"  two   spaces\r\nand a line ", "two spaces and a line"},
        {"a\xE2\x80\xAE" "b\xE2\x81\xA6" "c", "abc"},              /* override, isolate */
        {"a\xE2\x80\x8B\xEF\xBB\xBF\xC2\xAD" "b", "ab"},           /* of no width */
        {"e\xCC\x81\xCC\x81\xCC\x81\xCC\x81x", "e\xCC\x81\xCC\x81x"}, /* heaped marks */
        {"\xCC\x81x", "x"},
        {"\x01\x7F\xC2\x85!", "!"},
        {"<script>alert(1)</script>", "<script>alert(1)</script>"},
        {"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"},
        {"\xF0\x9F\xA6\x89", "\xF0\x9F\xA6\x89"},
        {"", ""},
    };
    char kept[PHONES_LINE_MAX];
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_true(phones_clean(kept, sizeof kept, table[i].sent, PHONES_LINE_LETTERS));
        assert_string_equal(kept, table[i].kept);
    }
    static const char *const broken[] = {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF",
                                         "a\xE2\x82"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        assert_false(phones_clean(kept, sizeof kept, broken[i], PHONES_LINE_LETTERS));
        assert_string_equal(kept, "");
    }
    assert_true(phones_clean(kept, sizeof kept, "abcdef", 3));
    assert_string_equal(kept, "abc");
    assert_true(phones_clean(kept, 4, "\xF0\x9F\xA6\x89", 3)); /* doesn't fit in part */
    assert_string_equal(kept, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_phones_become_a_pair),
        cmocka_unit_test(test_pairing_by_code),
        cmocka_unit_test(test_wrong_codes_are_slowed),
        cmocka_unit_test(test_a_wrong_key_is_no_key),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_silly_names_differ),
        cmocka_unit_test(test_a_few_per_address),
        cmocka_unit_test(test_a_locked_room),
        cmocka_unit_test(test_a_seat_is_kept),
        cmocka_unit_test(test_sent_out),
        cmocka_unit_test(test_stop_for_today),
        cmocka_unit_test(test_an_answer_counts_once),
        cmocka_unit_test(test_what_fits_nothing),
        cmocka_unit_test(test_pass_and_rest),
        cmocka_unit_test(test_dark_between_questions),
        cmocka_unit_test(test_the_partner_is_not_seen),
        cmocka_unit_test(test_the_match_is_theirs),
        cmocka_unit_test(test_a_miss_is_no_loss),
        cmocka_unit_test(test_kept_to_oneself),
        cmocka_unit_test(test_lines_wait_for_the_leader),
        cmocka_unit_test(test_no_lines_without_a_desk),
        cmocka_unit_test(test_cleaning),
    };
    return cmocka_run_group_tests_name("phones", tests, kit_open, kit_close);
}
