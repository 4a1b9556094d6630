/* SPDX-License-Identifier: MIT */
/* Who comes in, who sits with whom, and who knocks too often. */
#include "hash.h"
#include "phones_parts.h"
#include "text.h"

#include <string.h>

/* All bytes are looked at, so that time says nothing of how much of a token was right. */
static bool same_secret(const uint8_t a[PHONES_TOKEN], const uint8_t b[PHONES_TOKEN]) {
    unsigned differs = 0;
    for (int i = 0; i < PHONES_TOKEN; i++) {
        differs |= (unsigned)(a[i] ^ b[i]);
    }
    return differs == 0;
}

bool phones_is_key(const Phones *phones, const uint8_t key[PHONES_TOKEN]) {
    return phones->is_open && same_secret(key, phones->key);
}

int phones_seat_of(const Phones *phones, const uint8_t token[PHONES_TOKEN]) {
    int found = -1;
    for (int i = 0; i < PHONES_MAX; i++) {
        if (same_secret(phones->seats[i].token, token) && phones->seats[i].is_taken) {
            found = i;
        }
    }
    return found;
}

void phones_drop_seat(Phones *phones, int index) {
    PhoneSeat *seat = &phones->seats[index];
    PhonePair *pair = &phones->pairs[seat->pair];
    int partner = phones_partner(phones, index);
    pair->seats[seat->mark - 1] = -1;
    if (partner < 0) {
        memset(pair, 0, sizeof *pair);
    } else {
        phones->seats[partner].changes++;
    }
    memset(seat, 0, sizeof *seat);
}

/* --- Guessing --------------------------------------------------------------------------------- */

static PhoneGuess *guess_of(Phones *phones, uint64_t address, bool makes_one) {
    PhoneGuess *oldest = &phones->guesses[0];
    for (int i = 0; i < PHONES_MAX; i++) {
        PhoneGuess *guess = &phones->guesses[i];
        if (guess->wrong > 0 && guess->address == address) {
            return guess;
        }
        if (guess->until_ms < oldest->until_ms) {
            oldest = guess;
        }
    }
    if (!makes_one) {
        return NULL;
    }
    *oldest = (PhoneGuess){.address = address};
    return oldest;
}

int64_t phones_wait_ms(const Phones *phones, uint64_t address, int64_t now_ms) {
    for (int i = 0; i < PHONES_MAX; i++) {
        const PhoneGuess *guess = &phones->guesses[i];
        if (guess->wrong > 0 && guess->address == address && guess->until_ms > now_ms) {
            return guess->until_ms - now_ms;
        }
    }
    return 0;
}

static PhoneVerdict guessed_wrong(const Asking *asking) {
    PhoneGuess *guess = guess_of(asking->phones, asking->ask->address, true);
    int64_t wait_ms = PHONES_WAIT_MS;
    guess->wrong++;
    for (int i = PHONES_TRIES + 1; i < guess->wrong && wait_ms < PHONES_WAIT_MAX_MS; i++) {
        wait_ms *= 2;
    }
    wait_ms = wait_ms < PHONES_WAIT_MAX_MS ? wait_ms : PHONES_WAIT_MAX_MS;
    guess->until_ms = asking->now_ms + (guess->wrong > PHONES_TRIES ? wait_ms : 0);
    return PHONE_WRONG_CODE;
}

/* --- Pairs ------------------------------------------------------------------------------------ */

static bool is_alone(const PhonePair *pair) {
    return pair->is_taken && (pair->seats[0] < 0) != (pair->seats[1] < 0);
}

static int pair_by_code(const Phones *phones, int word, int number) {
    for (int i = 0; i < PHONES_MAX; i++) {
        const PhonePair *pair = &phones->pairs[i];
        if (is_alone(pair) && pair->word == word && pair->number == number) {
            return i;
        }
    }
    return -1;
}

static bool same_letters(const char *a, const char *b) {
    uint32_t left, right;
    do {
        left = text_next(&a);
        right = text_next(&b);
        left += left >= 'A' && left <= 'Z' ? 'a' - 'A' : 0u;
        right += right >= 'A' && right <= 'Z' ? 'a' - 'A' : 0u;
    } while (left == right && left);
    return left == right;
}

static bool name_is_free(const Phones *phones, const char *name) {
    for (int i = 0; i < PHONES_MAX; i++) {
        if (phones->pairs[i].is_taken && same_letters(phones->pairs[i].name, name)) {
            return false;
        }
    }
    return true;
}

/* A name that is taken gets a number. */
static void name_pair(Phones *phones, PhonePair *pair, const char *name) {
    char numbered[PHONES_NAME_MAX];
    text_copy(numbered, sizeof numbered, name);
    for (int i = 2; name[0] && !name_is_free(phones, numbered); i++) {
        text_copy(numbered, sizeof numbered, name);
        text_append(numbered, sizeof numbered, " ");
        text_append_int(numbered, sizeof numbered, i);
    }
    text_copy(pair->name, sizeof pair->name, numbered);
}

static bool silly_is_free(const Phones *phones, int silly) {
    for (int i = 0; i < PHONES_MAX; i++) {
        if (phones->pairs[i].is_taken && phones->pairs[i].silly == silly) {
            return false;
        }
    }
    return true;
}

