/* SPDX-License-Identifier: MIT */
/* Drawing lists: what is in them, their boxes, dumps and hashes, and full pools. */
#include "draw.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int open_list(void **state) {
    *state = calloc(1, sizeof(DrawList));
    return *state ? 0 : -1;
}

static int close_list(void **state) {
    free(*state);
    return 0;
}

static void draw_sample(DrawList *list) {
    draw_begin(list, 1280, 720);
    draw_still_begin(list);
    path_begin(list);
    path_add_round_rect(list, list->canvas, 0);
    Fill sky = fill_gradient(paint_of(TOKEN_SKY0), paint_of(TOKEN_SKY2), 0, 400);
    sky.middle = paint_of(TOKEN_SKY1);
    sky.middle_at = 0.5f;
    path_fill(list, sky);
    draw_sprite(list, "day/cottage", 100.4f, 300, 1, 0);
    draw_still_end(list);
    list->node = 0xbeef;
    draw_shadow(list, (Rect){40, 50, 200, 100}, 28, 2);
    draw_round_rect(list, (Rect){40, 50, 200, 100}, 28, fill_of(paint_of(TOKEN_PAPER)),
                    paint_alpha(TOKEN_LINE, 0.5f), 1.5f);
    draw_text(list, "Tea?", 4, FONT_DISPLAY, 26, 60, 100, 52, paint_of(TOKEN_INK));
    list->node = 0;
    draw_icon(list, "flame", 10, 20, 36, paint_mix(TOKEN_GOLD, TOKEN_PAPER, 0.2f));
    draw_line(list, 0, 0, 10, -0.01f, paint_of(TOKEN_STONE0), 2, 6, 4);
    draw_clip(list, (Rect){78, 381, 76, 76}, 38);
    DrawPerson person = {.face = PERSON_HAPPY,
                         .face_from = PERSON_TIRED,
                         .face_mix = 0.25f,
                         .pose = POSE_WAVE,
                         .mirrored = true,
                         .at = {114, 424},
                         .scale = 0.3f,
                         .alpha = 255};
    list->alpha = 128;
    draw_person(list, &person);
    list->alpha = 255;
    draw_unclip(list);
}

static const char sample_dump[] =
    "canvas 1280x720\n"
    "still\n"
    "path 0,0 1280x720 4 fill sky0 to sky1 to sky2\n"
    "sprite day/cottage at 100,300\n"
    "still-end\n"
    "shadow 2 below 40,50 200x100 #0000beef\n"
    "path 39,49 202x102 17 fill paper stroke line/128 1.5 #0000beef\n"
    "text display 26 at 60,100 ink \"Tea?\" #0000beef\n"
    "sprite icon/flame at 10,20 scale 1.5 1.5 tint gold+paper:51\n"
    "path -1,-1 12x2 2 stroke stone0 2 dash 6 4\n"
    "clip 78,381 76x76 radius 38\n"
    "person bust at 114,424 scale 0.3 happy from tired 0.3 wave mirrored "
    "[0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0] alpha 128\n"
    "unclip\n";

static void a_list_can_be_read(void **state) {
    DrawList *list = *state;
    draw_sample(list);
    char dump[4000];
    size_t needed = draw_dump(list, dump, sizeof dump);
    assert_string_equal(dump, sample_dump);
    assert_int_equal(needed, strlen(sample_dump));
}

static void a_short_buffer_gets_the_beginning(void **state) {
    DrawList *list = *state;
    draw_sample(list);
    char dump[20];
    memset(dump, 'x', sizeof dump);
    assert_int_equal(draw_dump(list, dump, 10), strlen(sample_dump));
    assert_string_equal(dump, "canvas 12");
    assert_int_equal(dump[10], 'x');
    assert_int_equal(draw_dump(list, NULL, 0), strlen(sample_dump));
}

static void equal_lists_have_equal_hashes(void **state) {
    DrawList *list = *state;
    draw_sample(list);
    uint64_t first = draw_hash(list);
    memset(list, 0x5a, sizeof *list);
    draw_sample(list);
    assert_true(draw_hash(list) == first);
}

static void every_change_changes_the_hash(void **state) {
    DrawList *list = *state;
    draw_sample(list);
    uint64_t first = draw_hash(list);
    for (int i = 0; i < list->cmd_count; i++) {
        DrawCmd kept = list->cmds[i];
        list->cmds[i].alpha ^= 1;
        assert_true(draw_hash(list) != first);
        list->cmds[i] = kept;
        list->cmds[i].box.x += 1;
        assert_true(draw_hash(list) != first);
        list->cmds[i] = kept;
    }
    list->points[5].x += 0.5f;
    assert_true(draw_hash(list) != first);
    list->points[5].x -= 0.5f;
    list->bytes[3] ^= 1;
    assert_true(draw_hash(list) != first);
    list->bytes[3] ^= 1;
    assert_true(draw_hash(list) == first);
}

