/* SPDX-License-Identifier: MIT */
/* The map's camera and land: hills, sea, path, and what stands along it (mock-up 08). */
#include "journey_map.h"

#include <math.h>
#include <stdio.h>

enum { MAP_STONES = 9, MAP_WIDTH = 1280, MAP_HEIGHT = 720, HORIZON = 190 };

static const float zoom_most = 2, zoom_step = 1.12f;

/* Where the chapters stand, on a canvas of 1280x720; towers end the path. */
static const Point chapter_spots[JOURNEY_CHAPTERS] = {
    {130, 572}, {320, 498}, {520, 568}, {727, 498}, {930, 566}, {1128, 470},
    {975, 358}, {772, 322}, {582, 362}, {386, 318}, {204, 352},
};

static const char *const chapter_icons[JOURNEY_CHAPTERS] = {
    "mail",       "lightbulb", "utensils",  "hand", "smartphone",
    "calendar-x", "drama",     "handshake", "ear",  "message-circle-heart",
    "hand-heart",
};

const char *journey_icon(int chapter) {
    return chapter_icons[chapter];
}

/* --- The camera ------------------------------------------------------------------------------- */

static float zoom_of(const ScreenContext *context) {
    return context->memory->map_zoom > 1 ? context->memory->map_zoom : 1;
}

/* A point of the mock-up's canvas; a wider window spreads it, a higher one has more sky. */
static Point on_map(const ScreenContext *context, float x, float y) {
    const Ui *ui = context->ui;
    const ScreenMemory *memory = context->memory;
    float zoom = zoom_of(context);
    float wide = x * ui->width / MAP_WIDTH;
    wide = ui->rtl ? ui->width - wide : wide;
    return (Point){wide * zoom + memory->map_x,
                   (ui->height - MAP_HEIGHT + y) * zoom + memory->map_y};
}

/* How far the map is moved from where it lies when all of it is seen. */
static float pan_of(const ScreenContext *context) {
    float in_the_middle = context->ui->width / 2 * (1 - zoom_of(context));
    return context->memory->map_x - in_the_middle;
}

Point journey_spot(const ScreenContext *context, int chapter) {
    return on_map(context, chapter_spots[chapter].x, chapter_spots[chapter].y);
}

static float clamp_to(float value, float low, float high) {
    return value < low ? low : value > high ? high : value;
}

/* The land fills the window, however it is pushed. */
static void keep_inside(ScreenContext *context) {
    const Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    float beyond = 1 - zoom_of(context);
    memory->map_x = clamp_to(memory->map_x, ui->width * beyond, 0);
    memory->map_y = clamp_to(memory->map_y, ui->height * beyond, 0);
}

static void zoom_by(ScreenContext *context, float lines) {
    const Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    float from = zoom_of(context);
    float to = clamp_to(from * powf(zoom_step, lines), 1, zoom_most);
    memory->map_x = ui->pointer_x - (ui->pointer_x - memory->map_x) * to / from;
    memory->map_y = ui->pointer_y - (ui->pointer_y - memory->map_y) * to / from;
    memory->map_zoom = to;
}

void journey_map_look(ScreenContext *context) {
    const Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    if (ui_input_is(ui, INPUT_WHEEL)) {
        zoom_by(context, ui->input->dy);
    } else if (ui_input_is(ui, INPUT_POINTER_DOWN)) {
        memory->map_held = !ui->pointer_down && !ui->dragging;
        memory->map_from = (Point){ui->input->x, ui->input->y};
    } else if (ui_input_is(ui, INPUT_POINTER_UP)) {
        memory->map_held = false;
    } else if (ui_input_is(ui, INPUT_POINTER_MOVE) && memory->map_held) {
        memory->map_x += ui->input->x - memory->map_from.x;
        memory->map_y += ui->input->y - memory->map_from.y;
        memory->map_from = (Point){ui->input->x, ui->input->y};
    }
    keep_inside(context);
}

/* --- The path --------------------------------------------------------------------------------- */

