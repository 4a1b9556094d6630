/* SPDX-License-Identifier: MIT */
/* The cards' faces and the people's are the same list, so that one is cast to the other. */
#include "card.h"
#include "person.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void cards_and_people_agree_on_faces(void **state) {
    (void)state;
    assert_int_equal(FACE_COUNT, PERSON_FACE_COUNT);
    for (int i = 0; i < FACE_COUNT; i++) {
        assert_string_equal(face_names[i], person_expression_names[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cards_and_people_agree_on_faces)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