static void assert_box(const DrawCmd *cmd, float x, float y, float w, float h) {
    assert_float_equal(cmd->box.x, x, 0.001f);
    assert_float_equal(cmd->box.y, y, 0.001f);
    assert_float_equal(cmd->box.w, w, 0.001f);
    assert_float_equal(cmd->box.h, h, 0.001f);
}

static void boxes_hold_strokes_and_shadows(void **state) {
    DrawList *list = *state;
    draw_begin(list, 1280, 720);
    draw_line(list, 100, 200, 110, 180, paint_of(TOKEN_INK), 6, 0, 0);
    assert_box(&list->cmds[0], 97, 177, 16, 26);
    draw_ellipse(list, 50, 60, 10, 20, paint_of(TOKEN_INK));
    assert_box(&list->cmds[1], 40, 40, 20, 40);
    draw_shadow(list, (Rect){100, 100, 50, 40}, 8, 1);
    assert_box(&list->cmds[2], 88, 91, 74, 64);
    draw_sprite(list, "disc", 10, 10, 1, 32);
    assert_box(&list->cmds[3], -22, -22, 64, 64);
    draw_sprite(list, "disc", 10, 10, 1, 0);
    assert_box(&list->cmds[4], 0, 0, 1280, 720);
}

static void arcs_begin_at_twelve_and_go_clockwise(void **state) {
    DrawList *list = *state;
    draw_begin(list, 1280, 720);
    path_begin(list);
    path_add_arc(list, 100, 100, 50, 0, 90);
    path_stroke(list, paint_of(TOKEN_INK), 2, 0, 0);
    const DrawPath *path = &list->cmds[0].path;
    Point first = list->points[path->first_point];
    Point last = list->points[path->first_point + path->point_count - 1];
    assert_float_equal(first.x, 100, 0.01f);
    assert_float_equal(first.y, 50, 0.01f);
    assert_float_equal(last.x, 150, 0.01f);
    assert_float_equal(last.y, 100, 0.01f);
}

static void a_path_that_does_not_fit_is_dropped_whole(void **state) {
    DrawList *list = *state;
    draw_begin(list, 1280, 720);
    path_begin(list);
    path_move(list, 0, 0);
    for (int i = 0; i < DRAW_POINT_MAX; i++) {
        path_line(list, (float)i, 1);
    }
    path_fill(list, fill_of(paint_of(TOKEN_INK)));
    assert_true(list->overflowed);
    assert_int_equal(list->cmd_count, 0);
    assert_int_equal(list->point_count, 0);
    draw_ellipse(list, 5, 5, 2, 2, paint_of(TOKEN_INK));
    assert_int_equal(list->cmd_count, 1);
}

static void full_pools_are_told_and_harmless(void **state) {
    DrawList *list = *state;
    draw_begin(list, 1280, 720);
    for (int i = 0; i < DRAW_CMD_MAX + 5; i++) {
        draw_unclip(list);
        draw_ellipse(list, 5, 5, 2, 2, paint_of(TOKEN_INK));
    }
    assert_true(list->overflowed);
    assert_int_equal(list->cmd_count, DRAW_CMD_MAX);
    draw_begin(list, 1280, 720);
    assert_false(list->overflowed);
    for (int i = 0; i < DRAW_BYTE_MAX; i++) {
        draw_text(list, "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", 52, FONT_TEXT, 18,
                  0, 0, 9, paint_of(TOKEN_INK));
    }
    assert_true(list->overflowed);
    assert_true(list->byte_count <= DRAW_BYTE_MAX);
}

static void text_is_copied_and_empty_text_is_nothing(void **state) {
    DrawList *list = *state;
    draw_begin(list, 1280, 720);
    char text[] = "kettle on";
    draw_text(list, text, 6, FONT_TEXT, 18, 5, 20, 40, paint_of(TOKEN_INK));
    text[0] = 'm';
    assert_string_equal(list->bytes + list->cmds[0].text.first_byte, "kettle");
    draw_text(list, text, 0, FONT_TEXT, 18, 5, 20, 40, paint_of(TOKEN_INK));
    assert_int_equal(list->cmd_count, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_can_be_read),
        cmocka_unit_test(a_short_buffer_gets_the_beginning),
        cmocka_unit_test(equal_lists_have_equal_hashes),
        cmocka_unit_test(every_change_changes_the_hash),
        cmocka_unit_test(boxes_hold_strokes_and_shadows),
        cmocka_unit_test(arcs_begin_at_twelve_and_go_clockwise),
        cmocka_unit_test(a_path_that_does_not_fit_is_dropped_whole),
        cmocka_unit_test(full_pools_are_told_and_harmless),
        cmocka_unit_test(text_is_copied_and_empty_text_is_nothing),
    };
    return cmocka_run_group_tests(tests, open_list, close_list);
}
