/* SPDX-License-Identifier: MIT */
/* The bare card: the smallest SDL2 + SDL2_ttf program that draws one card with the game's font. The
 * yardstick of tools/bench (PERFORMANCE.md); speaks the same "bench ..." lines as the game's
 * --bench. `frame` adds the other pieces of the card screen, as ready-made surfaces with soft
 * edges: the bare blits of the same pixels. Use: bare_card FONT start|idle|highlight|frame|press */
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { W = 1280, H = 720, ROUNDS = 200, HIGHLIGHT_FRAMES = 300, ANSWERS = 4, PIECES = 24 };

typedef struct Card {
    SDL_Window *window;
    SDL_Surface *scene, *panel, *answer, *line, *texts[ANSWERS];
    SDL_Surface *pieces[PIECES]; /* frame only */
} Card;

/* Where the mock-up of the card screen has what is neither scene, panel, answer nor text: people,
 * bubble, bridge and wall, chips, the players' columns and faces, key caps. */
static const SDL_Rect piece_boxes[PIECES] = {
    {130, 108, 200, 240}, {966, 112, 210, 236},  {334, 96, 580, 140}, {490, 230, 260, 114},
    {750, 276, 130, 68},  {36, 22, 336, 68},     {904, 28, 156, 56},  {1063, 28, 180, 56},
    {36, 364, 160, 330},  {1084, 364, 160, 330}, {76, 380, 80, 80},   {1124, 380, 80, 80},
    {1118, 568, 92, 92},  {76, 570, 38, 38},     {118, 570, 38, 38},  {76, 612, 38, 38},
    {118, 612, 38, 38},   {506, 506, 110, 36},   {938, 506, 110, 36}, {506, 634, 110, 36},
    {938, 634, 110, 36},  {466, 686, 84, 28},    {576, 686, 128, 28}, {736, 686, 76, 28}};

static const char *const words[ANSWERS] = {
    "With what money? And whose back, exactly?", "Mm. Sounds nice.",
    "Where did that come from? Tell me how you picture it.",
    "I love that you dream about us. The money worries me a little. Can we look at it on Sunday?"};

static double now_us(void) {
    return (double)SDL_GetPerformanceCounter() * 1e6 / (double)SDL_GetPerformanceFrequency();
}

static void say(const char *key, double value) {
    printf("bench %s %.1f\n", key, value);
    fflush(stdout);
}

static void say_cpu(void) {
    struct timespec cpu;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
    say("first_content_cpu_us", (double)cpu.tv_sec * 1e6 + (double)cpu.tv_nsec / 1e3);
}

static SDL_Surface *plain(SDL_Surface *like, int w, int h, Uint8 r, Uint8 g, Uint8 b) {
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, like->format->format);
    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, r, g, b));
    return surface;
}

/* Half opaque, a quarter soft, a quarter empty in each row, like a drawing in its box. */
static SDL_Surface *soft(int w, int h) {
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_FillRect(surface, &(SDL_Rect){w / 8, 0, w * 3 / 4, h}, 0x80F5E9D0u);
    SDL_FillRect(surface, &(SDL_Rect){w / 4, 0, w / 2, h}, 0xFFF5E9D0u);
    SDL_SetSurfaceBlendMode(surface, SDL_BLENDMODE_BLEND);
    return surface;
}

static bool open_card(Card *card, const char *font_file) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) {
        return false;
    }
    card->window = SDL_CreateWindow("Bare card", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, W,
                                    H, SDL_WINDOW_RESIZABLE);
    SDL_Surface *target = card->window ? SDL_GetWindowSurface(card->window) : NULL;
    TTF_Font *large = TTF_OpenFont(font_file, 32), *small = TTF_OpenFont(font_file, 19);
    if (!target || !large || !small) {
        return false;
    }
    SDL_Color ink = {43, 36, 64, 255};
    card->scene = plain(target, W, H, 143, 193, 196);
    card->panel = plain(target, W, 376, 255, 248, 234);
    card->answer = plain(target, 416, 116, 245, 233, 208);
    card->line = TTF_RenderUTF8_Blended_Wrapped(
        large, "What if we rent a van this spring and just drive until we find the sea?", ink, 480);
    for (int i = 0; i < ANSWERS; i++) {
        card->texts[i] = TTF_RenderUTF8_Blended_Wrapped(small, words[i], ink, 372);
    }
    return card->line && card->texts[ANSWERS - 1];
}

