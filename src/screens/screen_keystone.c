/* SPDX-License-Identifier: MIT */
/* A chapter's end (mock-up 28): the keystone holds, and each says one line aloud. */
#include "journey_parts.h"

#include "random.h"

#include <math.h>
#include <stdio.h>

/* STYLE.md section 5: the timber comes out, the deck closes from both banks, both walk to the
 * middle and take hands; 2.6 s in all. Calm: three cross-fades. */
enum {
    TIMBER_MS = 500,
    DECK_AT_MS = 400,
    DECK_MS = 1100,
    WALK_AT_MS = 1200,
    WALK_MS = 1400,
    FADE_MS = 350,
    KEYSTONE_STONES = 13,
    SPARK_COUNT = 26,
    SPARK_RISE_MS = 5200,
    SPARK_APART_MS = 130
};

typedef struct Staged {
    float timber, deck, walked; /* 0..1; timber: what is left of it */
} Staged;

static Staged staged(Ui *ui) {
    if (ui->calm) {
        return (Staged){1 - ui_progress(ui, ui_id(ui, "timber", 0), 0, FADE_MS, false),
                        ui_progress(ui, ui_id(ui, "deck", 0), FADE_MS, FADE_MS, false),
                        ui_progress(ui, ui_id(ui, "walk", 0), FADE_MS * 2, FADE_MS, false)};
    }
    return (Staged){1 - ui_progress(ui, ui_id(ui, "timber", 0), 0, TIMBER_MS, false),
                    ui_progress(ui, ui_id(ui, "deck", 0), DECK_AT_MS, DECK_MS, false),
                    ui_progress(ui, ui_id(ui, "walk", 0), WALK_AT_MS, WALK_MS, false)};
}

static Valley land(const ScreenContext *context) {
    const Ui *ui = context->ui;
    float cx = ui->width / 2, gy = ui->height - 130;
    return (Valley){.cx = cx,
                    .gy = gy,
                    .half = 240,
                    .hz = gy - 300,
                    .sun_x = cx + (ui->evening ? 330.0f : 0.0f), /* not behind the title */
                    .seed = 3,
                    .season = context->season,
                    .windy = true,
                    .flowers = GROWTH_FLOWERS_MAX,
                    .near_banks = true};
}

static Arch great_arch(const Valley *valley) {
    return (Arch){.cx = valley->cx,
                  .base_y = valley->gy + 24,
                  .half = 220,
                  .rise = 130,
                  .thick = 44,
                  .count = KEYSTONE_STONES,
                  .built = KEYSTONE_STONES,
                  .glowing = KEYSTONE_STONES / 2};
}

/* From the banks up over the bridge; calm: they are there when it stands. */
static void figures(ScreenContext *context, const Arch *arch, const Staged *at) {
    Ui *ui = context->ui;
    float along = ui->calm ? 1 : ease_sine(at->walked);
    for (int player = 1; player <= 2; player++) {
        float side = (player == 1) != ui->rtl ? -1.0f : 1.0f;
        float x = arch->cx + side * (470 - 428 * along);
        float step = at->walked > 0 && at->walked < 1 ? fabsf(sinf(at->walked * 22)) * 3 : 0;
        bool stands = at->walked >= 1 || ui->calm;
        DrawPerson drawn = {.person = player_person(context, player),
                            .face = player == 1 ? PERSON_TOUCHED : PERSON_HAPPY,
                            .face_from = PERSON_LISTENING,
                            .face_mix = at->walked,
                            .tilt_back = ui->calm ? 0 : 1 - ease_sine(at->walked),
                            .pose = stands ? POSE_REACH : POSE_STAND,
                            .full_figure = true,
                            .mirrored = (player == 2) != ui->rtl,
                            .blink = stands && player_blinks(context, player),
                            .breath = player_breath(context, player),
                            .at = {x, valley_deck_y(arch, x) + 3 - step},
                            .scale = 176,
                            .alpha = (uint8_t)(255 * (ui->calm ? at->walked : 1))};
        draw_person(ui->list, &drawn);
    }
}

/* The keystone's light, once both stand on it. */
static void halo(Ui *ui, const Arch *arch, float walked) {
    char name[64];
    float scale = ui->evening ? 2.6f : 4.6f;
    float y = arch->base_y - arch->rise - arch->thick - 30;
    draw_sprite_ex(ui->list, valley_sprite(ui, "glow/lantern", name),
                   (DrawSprite){.at = {arch->cx - 20 * scale, y + 54 * scale},
                                .scale_x = scale,
                                .scale_y = scale,
                                .tint = paint_alpha(TOKEN_NONE, ease_sine(walked))},
                   480);
}

