/* SPDX-License-Identifier: MIT */
/* Composes people: each look is painted once into a picture; a frame is one or two blits. */
#include "people.h"

#include "people_book.h"
#include "people_stretch.h"
#include "people_turn.h"
#include "render_cache.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PEOPLE_CACHE_BYTES = 6 * 1024 * 1024,
    PEOPLE_FIGURE_UNITS = 620,
    PEOPLE_NECK = 90,
    PEOPLE_WHOLE = -1, /* not a single run of layers */
    PEOPLE_WAIST = 330 /* of a bust, below the eyes */
};

struct People {
    Art *art;
    Book book;
    Cache *pictures;
    uint32_t *row; /* scratch for cross-fades */
    int row_capacity;
};

/* One look at one size: the unit of composing. */
typedef struct Composition {
    const People *people;
    BookLook look;
    const BookOrder *order;
    const BookHead *head; /* where head parts go in figures; null for busts */
    float zoom;           /* pixels a unit */
    bool mirrored;
    int run; /* the n-th run of layers that all turn with the head or all don't; PEOPLE_WHOLE */
    uint32_t colours[SLOT_COUNT];
    bool is_dark;
} Composition;

Err people_open(Art *art, People **people, Diag *diag) {
    *people = NULL;
    People *opened = calloc(1, sizeof *opened);
    Cache *pictures = opened ? cache_open(PEOPLE_CACHE_BYTES) : NULL;
    if (!pictures) {
        free(opened);
        return diag_set(diag, ERR_MEMORY, "", 0, 0, "not enough memory for people");
    }
    opened->art = art;
    opened->pictures = pictures;
    char path[600];
    snprintf(path, sizeof path, "%s/people.txt", art_folder(art));
    Err err = book_open(path, art, &opened->book, diag);
    if (err != ERR_OK && err != ERR_NOT_FOUND) {
        people_close(opened);
        return err;
    }
    *people = opened;
    return ERR_OK;
}

void people_close(People *people) {
    if (people) {
        book_close(&people->book);
        cache_close(people->pictures);
        free(people->row);
        free(people);
    }
}

void people_set_scale(People *people, float scale) {
    float share = scale > 1 ? scale * scale : 1;
    cache_clear(people->pictures);
    cache_set_limit(people->pictures, (size_t)((float)PEOPLE_CACHE_BYTES * share));
}

/* Figures and busts have poses of their own; those of the other kind become the nearest. */
static const char *pose_name(const DrawPerson *person) {
    static const char *const figure_poses[POSE_COUNT] = {
        [POSE_WAVE] = "wave", [POSE_FIGURE_WAVE] = "wave", [POSE_REACH] = "reach",
        [POSE_CARRY] = "carry"};
    if (!person->full_figure) {
        return person->pose == POSE_FIGURE_WAVE ? "wave"
               : person->pose >= POSE_STAND     ? "rest"
                                                : person_pose_names[person->pose];
    }
    if (person->person.wheelchair) {
        return "wheel";
    }
    return figure_poses[person->pose] ? figure_poses[person->pose] : "stand";
}

static void fill_colours(Composition *composition) {
    const Book *book = &composition->people->book;
    const Person *person = &composition->look.person;
    uint32_t *colours = composition->colours;
    const BookTones *skin = &book->skins[person->skin];
    const BookTones *hair = &book->hairs[person->hair_colour];
    const BookTones *wear = &book->cloths[person->wear_colour];
    const BookTones *cloth = &book->cloths[person->cloth];
    bool is_denim = strcmp(person_outfit_names[person->outfit], "overalls") == 0;
    for (int i = 0; i < 4; i++) {
        colours[SLOT_SKIN + i] = skin->rgb[i];
    }
    for (int i = 0; i < 3; i++) {
        colours[SLOT_CLOTH + i] = cloth->rgb[i];
    }
    colours[SLOT_HAIR] = hair->rgb[0];
    colours[SLOT_HAIR2] = hair->rgb[1];
    colours[SLOT_WEAR] = wear->rgb[0];
    colours[SLOT_WEAR2] = wear->rgb[2]; /* the light tone */
    colours[SLOT_LIP] = book->lips[person->lip];
    colours[SLOT_LEGS] = is_denim ? book->legs_denim : book->legs_ink;
    colours[SLOT_SHOE] = book->shoe;
    colours[SLOT_SKIRT] = cloth->rgb[1];
    colours[SLOT_FIXED] = SPRITE_AS_IS;
    composition->is_dark = skin->is_dark;
}

