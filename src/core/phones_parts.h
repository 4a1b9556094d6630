/* SPDX-License-Identifier: MIT */
/* Shared inside the phones' own files only. */
#ifndef TB_PHONES_PARTS_H
#define TB_PHONES_PARTS_H

#include "phones.h"

/* One ask being worked on. */
typedef struct Asking {
    Phones *phones;
    const Lead *lead;
    const PhoneAsk *ask;
    int64_t now_ms;
} Asking;

/* --- phones_join.c --- */
PhoneVerdict phones_join(const Asking *asking);
PhoneVerdict phones_pair_up(const Asking *asking);
void phones_drop_seat(Phones *phones, int seat);

/* --- phones.c --- */
/* The question that the picks belong to; null: none was asked yet. */
const PlanStep *phones_step(const Phones *phones, const Lead *lead);
/* Whether the partners may tell each other how it landed, and see whether they met. */
bool phones_may_land(const Phones *phones, const Lead *lead);
bool phones_may_write(const Phones *phones, const Lead *lead, const PhoneSeat *seat);
/* -1: none. */
int phones_partner(const Phones *phones, int seat);
PhoneRole phones_role(const Phones *phones, const Lead *lead, int seat);

#endif
