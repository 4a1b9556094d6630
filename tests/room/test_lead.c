/* SPDX-License-Identifier: MIT */
/* Leading: the way through a plan and back, counting, the soft timer, what may be shown. */
#include "content.h"
#include "lead.h"
#include "room_paper.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

enum { OWL = 2, TALK = 3, AGAIN = 4, MINUTE = 60000 };

static Content content;
static Lead lead;
static int64_t now_ms = 1000;

static int open_content(void **state) {
    (void)state;
    const ContentFrom from = {.levels_dir = TB_SOURCE_DIR "/levels",
                              .lang_dir = TB_SOURCE_DIR "/assets/lang",
                              .language = "en"};
    return (int)content_load(&content, &from);
}

static int close_content(void **state) {
    (void)state;
    content_free(&content);
    return 0;
}

static void act(LeadAct what, int amount) {
    lead_act(&lead, &content.plans, what, amount, now_ms);
}

static void begin(void) {
    lead_clear(&lead);
    act(LEAD_CHOOSE, 0);
    act(LEAD_NEXT, 0);
}

static void go_to(int step, LeadPart part) {
    while (lead.step < step || lead_view(&lead).part < part) {
        act(LEAD_NEXT, 0);
    }
}

static void count(const int hands[4]) {
    for (int i = 0; i < 4; i++) {
        act(LEAD_HANDS, hands[i]);
        act(LEAD_NEXT, 0);
    }
}

/* Each next has its back, from the first screen to the last. */
static void test_there_and_back(void **state) {
    (void)state;
    begin();
    int steps[200], stops[200], at = 0;
    while (lead.place == LEAD_RUNNING) {
        steps[at] = lead.step;
        stops[at++] = lead.stop;
        act(LEAD_NEXT, 0);
    }
    assert_int_equal(lead.place, LEAD_OVER);
    while (at > 0) {
        act(LEAD_BACK, 0);
        at--;
        assert_int_equal(lead.step, steps[at]);
        assert_int_equal(lead.stop, stops[at]);
    }
    act(LEAD_BACK, 0);
    assert_int_equal(lead.place, LEAD_LOBBY);
}

static void test_digits(void **state) {
    (void)state;
    begin();
    go_to(OWL, LEAD_PART_COUNT);
    act(LEAD_DIGIT, 1);
    act(LEAD_DIGIT, 2);
    assert_int_equal(lead.hands[OWL][0], 12);
    act(LEAD_DIGIT, 9); /* 129 hands there are not: a new number */
    assert_int_equal(lead.hands[OWL][0], 9);
    act(LEAD_MORE, 1);
    assert_int_equal(lead.hands[OWL][0], 10);
    act(LEAD_DIGIT, 4); /* after an arrow the digit begins anew */
    assert_int_equal(lead.hands[OWL][0], 4);
    for (int i = 0; i < 6; i++) {
        act(LEAD_MORE, -1);
    }
    assert_int_equal(lead.hands[OWL][0], 0);
    act(LEAD_BLANK, 0);
    act(LEAD_DIGIT, 7); /* not in the dark */
    assert_int_equal(lead.hands[OWL][0], 0);
}

static void test_totals_from_five(void **state) {
    (void)state;
    int counts[PLAN_OPTIONS_MAX];
    begin();
    go_to(OWL, LEAD_PART_COUNT);
    assert_false(lead_take(&lead, OWL, 0, counts));
    count((const int[]){1, 1, 2, 0});
    assert_true(lead_take(&lead, OWL, 0, counts));
    assert_false(lead_may_show(counts));
    act(LEAD_BACK, 0);
    act(LEAD_HANDS, 1);
    act(LEAD_NEXT, 0);
    assert_true(lead_take(&lead, OWL, 0, counts) && lead_may_show(counts));
    assert_false(lead_gives_away(&lead)); /* it comes again: no icons yet */
    go_to(AGAIN, LEAD_PART_COUNT);
    count((const int[]){0, 1, 1, 3});
    assert_true(lead_gives_away(&lead));
    assert_int_equal(lead_moved(&lead, AGAIN), 2);
    act(LEAD_BACK, 0);
    act(LEAD_HANDS, 1);
    act(LEAD_NEXT, 0); /* three answers now: whoever moved is nobody's business */
    assert_int_equal(lead_moved(&lead, AGAIN), 0);
}

static void test_soft_timer(void **state) {
    (void)state;
    begin();
    go_to(TALK, LEAD_PART_READ);
    assert_int_equal(lead_gone_milli(&lead, now_ms), 0);
    assert_int_equal(lead_gone_milli(&lead, now_ms + 90000), 500);
    now_ms += MINUTE;
    act(LEAD_PAUSE, 0);
    now_ms += 10 * MINUTE;
    assert_int_equal(lead_gone_milli(&lead, now_ms), 333);
    act(LEAD_PAUSE, 0);
    act(LEAD_MORE, 1); /* four minutes now, one of them gone */
    assert_int_equal(lead_gone_milli(&lead, now_ms), 250);
    now_ms += 30 * MINUTE;
    assert_int_equal(lead_gone_milli(&lead, now_ms), 1000);
    assert_int_equal(lead.step, TALK); /* nothing goes on by itself */
    assert_true(lead_minutes_late(&lead, now_ms) > 20);
    for (int i = 0; i < 9; i++) {
        act(LEAD_MORE, -1);
    }
    assert_int_equal(lead_minutes(&lead, TALK), 0);
    assert_int_equal(lead_gone_milli(&lead, now_ms), 1000);
}

