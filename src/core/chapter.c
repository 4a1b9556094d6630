/* SPDX-License-Identifier: MIT */
/* The words of chapters, and the plan of one that has no file. */
#include "chapter.h"

#include <string.h>

const char *const gift_names[GIFT_COUNT] = {
    [GIFT_LETTERBOX] = "letterbox",
    [GIFT_KITE] = "kite",
    [GIFT_THANKS_BENCH] = "thanks-bench",
    [GIFT_SWING] = "swing",
    [GIFT_HERON] = "heron",
    [GIFT_BOAT] = "boat",
    [GIFT_WEATHERCOCK] = "weathercock",
    [GIFT_SIGNPOST] = "signpost",
    [GIFT_NESTING_BOX] = "nesting-box",
    [GIFT_WELL] = "well",
    [GIFT_TABLE] = "table",
};

ChapterPlan chapter_plan(const ChapterSet *set, int chapter) {
    static const CardKind kinds[JOURNEY_CARDS] = {
        CARD_SCENE,   CARD_RESPOND,   CARD_LISTEN,  CARD_RESPOND, CARD_REWORD,
        CARD_RESPOND, CARD_OWN_WORDS, CARD_RESPOND, CARD_TALK,
    };
    if (set && set->plans[chapter].card_count > 0) {
        return set->plans[chapter];
    }
    ChapterPlan plan = {.theme = (Theme)chapter,
                        .gift = (Gift)chapter,
                        .title = "",
                        .about = "",
                        .opening = "",
                        .closing = "",
                        .scene = "",
                        .talk = "",
                        .card_count = JOURNEY_CARDS};
    memcpy(plan.kinds, kinds, sizeof kinds);
    return plan;
}
