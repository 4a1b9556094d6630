/* SPDX-License-Identifier: MIT */
/* The square is read back by hand, as a phone would; and the list of networks is in order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lan.h"
#include "qr.h"

#include <string.h>

enum { SIDE_2 = 25, ALIGNED_2 = 18 }; /* version 2, and its pattern's middle */

static int module_at(const QrCode *code, int row, int column) {
    return code->modules[row * code->side + column];
}

/* A square of seven with its core of three, seen from its upper left. */
static void check_finder(const QrCode *code, int top, int left) {
    for (int row = 0; row < 7; row++) {
        for (int column = 0; column < 7; column++) {
            int from = row < 3 ? row : 6 - row, side = column < 3 ? column : 6 - column;
            int ring = from < side ? from : side;
            assert_int_equal(module_at(code, top + row, left + column), ring != 1);
        }
    }
}

static void phones_find_its_three_corners(void **state) {
    QrCode code;
    (void)state;
    assert_int_equal(qr_encode("http://192.168.100.107:8350/r/00112233445566778899aabbccddeeff",
                               &code), ERR_OK);
    assert_int_equal(code.side, 33); /* version 4 */
    check_finder(&code, 0, 0);
    check_finder(&code, 0, code.side - 7);
    check_finder(&code, code.side - 7, 0);
}

/* The eight rules by which modules are turned over (ISO/IEC 18004). */
static bool is_turned(int mask, int row, int column) {
    switch (mask) {
    case 0: return (row + column) % 2 == 0;
    case 1: return row % 2 == 0;
    case 2: return column % 3 == 0;
    case 3: return (row + column) % 3 == 0;
    case 4: return (row / 2 + column / 3) % 2 == 0;
    case 5: return row * column % 2 + row * column % 3 == 0;
    case 6: return (row * column % 2 + row * column % 3) % 2 == 0;
    default: return ((row + column) % 2 + row * column % 3) % 2 == 0;
    }
}

/* Level and mask stand below the upper left corner. */
static int read_mask(const QrCode *code) {
    int bits = 0;
    for (int column = 0; column < 5; column++) {
        bits = bits << 1 | module_at(code, 8, column);
    }
    bits ^= 0x15; /* the first five of 101010000010010 */
    assert_int_equal(bits >> 3, 0); /* M */
    return bits & 7;
}

static bool is_data(int row, int column) {
    bool is_corner = (row < 9 && column < 9) || (row < 9 && column >= SIDE_2 - 8) ||
                     (row >= SIDE_2 - 8 && column < 9);
    bool is_aligned = row >= ALIGNED_2 - 2 && row <= ALIGNED_2 + 2 && column >= ALIGNED_2 - 2 &&
                      column <= ALIGNED_2 + 2;
    return !is_corner && !is_aligned && row != 6 && column != 6;
}

/* Two columns at a time, from the right, up and down in turn. */
static int read_bits(const QrCode *code, uint8_t bits[SIDE_2 * SIDE_2]) {
    int count = 0, mask = read_mask(code);
    bool goes_up = true;
    for (int right = SIDE_2 - 1; right > 0; right -= right == 8 ? 3 : 2) {
        for (int i = 0; i < SIDE_2; i++) {
            int row = goes_up ? SIDE_2 - 1 - i : i;
            for (int column = right; column > right - 2; column--) {
                if (is_data(row, column)) {
                    bool bit = module_at(code, row, column) == 1;
                    bits[count++] = bit != is_turned(mask, row, column);
                }
            }
        }
        goes_up = !goes_up;
    }
    return count;
}

static int number(const uint8_t *bits, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
        value = value << 1 | bits[i];
    }
    return value;
}

static void the_text_can_be_read_back(void **state) {
    static const char text[] = "http://10.0.0.7:8350/";
    uint8_t bits[SIDE_2 * SIDE_2];
    QrCode code;
    (void)state;
    assert_int_equal(qr_encode(text, &code), ERR_OK);
    assert_int_equal(code.side, SIDE_2);
    assert_true(read_bits(&code, bits) >= 44 * 8);
    assert_int_equal(number(bits, 4), 4); /* bytes */
    assert_int_equal(number(bits + 4, 8), strlen(text));
    for (size_t i = 0; i < strlen(text); i++) {
        assert_int_equal(number(bits + 12 + 8 * i, 8), text[i]);
    }
}

static void what_is_too_long_is_an_error(void **state) {
    char text[400];
    QrCode code;
    (void)state;
    memset(text, 'a', sizeof text);
    text[213] = '\0'; /* what version 10 holds at level M */
    assert_int_equal(qr_encode(text, &code), ERR_OK);
    assert_int_equal(code.side, QR_SIDE_MAX);
    text[213] = 'a';
    text[214] = '\0';
    assert_int_equal(qr_encode(text, &code), ERR_FULL);
    assert_int_equal(code.side, 0);
    memset(text, 'a', sizeof text);
    text[399] = '\0';
    assert_int_equal(qr_encode(text, &code), ERR_FULL);
}

/* Which networks there are differs from machine to machine; what may be said of them doesn't. */
static void networks_are_those_that_phones_share(void **state) {
    Lan lans[LANS_MAX];
    (void)state;
    int count = lan_list(lans);
    assert_in_range(count, 0, LANS_MAX);
    for (int i = 0; i < count; i++) {
        assert_true(lans[i].address[0] && lans[i].name[0]);
        assert_true(strncmp(lans[i].address, "127.", 4) != 0);
        assert_true(strncmp(lans[i].address, "fe80:", 5) != 0);
        assert_true(strncmp(lans[i].name, "docker", 6) != 0);
        bool is_six = strchr(lans[i].address, ':') != NULL;
        assert_true(i == 0 || !strchr(lans[i - 1].address, ':') || is_six);
    }
}

static void another_network_is_another_one(void **state) {
    static const Lan lans[] = {{.address = "192.168.0.7", .name = "wlan0"},
                               {.address = "10.0.0.5", .name = "eth0"},
                               {.address = "fd00::5", .name = "eth0"}};
    static const Lan gone = {.address = "192.168.0.9", .name = "wlan0"};
    (void)state;
    assert_int_equal(lan_next(lans, 3, &lans[0]), 1);
    assert_int_equal(lan_next(lans, 3, &lans[1]), 0); /* the same cable is no other network */
    assert_int_equal(lan_next(lans, 3, &lans[2]), 0);
    assert_int_equal(lan_next(lans, 1, &lans[0]), -1);
    assert_int_equal(lan_next(lans + 1, 2, &lans[1]), -1);
    assert_int_equal(lan_next(lans, 3, &gone), 0);
    assert_int_equal(lan_next(lans, 0, &gone), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phones_find_its_three_corners),
        cmocka_unit_test(the_text_can_be_read_back),
        cmocka_unit_test(what_is_too_long_is_an_error),
        cmocka_unit_test(networks_are_those_that_phones_share),
        cmocka_unit_test(another_network_is_another_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
