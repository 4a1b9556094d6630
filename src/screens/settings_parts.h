/* SPDX-License-Identifier: MIT */
/* Shared by the parts of the settings page. */
#ifndef TB_SETTINGS_PARTS_H
#define TB_SETTINGS_PARTS_H

#include "screen.h"

/* Large text: the columns stand below each other. */
bool settings_are_large(const Ui *ui);

/* Sends the new value of a setting. */
void settings_change(ScreenContext *context, SettingId id, int amount);

/* The least height of the page's cards where they stand side by side, points. */
enum { SETTINGS_CARD_HEIGHT = 512 };

/* What the settings make of a text and the marks; and the theme. */
void settings_preview(ScreenContext *context);

/* Whose playing makes an evening count, and being away for some days. */
void settings_evenings(ScreenContext *context);

/* Which keys answer, pass, help; a press on one asks for another key. */
void settings_controls(ScreenContext *context);

/* Where the couple's file is, and the ways out of it, into it, and back to a copy. */
void settings_kept(ScreenContext *context);

/* Which topics each partner wants left out: a page for one pair of eyes, behind a cover. */
void settings_topics(ScreenContext *context);

/* The couple's own decks. */
void settings_decks(ScreenContext *context);

/* A thin line between two settings. */
void settings_rule(Ui *ui);

#endif
