/* SPDX-License-Identifier: MIT */
/* The page that a phone of a workshop's room sees (screens-2.md 29): HTML without an inline style
 * or script, so that it holds under "default-src 'none'". All of it works by plain forms;
 * phone.js makes it smooth. Text from phones and decks goes in escaped, its direction apart.
 *
 * Forms and their fields:
 *   /join  key, or word and number; name; pairword, pairnumber when it came from the partner's link
 *   /pair  pairword, pairnumber
 *   /pick  question, option: 0..3 or "pass"
 *   /land  question, row0, row1, row2: 0 not quite .. 2 yes
 *   /keep  question
 *   /line  text
 *   /down, /rest, /stop  none */
#ifndef TB_PHONE_PAGE_H
#define TB_PHONE_PAGE_H

#include "page.h"
#include "phones.h"
#include "strings.h"

/* All text is the caller's; null is as "". */
typedef struct PhonePaper {
    const PhoneView *view;
    PhoneVerdict verdict;  /* of the deed just done; PHONE_DONE: nothing to say */
    const char *room_word; /* only for who has a seat or came with the right key; else null: the
                              page must not tell the code to a stranger */
    int room_number;
    const char *key_hex;   /* from the link, and right; null: asks for word and number */
    const char *pair_word; /* from the partner's link; null: none */
    int pair_number;
    const uint8_t *qr;     /* the partner's link as a square (qr.h), row by row, 1 dark; or null */
    int qr_side;
    int wait_s;            /* PHONE_SLOW_DOWN: until the next try */
} PhonePaper;

/* The whole page. */
void phone_page_write(Page *page, const Strings *strings, const PhonePaper *paper);

/* What stands in its <main>: the answer to GET /now, and to a deed that asked for it. */
void phone_page_inner(Page *page, const Strings *strings, const PhonePaper *paper);

/* The self-test, without a seat and without asking anything of the room. `room_word`: or null. */
void phone_page_check(Page *page, const Strings *strings, const char *room_word, int room_number);

#endif
