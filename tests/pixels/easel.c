/* SPDX-License-Identifier: MIT */
/* Makes a folder of art: a red square, a ring, a soft disc, a two-coloured flag, one person. */
#define _GNU_SOURCE /* mkdtemp */
#include "easel.h"

#include <SDL.h>
#include <lz4.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

/* On the page of 64 x 32: square 0 0 16 16, flag 16 0 16 16 (left red, right blue); page "mask":
 * ring 0 0 16 16 (a white square with a clear middle), disc 16 0 32 32. */
static const char sprites_text[] = "art 1\n"
                                   "# a comment\n"
                                   "sprite square colours 0 0 16 16 -8 -8 1\n"
                                   "sprite flag colours 16 0 16 16 0 0 1\n"
                                   "sprite icon/ring masks 0 0 16 16 0 0 1\n"
                                   "sprite disc masks 16 0 32 32 -16 -16 1\n"
                                   "sprite lost gone 0 0 16 16 0 0 1\n";

static const char people_text[] = "people 1\n"
                                  "expr neutral 0\n"
                                  "expr tired 20\n"
                                  "skin porcelain F9DCC8 EBBFA4 A8654B EE9A85\n"
                                  "skin ebony 5C372B 44251C 1C0A07 7A2C28 dark\n"
                                  "clothc persimmon D9683A B9502A F2A071\n"
                                  "bust still body/{shape}\n"
                                  "bust tilt head expr!=hurt\n"
                                  "bust tilt hat hair=none\n"
                                  "figure still body/{shape}\n"
                                  "head bust 0 0 1 1\n"
                                  "head stand 0 -478 0.86 1\n"
                                  "head wheel 0 -400 0.86 1\n"
                                  "part head\n"
                                  "layer square fixed\n"
                                  "part body/slim\n"
                                  "layer disc skin\n"
                                  "layer icon/ring cloth dark-only\n"
                                  "part hat\n";

static int write_text(const char *folder, const char *name, const char *text) {
    char path[160];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) {
        return -1;
    }
    int written = fputs(text, file);
    return fclose(file) == 0 && written >= 0 ? 0 : -1;
}

static uint32_t page_pixel(bool is_mask, float x, float y) {
    if (!is_mask) {
        bool is_left = x < 24;
        return y >= 16 || x >= 32 ? 0 : is_left ? 0xffff0000u : 0xff0000ffu;
    }
    if (x < 16) {
        bool is_middle = x >= 4 && x < 12 && y >= 4 && y < 12;
        return y < 16 && !is_middle ? 0xffffffffu : 0x00ffffffu;
    }
    float dx = x - 32, dy = y - 16;
    float share = 1 - (dx * dx + dy * dy) / 256;
    return share > 0 ? (uint32_t)(share * 255) << 24 | 0xffffffu : 0x00ffffffu;
}

/* A page as tools/art/README.md describes it, of pixels or of their cover alone. */
static int write_page(const char *folder, const char *name, int scale, bool is_mask) {
    static uint32_t pixels[64 * 4 * 32 * 4];
    static uint8_t cover[64 * 4 * 32 * 4];
    static char packed[LZ4_COMPRESSBOUND(sizeof pixels)];
    int width = 64 * scale, height = 32 * scale;
    for (int i = 0; i < width * height; i++) {
        pixels[i] = page_pixel(is_mask, ((float)(i % width) + 0.5f) / (float)scale,
                               ((float)(i / width) + 0.5f) / (float)scale);
        cover[i] = (uint8_t)(pixels[i] >> 24);
    }
    int depth = is_mask ? 1 : 4;
    const char *raw = is_mask ? (const char *)cover : (const char *)pixels;
    int size = LZ4_compress_default(raw, packed, width * height * depth, sizeof packed);
    uint32_t head[4] = {0, SDL_SwapLE32((uint32_t)width), SDL_SwapLE32((uint32_t)height),
                        SDL_SwapLE32((uint32_t)depth)};
    memcpy(head, "TBp1", 4);
    char path[160];
    snprintf(path, sizeof path, "%s/%d/%s.page", folder, scale, name);
    FILE *file = fopen(path, "wb");
    bool is_written = file && fwrite(head, sizeof head, 1, file) == 1 &&
                      fwrite(packed, (size_t)size, 1, file) == 1;
    return (file ? fclose(file) : -1) | (is_written ? 0 : -1);
}

static int write_art(const char *folder) {
    int failed = write_text(folder, "sprites.txt", sprites_text);
    failed |= write_text(folder, "people.txt", people_text);
    for (int scale = 1; scale <= 4; scale *= 2) {
        char path[160];
        snprintf(path, sizeof path, "%s/%d", folder, scale);
        failed |= mkdir(path, 0700);
        failed |= write_page(folder, "colours", scale, false);
        failed |= write_page(folder, "masks", scale, true);
    }
    return failed;
}

int easel_open(void **state) {
    TestEasel *easel = calloc(1, sizeof *easel);
    if (!easel) {
        return -1;
    }
    *state = easel;
    strcpy(easel->art_dir, "/tmp/tiny-bridges-art-XXXXXX");
    easel->list = calloc(1, sizeof *easel->list);
    easel->surface =
        SDL_CreateRGBSurfaceWithFormat(0, EASEL_WIDTH, EASEL_HEIGHT, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!easel->list || !easel->surface || !mkdtemp(easel->art_dir) ||
        write_art(easel->art_dir) != 0) {
        return -1;
    }
    Diag diag = {0};
    Err err = render_open(easel->art_dir, TB_SOURCE_DIR "/assets/fonts", &easel->renderer, &diag);
    if (err != ERR_OK) {
        print_error("%s: %s\n", diag.file, diag.message);
    }
    return err == ERR_OK ? 0 : -1;
}

int easel_close(void **state) {
    TestEasel *easel = *state;
    render_close(easel->renderer);
    SDL_FreeSurface(easel->surface);
    free(easel->list);
    char command[sizeof easel->art_dir + 16];
    snprintf(command, sizeof command, "rm -rf %s", easel->art_dir);
    int result = system(command);
    free(easel);
    return result;
}

DrawList *easel_begin(TestEasel *easel) {
    draw_begin(easel->list, EASEL_WIDTH, EASEL_HEIGHT);
    return easel->list;
}

void easel_paint(TestEasel *easel) {
    int count;
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, true, &count);
    assert_int_equal(count, 1);
    Diag diag = {0};
    if (render_problem(easel->renderer, &diag) != ERR_OK) {
        fail_msg("%s: %s", diag.file, diag.message);
    }
}

uint32_t easel_pixel(const SDL_Surface *surface, int x, int y) {
    return ((const uint32_t *)surface->pixels)[y * surface->pitch / 4 + x];
}

SDL_Rect easel_painted(const SDL_Surface *surface) {
    SDL_Rect box = {0};
    for (int y = 0; y < surface->h; y++) {
        for (int x = 0; x < surface->w; x++) {
            if (easel_pixel(surface, x, y) != 0) {
                SDL_Rect one = {x, y, 1, 1};
                SDL_UnionRect(&box, &one, &box);
            }
        }
    }
    return box;
}

int easel_difference(uint32_t a, uint32_t b) {
    int largest = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        int difference = abs((int)(a >> shift & 255) - (int)(b >> shift & 255));
        largest = difference > largest ? difference : largest;
    }
    return largest;
}