/* The chapters, and where the path comes from (-1) and goes to (JOURNEY_CHAPTERS): the sea. */
static Point path_knot(const ScreenContext *context, int at) {
    if (at < 0) {
        return on_map(context, -60, 606);
    }
    return at < JOURNEY_CHAPTERS ? journey_spot(context, at) : on_map(context, 92, 306);
}

static Point between(Point a, Point b) {
    return (Point){(a.x + b.x) / 2, (a.y + b.y) / 2};
}

/* A point of the path; `along` is n at the n-th chapter. */
static Point path_point(const ScreenContext *context, float along) {
    int at = (int)floorf(along + 0.5f);
    at = at < 0 ? 0 : at >= JOURNEY_CHAPTERS ? JOURNEY_CHAPTERS - 1 : at;
    Point knot = path_knot(context, at);
    Point from = between(path_knot(context, at - 1), knot);
    Point to = between(knot, path_knot(context, at + 1));
    float s = along - (float)at + 0.5f, r = 1 - s;
    return (Point){r * r * from.x + 2 * r * s * knot.x + s * s * to.x,
                   r * r * from.y + 2 * r * s * knot.y + s * s * to.y};
}

static void path_through(ScreenContext *context, float drop) {
    DrawList *list = context->ui->list;
    Point from = path_knot(context, -1);
    path_begin(list);
    path_move(list, from.x, from.y + drop);
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        Point at = path_knot(context, i);
        Point to = between(at, path_knot(context, i + 1));
        path_quad(list, at.x, at.y + drop, to.x, to.y + drop);
    }
    Point end = path_knot(context, JOURNEY_CHAPTERS);
    path_line(list, end.x, end.y + drop);
}

static void path_and_shadow(ScreenContext *context) {
    DrawList *list = context->ui->list;
    float zoom = zoom_of(context);
    path_through(context, 10 * zoom);
    path_stroke(list, paint_alpha(TOKEN_SHADOW, 0.25f), 34 * zoom, 0, 0);
    path_through(context, 0);
    path_stroke(list, paint_of(TOKEN_PATH), 34 * zoom, 0, 0);
    path_through(context, 2 * zoom);
    path_stroke(list, paint_mix(TOKEN_PATH, TOKEN_WOOD, 0.45f), 3 * zoom, 2, 18 * zoom);
}

/* The land that the path lies on: three rises, lighter the further they are. */
static void meadows(ScreenContext *context) {
    static const struct {
        float y, high, phase;
    } rises[] = {{284, 8, 0.6f}, {352, 14, 2.1f}, {528, 9, 4.0f}};
    const Fill fills[] = {
        fill_gradient(paint_mix(TOKEN_HILL_MID, TOKEN_GRASS, 0.35f),
                      paint_mix(TOKEN_HILL_MID, TOKEN_HILL_NEAR, 0.4f), 0, 1),
        fill_gradient(paint_mix(TOKEN_HILL_MID, TOKEN_HILL_NEAR, 0.3f),
                      paint_mix(TOKEN_HILL_NEAR, TOKEN_BANK, 0.3f), 0, 1),
        fill_gradient(paint_mix(TOKEN_HILL_NEAR, TOKEN_HILL_MID, 0.2f),
                      paint_mix(TOKEN_BANK, TOKEN_BANK_DARK, 0.6f), 0, 1)};
    Ui *ui = context->ui;
    for (int i = 0; i < 3; i++) {
        Fill fill = fills[i];
        fill.y0 = on_map(context, 0, rises[i].y).y;
        fill.y1 = on_map(context, 0, MAP_HEIGHT).y;
        Point first = on_map(context, -40, MAP_HEIGHT + 20);
        path_begin(ui->list);
        path_move(ui->list, first.x, first.y);
        for (float x = -40; x <= MAP_WIDTH + 40; x += 20) {
            float wave = sinf(x / 300 + rises[i].phase) + 0.4f * sinf(x / 130 + rises[i].phase);
            Point at = on_map(context, x, rises[i].y - rises[i].high * wave);
            path_line(ui->list, at.x, at.y);
        }
        Point last = on_map(context, MAP_WIDTH + 40, MAP_HEIGHT + 20);
        path_line(ui->list, last.x, last.y);
        path_close(ui->list);
        path_fill(ui->list, fill);
    }
}