/* A pair of one, with a code that no other has. `lot` decides. */
static int make_pair(Phones *phones, const char *name, uint64_t lot) {
    int index = 0;
    while (phones->pairs[index].is_taken) {
        index++; /* there are as many as seats */
    }
    PhonePair pair = {.is_taken = true, .seats = {-1, -1}};
    uint64_t code = lot;
    do {
        pair.word = (int)(code % PHONES_WORDS);
        pair.number = 2 + (int)(code / PHONES_WORDS % PHONES_PAIR_NUMBERS);
        code++;
    } while (pair_by_code(phones, pair.word, pair.number) >= 0);
    pair.silly = (int)((lot >> 32) % PHONES_SILLY);
    for (int i = 0; !silly_is_free(phones, pair.silly); i++) {
        pair.silly = i < PHONES_SILLY ? (pair.silly + 1) % PHONES_SILLY : i;
    }
    name_pair(phones, &pair, name);
    phones->pairs[index] = pair;
    return index;
}

static void sit_down(Phones *phones, int seat, int pair) {
    PhonePair *to = &phones->pairs[pair];
    int place = to->seats[0] < 0 ? 0 : 1;
    to->seats[place] = seat;
    to->was_two = to->seats[0] >= 0 && to->seats[1] >= 0;
    phones->seats[seat].pair = pair;
    phones->seats[seat].mark = place + 1;
    if (to->was_two) {
        phones->seats[to->seats[1 - place]].changes++;
    }
}

/* From the pair it is alone in to the partner's, which keeps its name, or takes this one's. */
static PhoneVerdict move_to(const Asking *asking, int seat, int pair) {
    Phones *phones = asking->phones;
    PhonePair *from = &phones->pairs[phones->seats[seat].pair];
    if (!is_alone(from)) {
        return PHONE_MALFORMED;
    }
    char name[PHONES_NAME_MAX];
    text_copy(name, sizeof name, from->name);
    memset(from, 0, sizeof *from);
    if (!phones->pairs[pair].name[0]) {
        text_copy(phones->pairs[pair].name, sizeof phones->pairs[pair].name, name);
    }
    sit_down(phones, seat, pair);
    return PHONE_DONE;
}

PhoneVerdict phones_pair_up(const Asking *asking) {
    Phones *phones = asking->phones;
    const PhoneAsk *ask = asking->ask;
    if (phones_wait_ms(phones, ask->address, asking->now_ms) > 0) {
        return PHONE_SLOW_DOWN;
    }
    int pair = pair_by_code(phones, ask->pair_word, ask->pair_number);
    if (pair < 0 || pair == phones->seats[phones->seat].pair) {
        return guessed_wrong(asking);
    }
    return move_to(asking, phones->seat, pair);
}

/* --- Coming in -------------------------------------------------------------------------------- */

static bool knows_the_room(const Asking *asking) {
    const Phones *phones = asking->phones;
    const PhoneAsk *ask = asking->ask;
    return ask->has_key ? same_secret(ask->key, phones->key)
                        : ask->word == phones->word && ask->number == phones->number;
}

static int free_seat(const Asking *asking, PhoneVerdict *why) {
    int free = -1, from_there = 0;
    for (int i = PHONES_MAX - 1; i >= 0; i--) {
        const PhoneSeat *seat = &asking->phones->seats[i];
        free = seat->is_taken ? free : i;
        from_there += seat->is_taken && seat->address == asking->ask->address;
    }
    *why = free < 0 ? PHONE_FULL : PHONE_CROWDED;
    return from_there < PHONES_PER_ADDRESS ? free : -1;
}

static PhoneVerdict take_seat(const Asking *asking, int pair) {
    Phones *phones = asking->phones;
    const PhoneAsk *ask = asking->ask;
    char name[PHONES_NAME_LETTERS * 4 + 1];
    if (!phones_clean(name, sizeof name, ask->text, PHONES_NAME_LETTERS)) {
        return PHONE_MALFORMED;
    }
    PhoneVerdict why;
    int seat = free_seat(asking, &why);
    if (seat < 0) {
        return why;
    }
    if (pair < 0) {
        pair = make_pair(phones, name, hash_bytes(HASH_START, ask->fresh, sizeof ask->fresh));
    }
    phones->seats[seat] = (PhoneSeat){
        .is_taken = true, .address = ask->address, .seen_ms = asking->now_ms, .pick = PICK_NONE};
    memcpy(phones->seats[seat].token, ask->fresh, PHONES_TOKEN);
    sit_down(phones, seat, pair);
    phones->seat = seat;
    return PHONE_DONE;
}

PhoneVerdict phones_join(const Asking *asking) {
    Phones *phones = asking->phones;
    const PhoneAsk *ask = asking->ask;
    bool knows_partner = ask->pair_word >= 0;
    if (phones->seat >= 0) { /* sits here already */
        return knows_partner && is_alone(&phones->pairs[phones->seats[phones->seat].pair])
                   ? phones_pair_up(asking)
                   : PHONE_DONE;
    }
    if (phones_wait_ms(phones, ask->address, asking->now_ms) > 0) {
        return PHONE_SLOW_DOWN;
    }
    if (!knows_the_room(asking)) {
        return guessed_wrong(asking);
    }
    if (asking->lead->is_locked) {
        return PHONE_LOCKED;
    }
    int pair = knows_partner ? pair_by_code(phones, ask->pair_word, ask->pair_number) : -1;
    if (knows_partner && pair < 0) {
        return guessed_wrong(asking);
    }
    return take_seat(asking, pair);
}