static Composition composition_of(const People *people, const DrawPerson *person, PersonFace face,
                                  float scale) {
    const Book *book = &people->book;
    Composition composition = {
        .people = people, .mirrored = person->mirrored, .run = PEOPLE_WHOLE};
    composition.look = (BookLook){.person = person->person,
                                  .face = face,
                                  .pose = pose_name(person),
                                  .blink = person->blink};
    composition.zoom = person->scale * scale;
    composition.order = &book->bust;
    if (person->full_figure) {
        composition.zoom /= PEOPLE_FIGURE_UNITS;
        composition.order = &book->figure;
        composition.head = person->person.wheelchair ? &book->wheel_head : &book->stand_head;
    }
    fill_colours(&composition);
    return composition;
}

/* Where the sprites of a step go, from the person's origin. Tilted ones turn about the neck. */
static SpritePlace place_of(const Composition *composition, const BookStep *step) {
    float zoom = composition->zoom;
    float x = 0, y = 0;
    if (composition->head && step->is_head) {
        x = composition->head->x * zoom;
        y = composition->head->y * zoom;
        zoom *= composition->head->scale;
    }
    SpritePlace place = {.x = x, .y = y, .scale_x = zoom, .scale_y = zoom};
    if (step->is_tilted) {
        place.degrees = composition->people->book.tilts[composition->look.face];
        float angle = place.degrees * 3.14159265f / 180;
        float neck = PEOPLE_NECK * zoom;
        place.x += neck * sinf(angle);
        place.y += neck * (1 - cosf(angle));
    }
    if (composition->mirrored) {
        place.x = -place.x;
        place.scale_x = -place.scale_x;
        place.degrees = -place.degrees;
    }
    return place;
}

/* Called for each sprite of a composition, from behind to the front. */
typedef void (*VisitSprite)(void *context, const Composition *composition, const BookLayer *layer,
                            SpritePlace place);

static void visit_sprites(const Composition *composition, VisitSprite visit, void *context) {
    const Book *book = &composition->people->book;
    int run = 0;
    for (int i = 0; i < composition->order->count; i++) {
        const BookStep *step = &composition->order->steps[i];
        run += i > 0 && step->is_tilted != step[-1].is_tilted;
        bool is_meant = composition->run == PEOPLE_WHOLE || composition->run == run;
        if (!is_meant || !book_step_counts(book, step, &composition->look)) {
            continue;
        }
        char name[BOOK_PART_NAME];
        book_part_name(book, step, &composition->look, name);
        const BookPart *part = book_find_part(book, name);
        if (!part) {
            art_note_missing(composition->people->art, name);
        }
        SpritePlace place = place_of(composition, step);
        for (int j = 0; part && j < part->layer_count; j++) {
            const BookLayer *layer = &book->layers[part->first_layer + j];
            if (!layer->is_dark_only || composition->is_dark) {
                visit(context, composition, layer, place);
            }
        }
    }
}

static void add_bounds(void *context, const Composition *composition, const BookLayer *layer,
                       SpritePlace place) {
    (void)composition;
    SDL_Rect *bounds = context;
    SDL_Rect box = art_bounds(layer->sprite, place);
    if (bounds->w == 0) {
        *bounds = box;
    } else {
        SDL_UnionRect(bounds, &box, bounds);
    }
}

/* The picture being composed; its first pixel is `left`, `top` from the person's origin. */
typedef struct Easel {
    Canvas canvas;
    int left, top;
} Easel;

static void paint_layer(void *context, const Composition *composition, const BookLayer *layer,
                        SpritePlace place) {
    const Easel *easel = context;
    place.x -= (float)easel->left;
    place.y -= (float)easel->top;
    SpriteLook look = {.tint = composition->colours[layer->slot], .alpha = 255, .is_once = true};
    art_paint(composition->people->art, &easel->canvas, layer->sprite, place, look);
}

/* How many runs an order has, and whether one of them turns with the head. */
static int run_count(const BookOrder *order) {
    int runs = order->count > 0;
    for (int i = 1; i < order->count; i++) {
        runs += order->steps[i].is_tilted != order->steps[i - 1].is_tilted;
    }
    return runs;
}

static bool run_turns(const Composition *composition, int run) {
    return composition->order->steps[0].is_tilted == (run % 2 == 0);
}

static uint64_t key_of(const Composition *composition) {
    const BookLook *look = &composition->look;
    bool shows_face = composition->run == PEOPLE_WHOLE || run_turns(composition, composition->run);
    uint64_t face = shows_face ? (uint64_t)look->face << 8 | (uint64_t)look->blink << 1 : 0;
    uint64_t key = key_mix(1, (uint64_t)(composition->run + 1) << 16 | face |
                                  (uint64_t)composition->mirrored);
    const uint8_t *bytes = (const uint8_t *)&look->person;
    for (size_t i = 0; i < sizeof look->person; i++) {
        key = key_mix(key, bytes[i]);
    }
    for (const char *at = look->pose; *at; at++) {
        key = key_mix(key, (uint8_t)*at);
    }
    uint32_t zoom;
    memcpy(&zoom, &composition->zoom, sizeof zoom);
    return key_mix(key, (uint64_t)zoom << 1 | (composition->head != NULL));
}