/* Where the path ends: a bay with a beach, and a boat on it. */
static void sea(ScreenContext *context) {
    Ui *ui = context->ui;
    DrawList *list = ui->list;
    static const float edge[][2] = {{96, 236}, {128, 268}, {84, 330}, {-40, 346}};
    float zoom = zoom_of(context);
    char name[64];
    for (int i = 0; i < 2; i++) { /* sand, then water */
        float in = i ? 10 : 0;
        Point far = on_map(context, -40, 236), a = on_map(context, edge[0][0] - in * 2, 236);
        Point b = on_map(context, edge[1][0] - in, edge[1][1]);
        Point c = on_map(context, edge[2][0] - in, edge[2][1] - in);
        Point d = on_map(context, edge[3][0], edge[3][1] - in);
        path_begin(list);
        path_move(list, far.x, far.y);
        path_line(list, a.x, a.y);
        path_quad(list, b.x, b.y, c.x, c.y);
        path_quad(list, (c.x + d.x) / 2, d.y, d.x, d.y);
        path_close(list);
        path_fill(list, i ? fill_gradient(paint_of(TOKEN_WATER0), paint_of(TOKEN_WATER1), a.y, d.y)
                          : fill_of(paint_of(TOKEN_PATH)));
    }
    static const float waves[][2] = {{6, 250}, {46, 262}, {18, 296}, {58, 306}, {2, 318}};
    for (size_t i = 0; i < sizeof waves / sizeof waves[0]; i++) {
        Point at = on_map(context, waves[i][0], waves[i][1]);
        path_begin(list);
        path_move(list, at.x, at.y);
        path_quad(list, at.x + 9 * zoom, at.y - 5 * zoom, at.x + 18 * zoom, at.y);
        path_stroke(list, paint_of(TOKEN_FOAM), 2.2f * zoom, 0, 0);
    }
    Point boat = on_map(context, 44, 284);
    draw_sprite(list, valley_sprite(ui, "boat", name), boat.x, boat.y, 0.44f * zoom, 50 * zoom);
}

/* Trees and flowers between the bends of the path, in the colours of the season. */
static void plants(ScreenContext *context) {
    static const struct {
        const char *kind;
        const char *colours[4]; /* by Season */
        float x, y, scale;
    } rows[] = {
        {"tree-mid/round", {"green", "green2", "green", "snow"}, 280, 416, 0.5f},
        {"tree-mid/round", {"blossom", "green", "amber", "snow"}, 636, 446, 0.6f},
        {"tree-mid/poplar", {"green2", "green2", "amber", "green2"}, 842, 448, 0.6f},
        {"tree-mid/round", {"green", "green", "rust", "snow"}, 1222, 396, 0.62f},
        {"tree-mid/poplar", {"green", "green2", "rust", "snow"}, 34, 470, 0.62f},
        {"tree-mid/round", {"green2", "green", "green", "snow"}, 430, 468, 0.56f},
        {"tree/round", {"blossom", "green2", "amber", "snow"}, 30, 704, 0.8f},
        {"tree/bush", {"green", "green", "green", "snow"}, 250, 700, 0.9f},
        {"tree/round", {"green", "green", "rust", "snow"}, 1216, 640, 0.9f},
        {"tree/bush", {"green2", "green2", "amber", "snow"}, 1116, 690, 1},
    };
    static const float flowers[][2] = {{150, 690}, {190, 704},  {300, 644}, {704, 664},
                                       {742, 690}, {1008, 698}, {1046, 672}};
    static const char *const blooms[] = {"flower/gold", "flower/cream", "flower/coral",
                                         "flower/lilac"};
    Ui *ui = context->ui;
    float zoom = zoom_of(context);
    char tree[48], name[64];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Point at = on_map(context, rows[i].x, rows[i].y);
        float size = rows[i].scale * zoom;
        snprintf(tree, sizeof tree, "%s/%s", rows[i].kind, rows[i].colours[context->season]);
        draw_sprite(ui->list, valley_sprite(ui, tree, name), at.x, at.y, size, 190 * size);
    }
    for (size_t i = 0; i < sizeof flowers / sizeof flowers[0]; i++) {
        Point at = on_map(context, flowers[i][0], flowers[i][1]);
        if (context->season != SEASON_WINTER) {
            draw_sprite(ui->list, valley_sprite(ui, blooms[i % 4], name), at.x, at.y, 0.8f * zoom,
                        40 * zoom);
        }
    }
}

