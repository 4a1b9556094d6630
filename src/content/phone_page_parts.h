/* SPDX-License-Identifier: MIT */
/* Shared by the files that write the phone's page. */
#ifndef TB_PHONE_PAGE_PARTS_H
#define TB_PHONE_PAGE_PARTS_H

#include "phone_page.h"

enum { PHONE_KEY_MAX = 48 };

/* What is written, from what, and where to. */
typedef struct Sheet {
    Page *page;
    const Strings *strings;
    const PhonePaper *paper;
    const PhoneView *view;
} Sheet;

typedef enum PhoneIcon {
    PHONE_ICON_COFFEE,
    PHONE_ICON_LOCK,
    PHONE_ICON_HAND,
    PHONE_ICON_PHONE,
    PHONE_ICON_TALK,
    PHONE_ICON_SPARK,
    PHONE_ICON_CHECK,
    PHONE_ICON_COUNT
} PhoneIcon;

const char *sheet_text(const Sheet *sheet, const char *key);

/* Markup of our own, as it stands. */
void sheet_add(const Sheet *sheet, const char *markup);

/* <tag>text of key</tag>; `tag` may carry attributes. */
void sheet_say(const Sheet *sheet, const char *tag, const char *key);
/* Likewise with one {name} filled in, of which nobody knows the direction. */
void sheet_say_with(const Sheet *sheet, const char *tag, const char *key, const char *name,
                    const char *value);

void sheet_icon(const Sheet *sheet, PhoneIcon icon);

/* The picture on top with the room's code over it; `is_tall` for pages with little else. */
void sheet_hills(const Sheet *sheet, bool is_tall);

/* Circle 1 or diamond 2, with its name for who listens. */
void sheet_mark(const Sheet *sheet, int mark);

/* "MOSS 42" */
void sheet_code(const Sheet *sheet, const char *word, int number);

/* <form ...>; end it with "</form>". `more` are attributes of our own. */
void sheet_form(const Sheet *sheet, const char *action, const char *more);
void sheet_hidden(const Sheet *sheet, const char *name, const char *value);
void sheet_hidden_number(const Sheet *sheet, const char *name, int value);
/* A button of the form; `kind`: "main", "plain", "quiet". */
void sheet_button(const Sheet *sheet, const char *kind, const char *key);
/* A form that is nothing but its button. */
void sheet_deed(const Sheet *sheet, const char *action, const char *kind, const char *key);

/* Two fields: a word and a number, filled in if `word` isn't null. Named `prefix` + "word" and
 * `prefix` + "number". `is_wrong`: that code was just refused. */
void sheet_code_fields(const Sheet *sheet, const char *prefix, const char *word, int number,
                       bool is_wrong);

/* The pages. Each has its one <h1>. */
void sheet_join(const Sheet *sheet);
void sheet_pair(const Sheet *sheet);
void sheet_wait(const Sheet *sheet);
void sheet_pick(const Sheet *sheet);
void sheet_land(const Sheet *sheet);
void sheet_match(const Sheet *sheet);
void sheet_rest(const Sheet *sheet);
void sheet_line(const Sheet *sheet);
void sheet_over(const Sheet *sheet);

#endif