static void paint_picture(const Canvas *canvas, const Picture *picture, int x, int y,
                          uint32_t alpha) {
    for (int row = 0; row < picture->height; row++) {
        const uint32_t *pixels = (const uint32_t *)picture->pixels +
                                 (ptrdiff_t)row * picture->width;
        canvas_row(canvas, x + picture->left, y + picture->top + row, picture->width, pixels,
                   alpha, false);
    }
}

/* All runs one over the other; those that are kept from a turn of the head needn't be painted. */
static void paint_runs(People *people, const Composition *composition, Easel *easel) {
    Composition part = *composition;
    for (part.run = 0; part.run < run_count(part.order); part.run++) {
        const Picture *kept = cache_find(people->pictures, key_of(&part));
        if (kept) {
            paint_picture(&easel->canvas, kept, -easel->left, -easel->top, 255);
        } else {
            visit_sprites(&part, paint_layer, easel);
        }
    }
}

static const Picture *compose(People *people, const Composition *composition) {
    uint64_t key = key_of(composition);
    Picture *picture = cache_find(people->pictures, key);
    if (picture) {
        return picture;
    }
    SDL_Rect bounds = {0};
    visit_sprites(composition, add_bounds, &bounds);
    picture = bounds.w > 0 ? cache_add(people->pictures, key, bounds.w, bounds.h, 4) : NULL;
    if (!picture) {
        return NULL;
    }
    picture->left = bounds.x;
    picture->top = bounds.y;
    Easel easel = {.canvas = {.pixels = picture->pixels,
                              .pitch = bounds.w,
                              .width = bounds.w,
                              .height = bounds.h,
                              .clip = {0, 0, bounds.w, bounds.h}},
                   .left = bounds.x,
                   .top = bounds.y};
    if (composition->run == PEOPLE_WHOLE) {
        paint_runs(people, composition, &easel);
    } else {
        visit_sprites(composition, paint_layer, &easel);
    }
    return picture;
}

static bool reserve_row(People *people, int width) {
    if (width > people->row_capacity) {
        uint32_t *row = realloc(people->row, (size_t)width * sizeof *row);
        if (!row) {
            return false;
        }
        people->row = row;
        people->row_capacity = width;
    }
    return true;
}

/* A picture that grows or breathes: the one that is kept, stretched. */
static void paint_moving(People *people, const Canvas *canvas, const Picture *picture,
                         const DrawPerson *person, float scale, SDL_Point at, uint32_t alpha) {
    float waist = person->full_figure ? 0 : PEOPLE_WAIST * person->scale * scale;
    Stretch stretch = {.x = 1 + person->grow,
                       .y = (1 + person->grow) * (1 + person->breath),
                       .hinge = person->grow != 0 ? 0 : waist};
    if (reserve_row(people, stretch_width(picture, &stretch))) {
        stretch_paint(canvas, picture, at, &stretch, people->row, alpha);
    }
}

/* Adds share / 255 of a picture's row to the scratch row, which begins at `left`. */
static void add_share(uint32_t *row, int left, const Picture *picture, int y, uint32_t share) {
    if (y < picture->top || y >= picture->top + picture->height) {
        return;
    }
    const uint32_t *pixels = (const uint32_t *)picture->pixels +
                             (ptrdiff_t)(y - picture->top) * picture->width;
    for (int x = 0; x < picture->width; x++) {
        row[picture->left - left + x] += pixel_scale(pixels[x], share);
    }
}

/* Both pictures in proportion, so that a half-faded person is as solid as a whole one. */
static void paint_fade(People *people, const Canvas *canvas, const Picture *from,
                       const Picture *to, int at_x, int at_y, uint32_t share, uint32_t alpha) {
    SDL_Rect a = {from->left, from->top, from->width, from->height};
    SDL_Rect b = {to->left, to->top, to->width, to->height};
    SDL_Rect both;
    SDL_UnionRect(&a, &b, &both);
    if (!reserve_row(people, both.w)) {
        return;
    }
    for (int y = both.y; y < both.y + both.h; y++) {
        memset(people->row, 0, (size_t)both.w * sizeof *people->row);
        add_share(people->row, both.x, from, y, 255 - share);
        add_share(people->row, both.x, to, y, share);
        canvas_row(canvas, at_x + both.x, at_y + y, both.w, people->row, alpha, false);
    }
}

/* A run of layers, and how far it is from its own tilt. */
typedef struct Part {
    const Picture *picture;
    Turn turn;
    uint32_t share;
} Part;

