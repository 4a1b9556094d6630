/* SPDX-License-Identifier: MIT */
/* The anonymous report: totals of five answers and more, as a page and as a table. */
#include "plan_text.h"
#include "room_paper.h"
#include "room_paper_parts.h"

enum { MS_PER_MINUTE = 60000 };

static int spent_minutes(const Lead *lead, int step) {
    return (int)((lead->spent_ms[step] + MS_PER_MINUTE / 2) / MS_PER_MINUTE);
}

/* The totals of one step alone; false where fewer than five answered, or nobody was asked. */
static bool own_take(const Lead *lead, int step, int counts[PLAN_OPTIONS_MAX]) {
    int take = lead->plan->steps[step].kind == STEP_AGAIN ? 1 : 0;
    return lead_take(lead, step, take, counts) && lead_may_show(counts);
}

static const char *heading(const Strings *strings, const PlanStep *step,
                           char out[PLAN_TEXT_MAX]) {
    return step->kind == STEP_AGAIN ? step->title : plan_heading(strings, step, out);
}

static void totals(Page *page, const Strings *strings, const Lead *lead, int at) {
    const PlanStep *step = &lead->plan->steps[at];
    int counts[PLAN_OPTIONS_MAX];
    char text[PLAN_TEXT_MAX];
    if (plan_option_count(step) == 0 || !lead->was_counted[at]) {
        return;
    }
    page_add_element(page, "p", plan_question(strings, step, text));
    if (!own_take(lead, at, counts)) {
        page_add_element(page, "p", strings_get(strings, "paper.few"));
        return;
    }
    page_add(page, "<table>\n");
    for (int i = 0; i < plan_option_count(step); i++) {
        page_add(page, "<tr>");
        page_add_element(page, "td", plan_option(strings, step, i, text));
        page_add(page, "<th>");
        page_add_number(page, counts[i]);
        page_add(page, "</th></tr>\n");
    }
    page_add(page, "</table>\n");
    int moved = step->kind == STEP_AGAIN ? lead_moved(lead, at) : 0;
    if (moved > 0) {
        strings_format_plural(strings, text, sizeof text, "room.moved", moved, NULL, 0);
        page_add_element(page, "p", text);
    }
}

void room_paper_report(Page *page, const Strings *strings, const Lead *lead, const char *day) {
    char text[PLAN_TEXT_MAX], minutes[PAPER_TEXT_MAX];
    paper_begin(page, strings, lead->plan->title);
    page_add_element(page, "p", day);
    if (lead->is_rehearsal) {
        page_add_element(page, "p", strings_get(strings, "room.rehearsal"));
    }
    page_add_element(page, "p", strings_get(strings, "paper.report-more"));
    for (int i = 0; i < lead->plan->step_count; i++) {
        const PlanStep *step = &lead->plan->steps[i];
        page_add(page, "<h2><span class=\"min\">");
        page_add_text(page, paper_minutes(strings, spent_minutes(lead, i), minutes));
        page_add(page, "</span>");
        page_add_text(page, heading(strings, step, text));
        page_add(page, "</h2>\n");
        totals(page, strings, lead, i);
    }
    paper_end(page);
}

/* --- The table -------------------------------------------------------------------------------- */

static void cell_number(Page *page, int number) {
    page_add(page, ",");
    page_add_number(page, number);
}

static void table_row(Page *page, const Strings *strings, const Lead *lead, int at, int option,
                      const int *counts) {
    const PlanStep *step = &lead->plan->steps[at];
    char text[PLAN_TEXT_MAX];
    page_add_number(page, at + 1);
    page_add(page, ",");
    page_add_cell(page, step_kind_names[step->kind]);
    page_add(page, ",");
    page_add_cell(page, heading(strings, step, text));
    cell_number(page, step->minutes);
    cell_number(page, spent_minutes(lead, at));
    page_add(page, ",");
    page_add_cell(page, option < 0 ? "" : plan_option(strings, step, option, text));
    page_add(page, ",");
    if (counts) {
        page_add_number(page, counts[option]);
    }
    page_add(page, "\r\n");
}

void room_paper_table(Page *page, const Strings *strings, const Lead *lead, const char *day) {
    page_add(page, "step,kind,title,planned minutes,minutes,answer,count\r\n");
    for (int i = 0; i < lead->plan->step_count; i++) {
        int counts[PLAN_OPTIONS_MAX];
        int options = plan_option_count(&lead->plan->steps[i]);
        bool shows = options > 0 && own_take(lead, i, counts);
        for (int option = 0; shows && option < options; option++) {
            table_row(page, strings, lead, i, option, counts);
        }
        if (!shows) {
            table_row(page, strings, lead, i, -1, NULL);
        }
    }
    page_add_cell(page, lead->plan->id);
    page_add(page, ",");
    page_add_cell(page, day);
    page_add(page, "\r\n");
}
