/* SPDX-License-Identifier: MIT */
/* The plan to print: script, tally sheet, letters to hold up, cards. */
#include "room_paper.h"

#include "plan_text.h"
#include "room_paper_parts.h"

#include <stdio.h>

static const char style[] =
    "body{font:12pt/1.45 Georgia,serif;color:#2b2440;max-width:44em;margin:2em auto;"
    "padding:0 1em}h1{font-size:22pt;margin:0}h2{font-size:15pt;margin:1.4em 0 .2em}"
    ".quiet{background:#f5e9d0;padding:.5em .9em;border-radius:8px}.min{float:right;"
    "font-weight:bold}table{border-collapse:collapse;width:100%}td,th{border:1px solid #cdb88f;"
    "padding:.35em .6em;text-align:start;vertical-align:top}.box{width:9em}"
    ".letters{display:flex;gap:1em}.letters span{flex:1;border:2px dashed #4c4359;"
    "border-radius:16px;font-size:90pt;text-align:center;line-height:1.5}"
    "section{page-break-before:always}"
    "@media print{body{margin:0;max-width:none}}";

void paper_begin(Page *page, const Strings *strings, const char *title) {
    page_add(page, "<!DOCTYPE html>\n<html lang=\"");
    page_add_text(page, strings->own.language);
    page_add(page, "\">\n<head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-"
                   "Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    page_add_element(page, "title", title);
    page_add(page, "<style>");
    page_add(page, style);
    page_add(page, "</style></head>\n<body>\n");
    page_add_element(page, "h1", title);
}

void paper_end(Page *page) {
    page_add(page, "</body>\n</html>\n");
}

const char *paper_minutes(const Strings *strings, int minutes, char out[PAPER_TEXT_MAX]) {
    strings_format_plural(strings, out, PAPER_TEXT_MAX, "room.minutes", minutes, NULL, 0);
    return out;
}

static void list(Page *page, const char *const *lines, int count) {
    page_add(page, "<ul>\n");
    for (int i = 0; i < count; i++) {
        page_add_element(page, "li", lines[i]);
    }
    page_add(page, "</ul>\n");
}

static void script_step(Page *page, const Strings *strings, const PlanStep *step) {
    char text[PLAN_TEXT_MAX];
    page_add(page, "<h2>");
    page_add(page, "<span class=\"min\">");
    page_add_text(page, paper_minutes(strings, step->minutes, text));
    page_add(page, "</span>");
    page_add_text(page, step->title);
    page_add(page, "</h2>\n");
    if (step->card) {
        page_add_element(page, "p", plan_heading(strings, step, text));
    } else if (step->text[0]) {
        page_add(page, "<p><em>");
        page_add_text(page, step->text);
        page_add(page, "</em></p>\n");
    }
    if (step->line_count > 0) {
        list(page, step->lines, step->line_count);
    }
    page_add_element(page, "p", step->notes);
    page_add(page, "<p class=\"quiet\"><strong>");
    page_add_text(page, strings_get(strings, "room.if-quiet"));
    page_add(page, ":</strong> ");
    page_add_text(page, step->quiet);
    page_add(page, "</p>\n");
}

static void tally_row(Page *page, const Strings *strings, const PlanStep *step, int option) {
    char text[PLAN_TEXT_MAX], letter[2] = {(char)('A' + option), '\0'};
    page_add(page, "<tr>");
    page_add_element(page, "th", letter);
    page_add_element(page, "td", plan_option(strings, step, option, text));
    page_add(page, "<td class=\"box\"></td><td class=\"box\"></td></tr>\n");
}

/* Before and after stand side by side, so an `again` needs no table of its own. */
static void tally_sheet(Page *page, const Strings *strings, const Plan *plan) {
    char text[PLAN_TEXT_MAX];
    page_add(page, "<section>\n");
    page_add_element(page, "h1", strings_get(strings, "paper.tally"));
    page_add_element(page, "p", strings_get(strings, "paper.tally-more"));
    for (int i = 0; i < plan->step_count; i++) {
        const PlanStep *step = &plan->steps[i];
        int options = plan_option_count(step);
        if (options == 0 || step->kind == STEP_AGAIN) {
            continue;
        }
        page_add_element(page, "h2", plan_heading(strings, step, text));
        page_add(page, "<table><tr><th></th><th></th>");
        page_add_element(page, "th", strings_get(strings, "room.first"));
        page_add_element(page, "th", strings_get(strings, "room.after"));
        page_add(page, "</tr>\n");
        for (int option = 0; option < options; option++) {
            tally_row(page, strings, step, option);
        }
        page_add(page, "</table>\n");
    }
    page_add(page, "</section>\n");
}

static void card_page(Page *page, const Strings *strings, const PlanStep *step) {
    char text[PLAN_TEXT_MAX];
    page_add(page, "<section>\n");
    page_add_element(page, "h2", plan_heading(strings, step, text));
    const char *before = plan_scene(strings, step, text);
    if (before[0]) {
        page_add_element(page, "p", before);
    }
    const Card *card = step->card;
    for (int i = 0; card->kind == CARD_SCENE && i < card->line_count; i++) {
        const SceneLine *line = &card->lines[i];
        page_add(page, "<p>");
        if (line->who < SCENE_PEOPLE) {
            page_add(page, "<strong>");
            page_add_text(page, card->people[line->who]);
            page_add(page, ":</strong> ");
        }
        page_add_text(page, line->text);
        page_add(page, "</p>\n");
    }
    page_add_element(page, "h1", plan_question(strings, step, text));
    page_add(page, "<ol type=\"A\">\n");
    for (int i = 0; i < plan_option_count(step); i++) {
        page_add_element(page, "li", plan_option(strings, step, i, text));
    }
    page_add(page, "</ol>\n</section>\n");
}

static void letters(Page *page, const Strings *strings) {
    page_add(page, "<section>\n");
    page_add_element(page, "h1", strings_get(strings, "paper.letters"));
    page_add(page, "<div class=\"letters\"><span>A</span><span>B</span></div><br>\n"
                   "<div class=\"letters\"><span>C</span><span>D</span></div>\n</section>\n");
}

void room_paper_plan(Page *page, const Strings *strings, const Plan *plan) {
    paper_begin(page, strings, plan->title);
    page_add_element(page, "p", plan->about);
    page_add_element(page, "h2", strings_get(strings, "room.needed"));
    list(page, plan->needs, plan->need_count);
    page_add_element(page, "p", strings_get(strings, "paper.keys"));
    for (int i = 0; i < plan->step_count; i++) {
        script_step(page, strings, &plan->steps[i]);
    }
    tally_sheet(page, strings, plan);
    letters(page, strings);
    for (int i = 0; i < plan->step_count; i++) {
        if (plan->steps[i].card && plan->steps[i].kind != STEP_AGAIN) {
            card_page(page, strings, &plan->steps[i]);
        }
    }
    paper_end(page);
}