/* Slow ones, round where both stand; a few hang in the air for those who want it calm. */
static void sparks(Ui *ui, const Arch *arch, float walked) {
    char name[64];
    Random random = {26};
    int64_t since_ms = ui->calm ? 0 : ui_since(ui, ui_id(ui, "sparks", 0)) - WALK_AT_MS;
    valley_sprite(ui, "spark", name);
    for (int i = 0; i < SPARK_COUNT; i++) {
        float x = arch->cx + random_between(&random, -210, 210);
        float y = arch->base_y - arch->rise - random_between(&random, 10, 190);
        float size = 0.5f + 0.2f * (float)(i % 3), bright = random_between(&random, 0.4f, 1);
        int64_t own_ms = since_ms - i * SPARK_APART_MS;
        float t = ui->calm ? 0.5f : (float)own_ms / SPARK_RISE_MS;
        if (t <= 0 || t >= 1 || walked <= 0) {
            continue;
        }
        float fade = ui->calm ? walked : t < 0.2f ? t * 5 : (1 - t) * 1.25f;
        draw_sprite_ex(ui->list, name,
                       (DrawSprite){.at = {x + 8 * sinf(t * 6 + (float)i), y + 40 - 80 * t},
                                    .scale_x = size,
                                    .scale_y = size,
                                    .tint = paint_alpha(TOKEN_NONE, bright * fade)},
                       10);
    }
    ui->wants_ambient |= since_ms < SPARK_RISE_MS + SPARK_COUNT * SPARK_APART_MS && !ui->calm;
}

static Gift gift_of(const ScreenContext *context) {
    return journey_plan(context, game_chapter(context->game)).gift;
}

static void new_gift(ScreenContext *context, const Valley *valley) {
    Ui *ui = context->ui;
    Grown grown = {.kind = GROWTH_GIFT, .gift = gift_of(context), .size_percent = 100};
    float x = valley_beside(ui, valley, 452), y = valley->gy + 34;
    char name[64];
    float scale = ui->evening ? 1.2f : 2;
    draw_sprite(ui->list, valley_sprite(ui, "glow/lantern", name), x - 20 * scale,
                y - 40 + 54 * scale, scale, 200);
    valley_grown(ui, &grown, context->season, x, y, 1.25f);
}

static void stage(ScreenContext *context) {
    Ui *ui = context->ui;
    Valley valley = land(context);
    Arch arch = great_arch(&valley);
    Staged at = staged(ui);
    static const float lamps[] = {-560, -480, 398, 560};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    for (size_t i = 0; i < sizeof lamps / sizeof lamps[0]; i++) {
        valley_lantern(ui, valley_beside(ui, &valley, lamps[i]), valley.gy + 14, 1, LANTERN_LIT);
    }
    new_gift(context, &valley);
    draw_still_end(ui->list);
    valley_ambient(ui, &valley);
    halo(ui, &arch, at.walked);
    valley_arch_closing(ui, &arch, at.timber, at.deck);
    figures(context, &arch, &at);
    valley_arch_parapet(ui, &arch, at.deck);
    sparks(ui, &arch, at.walked);
}

/* --- Words ------------------------------------------------------------------------------------ */

static void headings(ScreenContext *context) {
    Ui *ui = context->ui;
    const Game *game = context->game;
    int chosen = game_chapter(game);
    const Chapter *chapter = &game->journey.chapters[chosen];
    char number[12], all[12];
    snprintf(number, sizeof number, "%d", chosen + 1);
    snprintf(all, sizeof all, "%d", chapter->cards);
    ui_text(
        ui,
        tr2(context, "journey.chapter-of", "n", number, "title", journey_title(context, chosen)),
        style_centred(style_text(FONT_TEXT_BOLD, 18, TOKEN_INK)));
    ui_text(ui, tr(context, "keystone.title"),
            style_centred(style_display((50 + 10 * (ui->text_scale - 1)) / ui->text_scale)));
    int mended = journey_count(chapter, MOMENT_MENDED);
    char *out = context->ring[context->ring_at++ % SCREEN_RING];
    StringArg args[] = {{"all", all}};
    strings_format_plural(&context->content->strings, out, SCREEN_TEXT_MAX,
                          mended > 0 ? "keystone.mended" : "keystone.moments",
                          mended > 0 ? mended : chapter->cards, args, 1);
    ui_text(ui, out, style_centred(style_text(FONT_TEXT_SEMI, 18, TOKEN_INK)));
}