/* --- What stands along it --------------------------------------------------------------------- */

static bool is_now(const ScreenContext *context, int chapter) {
    const Journey *journey = &context->game->journey;
    const Chapter *at = &journey->chapters[chapter];
    return chapter == journey->now && !at->has_keystone;
}

static bool is_done(const ScreenContext *context, int chapter) {
    return context->game->journey.chapters[chapter].rounds > 0;
}

static float size_of(const ScreenContext *context, int chapter) {
    return zoom_of(context) * (is_now(context, chapter) ? 1.18f : 1);
}

static void glow(ScreenContext *context, Point at, float size) {
    char name[64];
    float drawn = context->ui->evening ? 84.0f : 46.0f; /* radius of the sprite, as in 06b */
    float scale = 120 * size / drawn;
    draw_sprite(context->ui->list, valley_sprite(context->ui, "glow/lantern", name),
                at.x - 20 * scale, at.y - 30 * size + 54 * scale, scale, 240 * size);
}

static void quad(DrawList *list, Point at, float size, const float corners[4][2]) {
    path_begin(list);
    for (int i = 0; i < 4; i++) {
        float x = at.x + corners[i][0] * size, y = at.y + corners[i][1] * size;
        if (i == 0) {
            path_move(list, x, y);
        } else {
            path_line(list, x, y);
        }
    }
    path_close(list);
}

/* A tower in stone, its lantern room with the chapter's icon; one not yet walked is dashed. */
static void tower(ScreenContext *context, int chapter) {
    static const float body[4][2] = {{-17, 0}, {-13, -62}, {13, -62}, {17, 0}};
    static const float shade[4][2] = {{3, 0}, {3, -62}, {13, -62}, {17, 0}};
    static const float ledge[4][2] = {{-18, -58}, {-18, -67}, {18, -67}, {18, -58}};
    static const float roof[4][2] = {{-21, -100}, {0, -118}, {0, -118}, {21, -100}};
    DrawList *list = context->ui->list;
    Point at = journey_spot(context, chapter);
    float size = size_of(context, chapter);
    bool is_built = is_done(context, chapter);
    Paint edge = paint_mix(TOKEN_STONE4, TOKEN_SHADOW, 0.4f);
    draw_ellipse(list, at.x, at.y, 32 * size, 7 * size, paint_alpha(TOKEN_SHADOW, 0.35f));
    quad(list, at, size, body);
    path_paint(list, fill_of(paint_alpha(TOKEN_STONE1, is_built ? 1 : 0.8f)),
               is_built ? edge : paint_of(TOKEN_WHITE), 1.6f * size, is_built ? 0 : 5, 5);
    quad(list, at, size, shade);
    path_fill(list, fill_of(paint_alpha(TOKEN_STONE4, is_built ? 1 : 0.7f)));
    quad(list, at, size, ledge);
    path_fill(list, fill_of(paint_mix(TOKEN_STONE4, TOKEN_SHADOW, 0.35f)));
    draw_round_rect(list, (Rect){at.x - 17 * size, at.y - 101 * size, 34 * size, 36 * size},
                    6 * size, fill_of(paint_of(is_built ? TOKEN_GOLD : TOKEN_PAPER)),
                    paint_of(TOKEN_SLATE), 2.4f * size);
    quad(list, at, size, roof);
    path_fill(list, fill_of(paint_of(TOKEN_P1)));
}