static void paint_parts(People *people, const Canvas *canvas, const Part *parts, int count,
                        SDL_Point at, uint32_t alpha) {
    SDL_Rect all = turn_bounds(parts[0].picture, &parts[0].turn);
    for (int i = 1; i < count; i++) {
        SDL_Rect box = turn_bounds(parts[i].picture, &parts[i].turn);
        SDL_UnionRect(&all, &box, &all);
    }
    int top = canvas->clip.y - at.y, end = top + canvas->clip.h;
    top = all.y > top ? all.y : top;
    end = all.y + all.h < end ? all.y + all.h : end;
    if (!reserve_row(people, all.w)) {
        return;
    }
    for (int y = top; y < end; y++) {
        memset(people->row, 0, (size_t)all.w * sizeof *people->row);
        for (int i = 0; i < count; i++) {
            turn_add_row(people->row, all.x, all.w, parts[i].picture, &parts[i].turn, y,
                         parts[i].share);
        }
        canvas_row(canvas, at.x + all.x, at.y + y, all.w, people->row, alpha, false);
    }
}

/* Turned about the neck, as place_of does with single layers. */
static Turn turn_of(const Composition *composition, float degrees) {
    float x = 0, y = 0, zoom = composition->zoom;
    if (composition->head) {
        x = composition->head->x * zoom;
        y = composition->head->y * zoom;
        zoom *= composition->head->scale;
    }
    bool mirrored = composition->mirrored;
    return turn_about(mirrored ? -x : x, y + PEOPLE_NECK * zoom, mirrored ? -degrees : degrees);
}

/* A run of the head in two looks, each of them turned from its own tilt. */
static void paint_head(People *people, const Canvas *canvas, const Composition looks[2],
                       const float degrees[2], const uint32_t shares[2], SDL_Point at,
                       uint32_t alpha) {
    Part parts[2];
    int count = 0;
    compose(people, &looks[1]); /* in the first frame, which takes its time anyway, both */
    if (shares[0] > 0) {
        compose(people, &looks[0]);
    }
    for (int i = 0; i < 2; i++) { /* found only now: composing may have moved the first */
        const Picture *picture = cache_find(people->pictures, key_of(&looks[i]));
        if (picture && shares[i] > 0) {
            parts[count++] = (Part){picture, turn_of(&looks[i], degrees[i]), shares[i]};
        }
    }
    if (count > 0) {
        paint_parts(people, canvas, parts, count, at, alpha);
    }
}

/* The head between the tilts of two faces: the body stands still, and both ends of the way are what
 * is painted at rest. */
static void paint_turning(People *people, const Canvas *canvas, const DrawPerson *person,
                          float scale, SDL_Point at, uint32_t share, uint32_t alpha) {
    Composition looks[2] = {composition_of(people, person, person->face_from, scale),
                            composition_of(people, person, person->face, scale)};
    float way = people->book.tilts[person->face] - people->book.tilts[person->face_from];
    float back = fminf(1, person->tilt_back);
    const float degrees[2] = {way * (1 - back), -way * back};
    const uint32_t shares[2] = {255 - share, share};
    for (int run = 0; run < run_count(looks[0].order); run++) {
        looks[0].run = looks[1].run = run;
        if (run_turns(&looks[1], run)) {
            paint_head(people, canvas, looks, degrees, shares, at, alpha);
            continue;
        }
        const Picture *still = compose(people, &looks[1]);
        if (still) {
            paint_picture(canvas, still, at.x, at.y, alpha);
        }
    }
}

void people_paint(People *people, const Canvas *canvas, const DrawPerson *person, float scale,
                  uint32_t alpha) {
    if (person->scale <= 0 || !people->book.text) {
        return;
    }
    int x = (int)lroundf(person->at.x * scale);
    int y = (int)lroundf(person->at.y * scale);
    alpha = pixel_mul(alpha, person->alpha);
    float mix = fmaxf(0, fminf(1, person->face_mix));
    uint32_t share = (uint32_t)lroundf(mix * 255);
    bool is_fading = share < 255 && person->face_from != person->face;
    if (person->tilt_back > 0 && person->face_from != person->face) {
        paint_turning(people, canvas, person, scale, (SDL_Point){x, y}, share, alpha);
        return;
    }
    PersonFace shown = is_fading && share == 0 ? person->face_from : person->face;
    Composition composition = composition_of(people, person, shown, scale);
    const Picture *picture = compose(people, &composition);
    if (!is_fading || share == 0) {
        if (picture && (person->grow != 0 || person->breath != 0)) {
            paint_moving(people, canvas, picture, person, scale, (SDL_Point){x, y}, alpha);
        } else if (picture) {
            paint_picture(canvas, picture, x, y, alpha);
        }
        return;
    }
    Composition before = composition_of(people, person, person->face_from, scale);
    const Picture *from = compose(people, &before);
    picture = compose(people, &composition); /* the cache may have moved on */
    if (picture && from) {
        paint_fade(people, canvas, from, picture, x, y, share, alpha);
    }
}