/* What this player starred, said back in the first person; with no star matched, an opener. */
static void line_to_say(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    const Star *star = &context->game->stars[player - 1];
    const Card *card = card_find(context->world->cards, star->card);
    if (!card) {
        ui_text(ui, tr(context, player == 1 ? "keystone.line-one" : "keystone.line-two"),
                style_display(22));
        return;
    }
    char key[64];
    snprintf(key, sizeof key, "keystone.met.%s", card->answers[star->answer].style);
    bool is_known = strings_has(&context->content->strings, key);
    ui_text(ui, tr(context, is_known ? key : "keystone.met.words"), style_display(22));
    ui_text(ui, tr1(context, "keystone.after", "title", card_text(context, card->title)),
            style_text(FONT_TEXT, 15, TOKEN_INK2));
}

static void say_card(ScreenContext *context, int player, float width) {
    Ui *ui = context->ui;
    Person person = player_person(context, player);
    UiBox box = ui_card(width, 20);
    box.gap = 10;
    ui_open_id(ui, ui_id(ui, "say", player), &box);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 14});
    ui_portrait(ui, &person, player == 1 ? PERSON_TOUCHED : PERSON_HAPPY, player, player == 2, 32);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr1(context, "keystone.say", "name", player_name(context, player)),
            style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_text(ui, tr(context, "keystone.own-words"), style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
    line_to_say(context, player);
    ui_close(ui);
}

/* Walked again: nothing new stands there, and what does was given a polish. */
static void gift_card(ScreenContext *context, float width) {
    Ui *ui = context->ui;
    const Game *game = context->game;
    bool is_new = game->journey.chapters[game_chapter(game)].rounds == 0;
    char name[48], about[48];
    snprintf(name, sizeof name, "gift.%s.name", gift_names[gift_of(context)]);
    snprintf(about, sizeof about, "gift.%s.about", gift_names[gift_of(context)]);
    UiBox box = ui_card(width, 14);
    box.dir = UI_ROW;
    box.cross = UI_CENTER;
    box.gap = 14;
    ui_open_id(ui, ui_id(ui, "gift", 0), &box);
    ui_icon(ui, "gift", 26, paint_of(TOKEN_GOLD_INK));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui,
            tr1(context, is_new ? "keystone.gift" : "keystone.polished", "gift", tr(context, name)),
            style_text(FONT_TEXT_BOLD, 16, TOKEN_INK));
    ui_text(ui, tr(context, about), style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
}

static void see_week(ScreenContext *context) {
    Ui *ui = context->ui;
    if (ui_button_first(ui, "see-week",
                        &(Button){.label = tr(context, "keystone.see-week"),
                                  .icon = "arrow-right",
                                  .key = ui->prompts.confirm,
                                  .size = 20,
                                  .height = 56})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
}

static void in_a_column(ScreenContext *context) {
    Ui *ui = context->ui;
    float width = ui->width - 160;
    ui_open_id(ui, ui_id(ui, "column", 0),
               &(UiBox){.absolute = true,
                        .anchor_x = 0.5f,
                        .at_y = 16,
                        .width = ui->width - 120,
                        .height = ui->height - 32,
                        .scroll = true,
                        .cross = UI_CENTER,
                        .gap = 16});
    UiBox box = ui_card(width, 20);
    box.gap = 6;
    ui_open(ui, &box);
    headings(context);
    ui_close(ui);
    say_card(context, 1, width);
    say_card(context, 2, width);
    gift_card(context, width);
    see_week(context);
    ui_close(ui);
}

static void beside_the_bridge(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 0.5f,
                         .at_y = 24,
                         .width = ui->width - 200,
                         .cross = UI_CENTER,
                         .gap = 4});
    headings(context);
    ui_close(ui);
    for (int player = 1; player <= 2; player++) {
        ui_open(ui, &(UiBox){.absolute = true,
                             .anchor_x = player == 1 ? 0.0f : 1.0f,
                             .at_x = player == 1 ? 40.0f : -40.0f,
                             .at_y = 184});
        say_card(context, player, 360);
        ui_close(ui);
    }
    ui_open(ui, &(UiBox){.absolute = true, .anchor_y = 1, .at_x = 40, .at_y = -18});
    gift_card(context, 380);
    ui_close(ui);
    ui_open(ui, &(UiBox){.absolute = true, .anchor_x = 1, .anchor_y = 1, .at_x = -36, .at_y = -18});
    see_week(context);
    ui_close(ui);
}

void screen_keystone(ScreenContext *context) {
    stage(context);
    if (context->ui->text_scale > 1.3f) {
        in_a_column(context);
    } else {
        beside_the_bridge(context);
    }
}