/* The water below a bridge. */
static void pool(Ui *ui, Point at, float size) {
    static const float waves[][2] = {{-40, 3}, {-14, 9}, {16, 4}, {34, 9}, {-30, -4}, {28, -4}};
    DrawList *list = ui->list;
    draw_ellipse(list, at.x, at.y + 4 * size, 68 * size, 17 * size,
                 paint_mix(TOKEN_BANK, TOKEN_SHADOW, 0.15f));
    path_begin(list);
    path_add_ellipse(list, at.x, at.y + 3 * size, 64 * size, 14 * size);
    path_fill(list, fill_gradient(paint_of(TOKEN_WATER0), paint_of(TOKEN_WATER1),
                                  at.y - 11 * size, at.y + 17 * size));
    for (size_t i = 0; i < sizeof waves / sizeof waves[0]; i++) {
        float x = at.x + waves[i][0] * size, y = at.y + waves[i][1] * size;
        path_begin(list);
        path_move(list, x, y);
        path_quad(list, x + 5 * size, y - 3 * size, x + 11 * size, y);
        path_stroke(list, paint_alpha(TOKEN_FOAM, 0.8f), 1.6f * size, 0, 0);
    }
}

static void bridge(ScreenContext *context, int chapter) {
    Ui *ui = context->ui;
    const Chapter *of = &context->game->journey.chapters[chapter];
    Point at = journey_spot(context, chapter);
    float size = size_of(context, chapter);
    bool is_whole = of->rounds > 0 && (of->place == 0 || of->has_keystone);
    int all = of->cards > 0 ? of->cards : JOURNEY_CARDS;
    pool(ui, at, size);
    Arch arch = {.cx = at.x,
                 .base_y = at.y,
                 .half = 40 * size,
                 .rise = 32 * size,
                 .thick = 16 * size,
                 .count = all % 2 ? all : all + 1,
                 .built = is_whole ? all + 1 : of->place,
                 .full = is_whole,
                 .glowing = -1};
    valley_small_arch(ui, &arch);
}

static void lanterns(ScreenContext *context, int chapter) {
    const Chapter *of = &context->game->journey.chapters[chapter];
    Point at = journey_spot(context, chapter);
    float size = size_of(context, chapter), first = journey_is_tower(chapter) ? 30.0f : 62.0f;
    for (int i = 0; i < JOURNEY_LANTERNS && (of->rounds > 0 || is_now(context, chapter)); i++) {
        float aside = (first + (float)i * 22) * size; /* away from where both come from */
        valley_lantern(context->ui, at.x + (context->ui->rtl ? -aside : aside), at.y + 8 * size,
                       0.46f * size, i < of->lanterns ? LANTERN_LIT : LANTERN_UNLIT);
    }
}

/* Done: a check on moss. Now: the icon on the first player's red. Open: on paper. Else a lock. */
static void badge(ScreenContext *context, int chapter) {
    DrawList *list = context->ui->list;
    const Journey *journey = &context->game->journey;
    Point at = journey_spot(context, chapter);
    float size = size_of(context, chapter), icon = 24 * size, radius = 24 * size;
    bool tower_room = journey_is_tower(chapter);
    bool is_open = journey_is_open(journey, chapter);
    bool done = is_done(context, chapter), now = is_now(context, chapter);
    const char *name = !is_open ? "lock" : done ? "check" : chapter_icons[chapter];
    DrawToken fill = done ? TOKEN_MOSS : now ? TOKEN_P1 : TOKEN_PAPER;
    DrawToken ink = done || now ? TOKEN_PAPER : is_open ? TOKEN_INK : TOKEN_INK2;
    float y = at.y - (tower_room ? 83.0f : 78.0f) * size;
    if (tower_room) {
        icon = 20 * size;
        ink = done ? TOKEN_GOLD_INK : now ? TOKEN_P1 : ink;
        ink = done && context->ui->evening ? TOKEN_SCRIM : ink;
    } else {
        draw_ellipse(list, at.x, y + 2 * size, radius, radius, paint_alpha(TOKEN_SHADOW, 0.3f));
        draw_ellipse(list, at.x, y, radius, radius, paint_of(fill));
    }
    draw_icon(list, name, at.x - icon / 2, y - icon / 2, icon, paint_of(ink));
}