static SDL_Rect answer_box(int index) {
    return (SDL_Rect){216 + index % 2 * 432, 430 + index / 2 * 127, 416, 116};
}

static void blit(SDL_Surface *source, SDL_Surface *target, int x, int y) {
    SDL_BlitSurface(source, NULL, target, &(SDL_Rect){x, y, 0, 0});
}

static void draw_answer(Card *card, SDL_Surface *target, int index, bool is_lit) {
    SDL_Rect box = answer_box(index);
    blit(card->answer, target, box.x, box.y);
    if (is_lit) {
        SDL_FillRect(target, &(SDL_Rect){box.x, box.y, box.w, 4},
                     SDL_MapRGB(target->format, 27, 94, 150));
    }
    blit(card->texts[index], target, box.x + 22, box.y + 16);
}

static void draw(Card *card, SDL_Surface *target, int lit) {
    blit(card->scene, target, 0, 0);
    blit(card->panel, target, 0, 344);
    blit(card->line, target, 418, 144);
    for (int i = 0; i < PIECES && card->pieces[i]; i++) {
        blit(card->pieces[i], target, piece_boxes[i].x, piece_boxes[i].y);
    }
    for (int i = 0; i < ANSWERS; i++) {
        draw_answer(card, target, i, i == lit);
    }
}

static void idle(void) {
    say("ready", 1);
    SDL_Event event;
    while (SDL_WaitEvent(&event) && event.type != SDL_QUIT) {
    }
}

/* Moves the lit answer at 60 Hz; only the two boxes that change go out. */
static void highlight(Card *card) {
    say("ready", 1);
    Uint32 start = SDL_GetTicks();
    for (int frame = 0; frame < HIGHLIGHT_FRAMES; frame++) {
        SDL_Surface *target = SDL_GetWindowSurface(card->window);
        int old = frame % ANSWERS, lit = (frame + 1) % ANSWERS;
        draw_answer(card, target, old, false);
        draw_answer(card, target, lit, true);
        SDL_Rect boxes[2] = {answer_box(old), answer_box(lit)};
        SDL_UpdateWindowSurfaceRects(card->window, boxes, 2);
        SDL_PumpEvents();
        Uint32 due = start + (Uint32)(frame + 1) * 1000 / 60, ticks = SDL_GetTicks();
        if (due > ticks) {
            SDL_Delay(due - ticks);
        }
    }
    say("highlight_frames", HIGHLIGHT_FRAMES);
}

static int by_value(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static void measure(Card *card, bool presents, const char *key) {
    static double times_us[ROUNDS];
    SDL_Surface *target = SDL_GetWindowSurface(card->window);
    for (int i = 0; i < ROUNDS; i++) {
        double start_us = now_us();
        if (presents) {
            draw_answer(card, target, i % ANSWERS, true);
            SDL_Rect box = answer_box(i % ANSWERS);
            SDL_UpdateWindowSurfaceRects(card->window, &box, 1);
        } else {
            draw(card, target, i % ANSWERS);
        }
        times_us[i] = now_us() - start_us;
    }
    qsort(times_us, ROUNDS, sizeof times_us[0], by_value);
    say(key, times_us[ROUNDS / 2]);
}

int main(int argc, char **argv) {
    Card card = {0};
    if (argc != 3 || !open_card(&card, argv[1])) {
        fprintf(stderr, "bare_card FONT start|idle|highlight|frame|press: %s\n", SDL_GetError());
        return 1;
    }
    draw(&card, SDL_GetWindowSurface(card.window), 0);
    SDL_UpdateWindowSurface(card.window);
    say_cpu();
    if (strcmp(argv[2], "idle") == 0) {
        idle();
    } else if (strcmp(argv[2], "highlight") == 0) {
        highlight(&card);
    } else if (strcmp(argv[2], "frame") == 0) {
        for (int i = 0; i < PIECES; i++) {
            card.pieces[i] = soft(piece_boxes[i].w, piece_boxes[i].h);
        }
        measure(&card, false, "frame_us");
    } else if (strcmp(argv[2], "press") == 0) {
        measure(&card, true, "press_us");
    }
    SDL_Quit();
    return 0;
}
