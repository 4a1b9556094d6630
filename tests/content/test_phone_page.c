/* SPDX-License-Identifier: MIT */
/* The phone's page: what stands on each, what a form sends, and that no text becomes markup. */
#include "phone_page.h"
#include "phone_words.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A square as large as a long address makes it. */
enum { SQUARE_SIDE = 41, ALL_MAX = 60000, SVG_MAX = 6144, SILLY_LETTERS = PHONES_NAME_LETTERS };

static const char key[] = "00112233445566778899aabbccddeeff";

/* A room with a card, a pair, and somebody who looks at the page. */
typedef struct Room {
    Arena arena;
    Findings findings;
    Strings strings;
    Card card;
    PlanStep step;
    PhonePair pair;
    PhoneView view;
    PhonePaper paper;
    uint8_t square[SQUARE_SIDE * SQUARE_SIDE];
    Page page;
} Room;

static int start(void **state) {
    Room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    assert_int_equal(strings_load(&room->strings, &room->arena, TB_SOURCE_DIR "/assets/lang", "en",
                                  &(StringTable){0},
                                  &room->findings),
                     ERR_OK);
    static const char *const texts[] = {"No money.", "Mm.", "Where did that come from?",
                                        "I love <that>."};
    room->card = (Card){.kind = CARD_RESPOND, .id = "van", .scene = "", .line = "A van?"};
    for (int i = 0; i < CARD_ANSWERS; i++) {
        room->card.answers[i] = (Answer){.text = texts[i], .note = i == 1 ? "scrolling" : ""};
    }
    room->step = (PlanStep){.kind = STEP_CARD, .title = "", .text = "", .number = 2};
    room->step.card = &room->card;
    room->pair = (PhonePair){.is_taken = true, .name = "Salt", .word = 5, .number = 7};
    room->view = (PhoneView){.pair = &room->pair, .mark = 1, .version = 12};
    room->view.step = &room->step;
    room->view.question = 3;
    room->view.pick = PICK_NONE;
    room->view.word = "";
    room->paper = (PhonePaper){.view = &room->view, .room_word = "moss", .room_number = 42};
    *state = room;
    return 0;
}

static int finish(void **state) {
    Room *room = *state;
    int missing = room->strings.missing->count;
    page_free(&room->page);
    arena_free(&room->arena);
    free(room);
    assert_int_equal(missing, 0);
    return 0;
}

static const char *inner(Room *room, PhonePage page) {
    page_free(&room->page);
    room->view.page = page;
    phone_page_inner(&room->page, &room->strings, &room->paper);
    return room->page.bytes;
}

static const char *whole(Room *room, PhonePage page) {
    page_free(&room->page);
    room->view.page = page;
    phone_page_write(&room->page, &room->strings, &room->paper);
    return room->page.bytes;
}

static void has(const char *page, const char *text) {
    if (!strstr(page, text)) {
        fail_msg("missing: %s\nin: %s", text, page);
    }
}

static void has_not(const char *page, const char *text) {
    if (strstr(page, text)) {
        fail_msg("should not be here: %s\nin: %s", text, page);
    }
}

static int count(const char *page, const char *text) {
    int found = 0;
    for (const char *at = strstr(page, text); at; at = strstr(at + 1, text)) {
        found++;
    }
    return found;
}

static void test_every_page_has_one_heading_and_says_its_version(void **state) {
    Room *room = *state;
    for (PhonePage page = 0; page < PHONE_PAGE_COUNT; page++) {
        const char *text = inner(room, page);
        assert_int_equal(count(text, "<h1"), 1);
        has(text, "data-version=\"12\"");
        assert_int_equal(count(text, "<div"), count(text, "</div>"));
        assert_int_equal(count(text, "<form"), count(text, "</form>"));
        assert_int_equal(count(text, "<p"), count(text, "</p>") + count(text, "<path"));
        assert_int_equal(count(text, "<span"), count(text, "</span>"));
    }
}

static void test_join_by_the_link(void **state) {
    Room *room = *state;
    room->paper.key_hex = key;
    const char *text = inner(room, PHONE_PAGE_JOIN);
    has(text, "<form method=\"post\" action=\"/join\">");
    has(text, "name=\"key\" value=\"00112233445566778899aabbccddeeff\"");
    has(text, "<label for=\"name\">A name for the two of you</label>");
    has(text, "<input id=\"name\" name=\"name\" maxlength=\"24\"");
    has(text, "moss 42");
    has_not(text, "name=\"word\"");
}

