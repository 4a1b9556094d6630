/* SPDX-License-Identifier: MIT */
/* People as text, and the tables of their parts. */
#include "person.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void every_one_of_the_cast_comes_back_from_text(void **state) {
    (void)state;
    for (int i = 0; i < PERSON_CAST; i++) {
        char text[80];
        Person back;
        memset(&back, 0xff, sizeof back);
        person_print(&person_cast[i], text);
        assert_true(person_parse(text, &back));
        assert_memory_equal(&back, &person_cast[i], sizeof back);
    }
}

static void the_cast_differs_at_a_glance(void **state) {
    (void)state;
    for (int a = 0; a < PERSON_CAST; a++) {
        for (int b = a + 1; b < PERSON_CAST; b++) {
            const Person *one = &person_cast[a];
            const Person *other = &person_cast[b];
            assert_true(one->hair != other->hair);
            assert_true(one->skin != other->skin || one->cloth != other->cloth ||
                        one->outfit != other->outfit);
        }
    }
}

static void text_that_is_no_person_is_refused(void **state) {
    (void)state;
    static const char *const bad[] = {
        "",
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 ",
        " 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "8 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "0 3 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2",
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 10 0",
        "-1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "256 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "0000 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0",
        "99999999999999999999 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Person person = person_cast[0];
        assert_false(person_parse(bad[i], &person));
        assert_memory_equal(&person, &person_cast[0], sizeof person);
    }
}

static void the_largest_choices_are_people_too(void **state) {
    (void)state;
    Person person;
    char text[80];
    const char *largest = "7 2 16 9 9 1 3 3 3 3 1 1 2 1 3 7 9 1";
    assert_true(person_parse(largest, &person));
    person_print(&person, text);
    assert_string_equal(text, largest);
}

static void assert_all_named(const char *const *names, int count) {
    for (int i = 0; i < count; i++) {
        assert_non_null(names[i]);
        assert_true(names[i][0] != '\0');
    }
}

static void every_choice_has_a_name(void **state) {
    (void)state;
    assert_all_named(person_skin_names, PERSON_SKINS);
    assert_all_named(person_face_names, PERSON_FACES);
    assert_all_named(person_hair_names, PERSON_HAIRS);
    assert_all_named(person_hair_colour_names, PERSON_COLOURS);
    assert_all_named(person_cloth_names, PERSON_COLOURS);
    assert_all_named(person_glasses_names, PERSON_GLASSES);
    assert_all_named(person_beard_names, PERSON_BEARDS);
    assert_all_named(person_nose_names, PERSON_NOSES);
    assert_all_named(person_shape_names, PERSON_SHAPES);
    assert_all_named(person_outfit_names, PERSON_OUTFITS);
    assert_all_named(person_expression_names, PERSON_FACE_COUNT);
    assert_all_named(person_pose_names, POSE_COUNT);
}

static void every_field_has_its_own_byte(void **state) {
    (void)state;
    Person person = {0};
    for (PersonField field = 0; field < PERSON_FIELDS; field++) {
        assert_true(person_choices(field) >= 2);
        person_set_field(&person, field, person_choices(field) - 1);
        assert_int_equal(person_field(&person, field), person_choices(field) - 1);
    }
    char text[80];
    person_print(&person, text);
    assert_string_equal(text, "7 2 16 9 9 1 3 3 3 3 1 1 2 1 3 7 9 1");
}

static void a_surprise_is_the_seeds_alone(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 200; seed++) {
        const Person *from = &person_cast[seed % PERSON_CAST];
        Person once = person_surprise(seed, from), again = person_surprise(seed, from);
        Person other = person_surprise(seed + 1, from), back;
        char text[80];
        assert_memory_equal(&once, &again, sizeof once);
        assert_memory_not_equal(&once, &other, sizeof once);
        assert_memory_not_equal(&once, from, sizeof once);
        person_print(&once, text);
        assert_true(person_parse(text, &back)); /* each choice is one of its field's */
    }
}

static void a_surprise_leaves_the_wheelchair_and_the_hearing_aid(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 100; seed++) {
        Person from = person_cast[0];
        from.wheelchair = seed & 1;
        from.hearing_aid = seed >> 1 & 1;
        Person person = person_surprise(seed, &from);
        assert_int_equal(person.wheelchair, from.wheelchair);
        assert_int_equal(person.hearing_aid, from.hearing_aid);
    }
}

static void chance_finds_every_choice_there_is(void **state) {
    (void)state;
    unsigned found[PERSON_FIELDS] = {0};
    for (uint64_t seed = 0; seed < 3000; seed++) {
        Person person = person_surprise(seed, &person_cast[0]);
        for (PersonField field = 0; field < PERSON_FIELDS; field++) {
            found[field] |= 1u << person_field(&person, field);
        }
    }
    for (PersonField field = 0; field < PERSON_FIELDS; field++) {
        bool kept = field == FIELD_WHEELCHAIR || field == FIELD_HEARING_AID;
        assert_int_equal(found[field], kept ? 1u : (1u << person_choices(field)) - 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_one_of_the_cast_comes_back_from_text),
        cmocka_unit_test(the_cast_differs_at_a_glance),
        cmocka_unit_test(text_that_is_no_person_is_refused),
        cmocka_unit_test(the_largest_choices_are_people_too),
        cmocka_unit_test(every_choice_has_a_name),
        cmocka_unit_test(every_field_has_its_own_byte),
        cmocka_unit_test(a_surprise_is_the_seeds_alone),
        cmocka_unit_test(a_surprise_leaves_the_wheelchair_and_the_hearing_aid),
        cmocka_unit_test(chance_finds_every_choice_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
