/* SPDX-License-Identifier: MIT */
/* The words of a step for one frame: plan_text.h, into the ring of texts. */
#include "plan_text.h"
#include "room_parts.h"

_Static_assert((int)PLAN_TEXT_MAX == (int)SCREEN_TEXT_MAX, "a text of a plan fits the ring");

static char *slot(ScreenContext *context) {
    context->ring_at = (context->ring_at + 1) % SCREEN_RING;
    return context->ring[context->ring_at];
}

const char *room_heading(ScreenContext *context, const PlanStep *step, const char *more_key) {
    const char *head = plan_heading(&context->content->strings, step, slot(context));
    return more_key ? tr2(context, "room.card-more", "card", head, "more", tr(context, more_key))
                    : head;
}

const char *room_before(ScreenContext *context, const PlanStep *step) {
    return plan_scene(&context->content->strings, step, slot(context));
}

const char *room_question(ScreenContext *context, const PlanStep *step) {
    return plan_question(&context->content->strings, step, slot(context));
}

const char *room_option(ScreenContext *context, const PlanStep *step, int option) {
    return plan_option(&context->content->strings, step, option, slot(context));
}

const char *room_option_why(ScreenContext *context, const PlanStep *step, int option) {
    return plan_heard(&context->content->strings, step, option, slot(context));
}

const char *room_why(ScreenContext *context, const PlanStep *step) {
    return plan_why(&context->content->strings, step, slot(context));
}