static void test_join_by_the_code(void **state) {
    Room *room = *state;
    room->paper.room_word = NULL;
    const char *text = inner(room, PHONE_PAGE_JOIN);
    has(text, "<label for=\"word\">");
    has(text, "<input id=\"word\" name=\"word\" required");
    has(text, "<label for=\"number\">");
    has(text, "<input id=\"number\" name=\"number\" required");
    has_not(text, "name=\"key\"");
    has_not(text, "moss");
    has_not(text, "42");
}

static void test_join_by_the_partners_link(void **state) {
    Room *room = *state;
    room->paper.key_hex = key;
    room->paper.pair_word = "fern";
    room->paper.pair_number = 7;
    const char *text = inner(room, PHONE_PAGE_JOIN);
    has(text, "name=\"pairword\" value=\"fern\"");
    has(text, "name=\"pairnumber\" value=\"7\"");
    has(text, "href=\"/r/00112233445566778899aabbccddeeff\"");
    room->paper.verdict = PHONE_WRONG_CODE; /* that pair is two by now */
    text = inner(room, PHONE_PAGE_JOIN);
    has_not(text, "pairword");
    has(text, "name=\"name\"");
}

static void test_pair_shows_the_own_code_and_takes_theirs(void **state) {
    Room *room = *state;
    memset(room->square, 1, 7);
    room->square[9] = room->square[22] = 1;
    room->paper.qr = room->square;
    room->paper.qr_side = 21;
    const char *text = inner(room, PHONE_PAGE_PAIR);
    has(text, phone_word(&room->strings, 5));
    has(text, "viewBox=\"-4 -4 29 29\"");
    has(text, "d=\"M0 0.5h7m2 0h1M1 1.5h1\"");
    has(text, "action=\"/pair\"");
    has(text, "<input id=\"pairword\" name=\"pairword\" required");
    has(text, "<input id=\"pairnumber\" name=\"pairnumber\" required");
    has(text, "You are the circle");
    has(text, "<bdi>Salt</bdi>");
    room->view.mark = 2;
    has(inner(room, PHONE_PAGE_PAIR), "You are the diamond");
}

static void test_a_wrong_code_is_said_at_its_field(void **state) {
    Room *room = *state;
    room->paper.verdict = PHONE_WRONG_CODE;
    const char *text = inner(room, PHONE_PAGE_PAIR);
    has(text, "role=\"alert\"");
    assert_int_equal(count(text, "aria-invalid=\"true\" aria-describedby=\"note\""), 2);
    room->paper.verdict = PHONE_DONE;
    has_not(inner(room, PHONE_PAGE_PAIR), "aria-invalid");
}

static void test_what_happened_is_said_in_words(void **state) {
    Room *room = *state;
    room->paper.wait_s = 10;
    for (PhoneVerdict verdict = PHONE_DONE + 1; verdict < PHONE_VERDICT_COUNT; verdict++) {
        room->paper.verdict = verdict;
        assert_int_equal(count(inner(room, PHONE_PAGE_WAIT), "role=\"alert\""), 1);
    }
    room->paper.verdict = PHONE_SLOW_DOWN;
    has(inner(room, PHONE_PAGE_JOIN), "Try again in 10 seconds.");
    room->paper.verdict = PHONE_MOVED_ON;
    has(inner(room, PHONE_PAGE_WAIT), "It moved on. Nothing lost.");
}

static void test_waiting_looks_the_same_for_all(void **state) {
    Room *room = *state;
    const char *text = inner(room, PHONE_PAGE_WAIT);
    has(text, "Look up.");
    has(text, "action=\"/rest\"");
    has(text, "Rest, or come back");
    char before[4096];
    assert_true(strlen(text) < sizeof before);
    text_copy(before, sizeof before, text);
    room->view.pick = 2;
    room->view.role = ROLE_SHARER;
    assert_string_equal(inner(room, PHONE_PAGE_WAIT), before);
}

