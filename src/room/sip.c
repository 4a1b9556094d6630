/* SPDX-License-Identifier: MIT */
/* SipHash-2-4, after the paper's description. */
#include "sip.h"

typedef struct Sip {
    uint64_t a, b, c, d;
} Sip;

static uint64_t turn(uint64_t value, int bits) {
    return (value << bits) | (value >> (64 - bits));
}

/* Up to eight bytes, the first the lowest. */
static uint64_t read_word(const uint8_t *bytes, size_t count) {
    uint64_t word = 0;
    for (size_t i = 0; i < count; i++) {
        word |= (uint64_t)bytes[i] << (8 * i);
    }
    return word;
}

static void mix(Sip *sip, int rounds) {
    for (int i = 0; i < rounds; i++) {
        sip->a += sip->b;
        sip->b = turn(sip->b, 13) ^ sip->a;
        sip->a = turn(sip->a, 32);
        sip->c += sip->d;
        sip->d = turn(sip->d, 16) ^ sip->c;
        sip->a += sip->d;
        sip->d = turn(sip->d, 21) ^ sip->a;
        sip->c += sip->b;
        sip->b = turn(sip->b, 17) ^ sip->c;
        sip->c = turn(sip->c, 32);
    }
}

static void take(Sip *sip, uint64_t word) {
    sip->d ^= word;
    mix(sip, 2);
    sip->a ^= word;
}

uint64_t sip_hash(const uint8_t key[SIP_KEY], const void *bytes, size_t size) {
    const uint8_t *at = bytes;
    uint64_t low = read_word(key, 8), high = read_word(key + 8, 8);
    Sip sip = {low ^ UINT64_C(0x736f6d6570736575), high ^ UINT64_C(0x646f72616e646f6d),
               low ^ UINT64_C(0x6c7967656e657261), high ^ UINT64_C(0x7465646279746573)};
    size_t left = size;
    for (; left >= 8; left -= 8, at += 8) {
        take(&sip, read_word(at, 8));
    }
    take(&sip, read_word(at, left) | (uint64_t)(size & 0xff) << 56);
    sip.c ^= 0xff;
    mix(&sip, 4);
    return sip.a ^ sip.b ^ sip.c ^ sip.d;
}