/* A dark wall comes back before anything moves on. */
static void test_dark_wall_wakes_first(void **state) {
    (void)state;
    begin();
    int stop = lead.stop, step = lead.step;
    act(LEAD_NOTES, 0);
    assert_false(lead.shows_notes); /* never over a wall that the room reads */
    act(LEAD_BLANK, 0);
    act(LEAD_NOTES, 0);
    assert_true(lead.shows_notes);
    act(LEAD_NEXT, 0);
    assert_false(lead.is_blank || lead.shows_notes);
    assert_int_equal(lead.stop, stop);
    assert_int_equal(lead.step, step);
}

/* The bridge always closes, whatever was skipped. */
static void test_bridge_closes(void **state) {
    (void)state;
    begin();
    int before = 0;
    while (lead.place == LEAD_RUNNING) {
        int stones = lead_stones(&lead);
        assert_true(stones >= before && stones <= LEAD_STONES);
        before = stones;
        act(LEAD_SKIP, 0);
    }
    assert_int_equal(lead_stones(&lead), LEAD_STONES);
}

static void test_leaving_forgets(void **state) {
    (void)state;
    static const Lead empty;
    begin();
    go_to(OWL, LEAD_PART_COUNT);
    count((const int[]){3, 1, 2, 1});
    act(LEAD_LEAVE, 0);
    assert_memory_equal(&lead, &empty, sizeof lead);
}

/* Totals of five and more are in the report, fewer in no form. */
static void test_report(void **state) {
    (void)state;
    Page page = {0}, table = {0};
    begin();
    go_to(OWL, LEAD_PART_COUNT);
    count((const int[]){41, 1, 2, 1});
    go_to(AGAIN, LEAD_PART_COUNT);
    count((const int[]){1, 0, 0, 3});
    room_paper_report(&page, &content.strings, &lead, "2026-10-09");
    room_paper_table(&table, &content.strings, &lead, "2026-10-09");
    assert_non_null(strstr(page.bytes, "<th>41</th>"));
    assert_null(strstr(page.bytes, "<th>3</th>"));
    assert_non_null(strstr(page.bytes, "Fewer than five answered"));
    assert_non_null(strstr(table.bytes, ",41\r\n"));
    assert_null(strstr(table.bytes, ",3\r\n"));
    assert_null(strstr(page.bytes, "://")); /* no request to anywhere */
    page_free(&page);
    page_free(&table);
}

static void test_page_escapes(void **state) {
    (void)state;
    Page page = {0};
    page_add_element(&page, "p", "<b>\"a\" & 'b'</b>");
    assert_string_equal(page.bytes, "<p>&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt;</p>\n");
    page_free(&page);
    page_add_cell(&page, "=1+1, \"x\"");
    assert_string_equal(page.bytes, "\"'=1+1, \"\"x\"\"\"");
    page_free(&page);
}

static void test_paper(void **state) {
    (void)state;
    for (int i = 0; i < content.plans.count; i++) {
        const Plan *plan = &content.plans.plans[i];
        Page page = {0};
        room_paper_plan(&page, &content.strings, plan);
        assert_non_null(strstr(page.bytes, "</html>"));
        assert_null(strstr(page.bytes, "{sharer}"));
        assert_null(strstr(page.bytes, "://"));
        for (int k = 0; k < plan->step_count; k++) {
            assert_non_null(strstr(page.bytes, plan->steps[k].title));
        }
        page_free(&page);
    }
}

/* A rehearsal is a whole evening alone: a made-up room answers, and talking moves it. */
static void test_rehearsal(void **state) {
    (void)state;
    int first[PLAN_OPTIONS_MAX], after[PLAN_OPTIONS_MAX], kind[2] = {0, 0};
    lead_clear(&lead);
    act(LEAD_REHEARSE, 0);
    act(LEAD_CHOOSE, 0);
    assert_true(lead.is_rehearsal);
    act(LEAD_NEXT, 0);
    go_to(AGAIN, LEAD_PART_TOTALS);
    assert_true(lead_take(&lead, AGAIN, 0, first) && lead_take(&lead, AGAIN, 1, after));
    assert_in_range(lead_sum(first), 18, 24);
    assert_in_range(lead_sum(after), 18, 24);
    for (int i = 0; i < 4; i++) {
        bool is_kind = plan_option_side(lead_step(&lead), i) == SIDE_BRIDGE;
        kind[0] += is_kind ? first[i] : 0;
        kind[1] += is_kind ? after[i] : 0;
    }
    assert_true(kind[1] > kind[0]);
    act(LEAD_LEAVE, 0);
    assert_false(lead.is_rehearsal);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_and_back),   cmocka_unit_test(test_digits),
        cmocka_unit_test(test_totals_from_five), cmocka_unit_test(test_soft_timer),
        cmocka_unit_test(test_bridge_closes),    cmocka_unit_test(test_dark_wall_wakes_first),
        cmocka_unit_test(test_leaving_forgets),  cmocka_unit_test(test_report),
        cmocka_unit_test(test_page_escapes),     cmocka_unit_test(test_paper),
        cmocka_unit_test(test_rehearsal),
    };
    return cmocka_run_group_tests(tests, open_content, close_content);
}