static void test_pick(void **state) {
    Room *room = *state;
    room->view.role = ROLE_RESPONDER;
    room->view.mark = 2;
    const char *text = inner(room, PHONE_PAGE_PICK);
    has(text, "What would you really say?");
    has(text, "Diamond");
    has(text, "Card <bdi>2</bdi>");
    has(text, "Mm. (scrolling)");
    assert_int_equal(count(text, "action=\"/pick\""), 2);
    assert_int_equal(count(text, "name=\"question\" value=\"3\""), 2);
    assert_int_equal(count(text, "type=\"radio\" name=\"option\""), 4);
    has(text, "type=\"hidden\" name=\"option\" value=\"pass\"");
    has(text, "<noscript><button");
    has_not(text, "checked");
    room->view.pick = 2;
    text = inner(room, PHONE_PAGE_PICK);
    assert_int_equal(count(text, "checked"), 1);
    has(text, "value=\"2\" required checked");
    room->view.role = ROLE_SHARER;
    has(inner(room, PHONE_PAGE_PICK), "What would you love to hear?");
    room->step.kind = STEP_AGAIN;
    has(inner(room, PHONE_PAGE_PICK), "after talking");
    room->view.role = ROLE_RESPONDER;
    has(inner(room, PHONE_PAGE_PICK), "What would you like to say, now?");
}

static void test_a_question_of_the_evening_is_its_own_heading(void **state) {
    Room *room = *state;
    room->step = (PlanStep){.kind = STEP_FEEDBACK, .title = "", .text = "Worth the chair?"};
    room->step.lines[0] = "Yes";
    room->step.lines[1] = "No";
    room->step.line_count = 2;
    const char *text = inner(room, PHONE_PAGE_PICK);
    has(text, "<h1 dir=\"auto\">Worth the chair?</h1>");
    assert_int_equal(count(text, "type=\"radio\""), 2);
}

static void test_land(void **state) {
    Room *room = *state;
    room->view.landing[1] = 2;
    const char *text = inner(room, PHONE_PAGE_LAND);
    has(text, "action=\"/land\"");
    has(text, "action=\"/keep\"");
    assert_int_equal(count(text, "name=\"question\" value=\"3\""), 2);
    assert_int_equal(count(text, "type=\"radio\" name=\"row"), 9);
    has(text, "name=\"row2\" value=\"0\"");
    assert_int_equal(count(text, "<legend>"), 3);
    has_not(text, "checked");
}

static void test_match(void **state) {
    Room *room = *state;
    room->view.role = ROLE_SHARER;
    room->view.match = MATCH_TUNE;
    room->view.said = room->view.rather = 2;
    room->view.landing[0] = 1;
    const char *text = inner(room, PHONE_PAGE_MATCH);
    has(text, "In tune");
    has(text, "“Where did that come from?”");
    has_not(text, "No money.");
    has(text, "<strong>partly</strong>");
    has(text, "action=\"/down\"");
    room->view.match = MATCH_RATHER;
    room->view.said = 0;
    text = inner(room, PHONE_PAGE_MATCH);
    has(text, "You’d rather have heard…");
    has(text, "“No money.”");
    room->view.role = ROLE_RESPONDER;
    has(inner(room, PHONE_PAGE_MATCH), "Your partner would rather have heard…");
}

/* A card that both answer alike: nobody heard, nobody said. */
static void test_a_match_without_roles(void **state) {
    Room *room = *state;
    room->view.match = MATCH_TUNE;
    room->view.said = room->view.rather = 2;
    const char *text = inner(room, PHONE_PAGE_MATCH);
    has(text, "You both chose the same");
    has(text, "“Where did that come from?”");
    has_not(text, "class=\"landed\"");
    has_not(text, "out loud");
}

/* Who passed can't be told from it, and no answer shows. */
static void test_a_match_without_both_shows_no_answer(void **state) {
    Room *room = *state;
    room->view.match = MATCH_TALK;
    room->view.landing[0] = -1;
    room->view.pick = 0;
    const char *text = inner(room, PHONE_PAGE_MATCH);
    has_not(text, "class=\"quote\"");
    has_not(text, "class=\"landed\"");
    for (int i = 0; i < CARD_ANSWERS; i++) {
        has_not(text, room->card.answers[i].text);
    }
}