/* --- Both on their way ------------------------------------------------------------------------ */

enum { WALK_POINTS_A_SECOND = 260, FADE_MS = 250 };

static const float stand_before = 0.36f; /* of the way from the chapter before */
static const float seen_share = 0.3f;     /* of the window: who walks stays that far inside it */

/* Looking closer, the map goes along with them. */
static void follow_both(ScreenContext *context) {
    const Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    if (zoom_of(context) <= 1) {
        return;
    }
    Point at = path_point(context, memory->map_along);
    float wide = ui->width * seen_share, high = ui->height * seen_share;
    memory->map_x += clamp_to(at.x, wide, ui->width - wide) - at.x;
    memory->map_y += clamp_to(at.y, high, ui->height - high) - at.y;
    keep_inside(context);
}

/* Brings them nearer by the time that went by. Their speed is the same whatever the way. */
static bool walk_on(ScreenContext *context, float target) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    if (ui->calm || !memory->map_is_open) {
        memory->map_along = target;
    }
    memory->map_is_open = true;
    float left = target - memory->map_along;
    if (fabsf(left) < 0.001f) {
        memory->map_walked_ms = 0;
        return false;
    }
    float seconds = memory->map_walked_ms ? (float)(ui->now_ms - memory->map_walked_ms) / 1000 : 0;
    float way = WALK_POINTS_A_SECOND * zoom_of(context) * seconds;
    float ahead = left > 0 ? 0.05f : -0.05f;
    while (way > 0 && fabsf(left) > 0.001f) {
        float step = fabsf(left) < 0.05f ? left : ahead;
        Point from = path_point(context, memory->map_along);
        Point to = path_point(context, memory->map_along + step);
        float far = hypotf(to.x - from.x, to.y - from.y);
        float share = far > way ? way / far : 1;
        memory->map_along += step * share;
        left = target - memory->map_along;
        way -= far;
    }
    memory->map_walked_ms = ui->now_ms;
    follow_both(context);
    ui->wants_frames = true;
    return true;
}

static void figures(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    float target = (float)chosen - stand_before, before = context->memory->map_along;
    bool walks = walk_on(context, target);
    Point at = path_point(context, context->memory->map_along);
    float zoom = zoom_of(context);
    float fade = ui->calm ? ui_progress(ui, ui_id(ui, "stand", chosen), 0, FADE_MS, false) : 1;
    bool leftwards = path_point(context, target).x < path_point(context, before).x;
    for (int player = 1; player <= 2; player++) {
        float beat = (float)(ui->now_ms % 400) / 400 * 6.2831853f + (player == 1 ? 0.0f : 1.6f);
        DrawPerson drawn = {.person = player_person(context, player),
                            .face = PERSON_HAPPY,
                            .face_mix = 1,
                            .pose = POSE_STAND,
                            .full_figure = true,
                            .mirrored = walks ? leftwards : player == 2,
                            .at = {at.x + (player == 1 ? -20.0f : 20.0f) * zoom,
                                   at.y + 8 * zoom - (walks ? fabsf(sinf(beat)) * 3 : 0)},
                            .scale = 96 * zoom,
                            .alpha = (uint8_t)(255 * fade)};
        draw_person(ui->list, &drawn);
    }
}

void journey_map_draw(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    float zoom = zoom_of(context);
    Valley valley = {.cx = ui->width * 2, /* its stream would cross the path */
                     .gy = ui->height + 60,
                     .half = 1,
                     .hz = on_map(context, 0, HORIZON).y,
                     .sun_x = on_map(context, 600, 0).x,
                     .seed = 5,
                     .season = context->season,
                     .pan = pan_of(context)};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    meadows(context);
    sea(context);
    plants(context);
    path_and_shadow(context);
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        if (is_now(context, i)) {
            glow(context, journey_spot(context, i), zoom);
        }
        if (journey_is_tower(i)) {
            tower(context, i);
        } else {
            bridge(context, i);
        }
        lanterns(context, i);
        badge(context, i);
    }
    draw_still_end(ui->list);
    figures(context, chosen);
}