static void test_line_and_the_end(void **state) {
    Room *room = *state;
    const char *text = inner(room, PHONE_PAGE_LINE);
    has(text, "action=\"/line\"");
    has(text, "<label for=\"text\">");
    has(text, "<textarea id=\"text\" name=\"text\" maxlength=\"100\"");
    room->view.word = "river-otter";
    has(inner(room, PHONE_PAGE_OVER), ">river-otter<");
    has(inner(room, PHONE_PAGE_REST), "action=\"/stop\"");
}

static void test_no_text_becomes_markup(void **state) {
    Room *room = *state;
    static const char hostile[] = "\"><script>alert(1)</script>'&";
    text_copy(room->pair.name, sizeof room->pair.name, hostile);
    room->card.answers[0].text = room->card.answers[1].note = room->card.line = hostile;
    room->view.word = room->paper.room_word = room->paper.key_hex = hostile;
    room->paper.pair_word = hostile;
    room->view.match = MATCH_RATHER;
    for (PhonePage page = 0; page < PHONE_PAGE_COUNT; page++) {
        for (int with_name = 0; with_name < 2; with_name++) {
            room->view.role = with_name ? ROLE_NONE : ROLE_SHARER;
            const char *text = inner(room, page);
            has_not(text, "<script");
            has_not(text, "alert(1)</");
            has_not(text, "\">'");
        }
    }
    has(inner(room, PHONE_PAGE_PAIR), "<bdi>&quot;&gt;&lt;script&gt;");
    has(inner(room, PHONE_PAGE_JOIN), "value=\"&quot;&gt;&lt;script&gt;");
}

/* A name in another direction turns nothing around it. */
static void test_foreign_text_has_its_own_direction(void **state) {
    Room *room = *state;
    text_copy(room->pair.name, sizeof room->pair.name, "שלום");
    has(inner(room, PHONE_PAGE_PAIR), "On the wall as <bdi>שלום</bdi>");
    room->view.role = ROLE_RESPONDER;
    has(inner(room, PHONE_PAGE_PICK), "<span dir=\"auto\">No money.</span>");
    room->strings.own.is_rtl = true;
    has(whole(room, PHONE_PAGE_PICK), "dir=\"rtl\">");
}

static void test_the_whole_page_asks_nobody_else(void **state) {
    Room *room = *state;
    for (PhonePage page = 0; page < PHONE_PAGE_COUNT; page++) {
        const char *text = whole(room, page);
        has(text, "<html lang=\"en\" dir=\"ltr\">");
        has_not(text, "http:");
        has_not(text, "https:");
        has_not(text, "style=");
        has_not(text, "<style");
        has_not(text, "\" on");
        assert_int_equal(count(text, "<script"), 1);
        has(text, "<script src=\"/phone.js\" defer></script>");
    }
    has(whole(room, PHONE_PAGE_WAIT), "http-equiv=\"refresh\"");
    has_not(whole(room, PHONE_PAGE_JOIN), "http-equiv=\"refresh\"");
    has_not(whole(room, PHONE_PAGE_PICK), "http-equiv=\"refresh\"");
    room->view.pick = PICK_PASSED; /* sent: nothing is lost by looking again */
    has(whole(room, PHONE_PAGE_PICK), "http-equiv=\"refresh\"");
}

static void test_the_check_page(void **state) {
    Room *room = *state;
    phone_page_check(&room->page, &room->strings, "moss", 42);
    has(room->page.bytes, "This phone reaches the laptop");
    has(room->page.bytes, "moss 42");
    has(room->page.bytes, "href=\"/\"");
    has_not(room->page.bytes, "id=\"sheet\"");
}

static long size_of(const char *name) {
    char path[512];
    snprintf(path, sizeof path, TB_SOURCE_DIR "/assets/phone/%s", name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    fclose(file);
    return size;
}

static void test_all_of_it_is_small(void **state) {
    Room *room = *state;
    for (int i = 0; i < SQUARE_SIDE * SQUARE_SIDE; i++) {
        room->square[i] = (uint8_t)(i % 3 > 0);
    }
    room->paper.qr = room->square;
    room->paper.qr_side = SQUARE_SIDE;
    static const char *const names[] = {"phone.css",      "phone.js",       "header.svg",
                                        "text-400.woff2", "text-700.woff2", "title.woff2"};
    long files = 0;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        files += size_of(names[i]);
    }
    for (PhonePage page = 0; page < PHONE_PAGE_COUNT; page++) {
        whole(room, page);
        assert_true(files + (long)room->page.size < ALL_MAX);
    }
    assert_true(size_of("header.svg") <= SVG_MAX);
}

/* Said across a room and typed by thumb. */
static void test_words_of_codes(void **state) {
    Room *room = *state;
    for (int i = 0; i < PHONES_WORDS; i++) {
        const char *word = phone_word(&room->strings, i);
        size_t length = strlen(word);
        assert_true(length >= 4 && length <= 5);
        assert_int_equal(strspn(word, "abcdefghijklmnopqrstuvwxyz"), length);
        assert_int_equal(phone_word_index(&room->strings, word), i);
    }
    assert_string_equal(phone_word(&room->strings, 0), "acorn");
    assert_int_equal(phone_word_index(&room->strings, " ACORN\r\n"), 0);
    assert_int_equal(phone_word_index(&room->strings, "acor"), -1);
    assert_int_equal(phone_word_index(&room->strings, "acorns"), -1);
    assert_int_equal(phone_word_index(&room->strings, ""), -1);
    assert_string_equal(phone_word(&room->strings, -1), "");
    assert_string_equal(phone_word(&room->strings, PHONES_WORDS), "");
}

static void test_silly_names(void **state) {
    Room *room = *state;
    char names[PHONES_MAX][PHONES_NAME_MAX];
    for (int i = 0; i < PHONES_MAX; i++) {
        phone_pair_name(&room->strings, &(PhonePair){.silly = i}, names[i], PHONES_NAME_MAX);
        assert_true(strlen(names[i]) > 0);
        assert_true(i >= PHONES_SILLY || strlen(names[i]) <= SILLY_LETTERS);
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(names[i], names[k]);
        }
    }
    phone_pair_name(&room->strings, &(PhonePair){.name = "Ours"}, names[0], PHONES_NAME_MAX);
    assert_string_equal(names[0], "Ours");
}

/* A line about somebody else is pointed out; one about oneself isn't. */
static void test_lines_about_somebody(void **state) {
    Room *room = *state;
    static const char *const about[] = {"She always says she’ll plan it.", "ask HIM",
                                        "my husband’s soup", "(never again)"};
    static const char *const not_about[] = {"Ask me on a walk.", "Thank you for the soup.",
                                            "The weather", "", "Sheep and history"};
    for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
        assert_true(phone_names_someone(&room->strings, about[i]));
    }
    for (size_t i = 0; i < sizeof not_about / sizeof *not_about; i++) {
        assert_false(phone_names_someone(&room->strings, not_about[i]));
    }
}

#define ROOM_TEST(name) cmocka_unit_test_setup_teardown(name, start, finish)

int main(void) {
    const struct CMUnitTest tests[] = {
        ROOM_TEST(test_every_page_has_one_heading_and_says_its_version),
        ROOM_TEST(test_join_by_the_link),
        ROOM_TEST(test_join_by_the_code),
        ROOM_TEST(test_join_by_the_partners_link),
        ROOM_TEST(test_pair_shows_the_own_code_and_takes_theirs),
        ROOM_TEST(test_a_wrong_code_is_said_at_its_field),
        ROOM_TEST(test_what_happened_is_said_in_words),
        ROOM_TEST(test_waiting_looks_the_same_for_all),
        ROOM_TEST(test_pick),
        ROOM_TEST(test_a_question_of_the_evening_is_its_own_heading),
        ROOM_TEST(test_land),
        ROOM_TEST(test_match),
        ROOM_TEST(test_a_match_without_roles),
        ROOM_TEST(test_a_match_without_both_shows_no_answer),
        ROOM_TEST(test_line_and_the_end),
        ROOM_TEST(test_no_text_becomes_markup),
        ROOM_TEST(test_foreign_text_has_its_own_direction),
        ROOM_TEST(test_the_whole_page_asks_nobody_else),
        ROOM_TEST(test_the_check_page),
        ROOM_TEST(test_all_of_it_is_small),
        ROOM_TEST(test_words_of_codes),
        ROOM_TEST(test_silly_names),
        ROOM_TEST(test_lines_about_somebody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
