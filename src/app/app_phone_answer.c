/* SPDX-License-Identifier: MIT */
/* One request of a phone: into the game, and its page back. */
#include "app_phone_answer.h"

#include "phone_page.h"
#include "phone_words.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

enum { HEX = 2 * PHONES_TOKEN + 1, PAIR_CODE_MAX = 48, MS_PER_S = 1000 };

static void print_hex(char hex[HEX], const uint8_t bytes[PHONES_TOKEN]) {
    for (int i = 0; i < PHONES_TOKEN; i++) {
        snprintf(hex + 2 * i, 3, "%02x", bytes[i]);
    }
}

void app_phone_link(const RoomDoor *door, const Phones *phones, const char *pair_code, char *link,
                    size_t size) {
    char hex[HEX];
    print_hex(hex, phones->key);
    snprintf(link, size, "%s/r/%s%s%s", server_origin(door->server), hex, pair_code ? "/" : "",
             pair_code ? pair_code : "");
}

/* --- Into the game ---------------------------------------------------------------------------- */

static PhoneVerdict ask_game(App *app, const ServerRequest *request, PhoneAsk *ask) {
    const Strings *strings = &app->content.strings;
    *ask = request->ask;
    ask->word = phone_word_index(strings, request->word);
    ask->pair_word = request->pair_word[0] ? phone_word_index(strings, request->pair_word) : -1;
    if (ask->kind == PHONE_JOIN && request->pair_word[0] && ask->pair_word < 0) {
        ask->pair_word = PHONES_WORDS; /* a word, though none of ours: that is a wrong code */
    }
    ask->names_someone = ask->kind == PHONE_LINE && phone_names_someone(strings, ask->text);
    app_dispatch(app, &(Event){.kind = EV_PHONE, .phone = ask});
    return app->game->phones.verdict;
}

/* --- Its page --------------------------------------------------------------------------------- */

/* What a page of this request may say of the room: strangers aren't told its code. */
static void fill_codes(App *app, const ServerRequest *request, PhonePaper *paper, char hex[HEX]) {
    const Phones *phones = &app->game->phones;
    const PhoneAsk *ask = &request->ask;
    bool has_key = ask->has_key && phones_is_key(phones, ask->key);
    if (has_key) {
        print_hex(hex, ask->key);
        paper->key_hex = hex;
    }
    if (has_key || paper->view->pair) {
        paper->room_word = phone_word(&app->content.strings, phones->word);
        paper->room_number = phones->number;
    }
    if (request->pair_word[0]) {
        paper->pair_word = request->pair_word;
        paper->pair_number = ask->pair_number;
    }
}

static void fill_square(App *app, PhonePaper *paper) {
    RoomDoor *door = app->door;
    char code[PAIR_CODE_MAX], link[ROOM_ADDRESS_MAX + HEX + PAIR_CODE_MAX + 8];
    const PhonePair *pair = paper->view->pair;
    if (paper->view->page != PHONE_PAGE_PAIR) {
        return;
    }
    snprintf(code, sizeof code, "%s-%d", phone_word(&app->content.strings, pair->word),
             pair->number);
    for (char *letter = code; *letter; letter++) {
        *letter = (char)(*letter >= 'A' && *letter <= 'Z' ? *letter + 'a' - 'A' : *letter);
    }
    app_phone_link(door, &app->game->phones, code, link, sizeof link);
    if (qr_encode(link, &door->partner) == ERR_OK) {
        paper->qr = door->partner.modules;
        paper->qr_side = door->partner.side;
    }
}

static void write_page(App *app, const ServerRequest *request, const PhoneView *view,
                       PhoneVerdict verdict) {
    char hex[HEX];
    int64_t wait_ms =
        phones_wait_ms(&app->game->phones, request->ask.address, clock_now(&app->clock).utc_ms);
    PhonePaper paper = {
        .view = view, .verdict = verdict, .wait_s = (int)((wait_ms + MS_PER_S - 1) / MS_PER_S)};
    fill_codes(app, request, &paper, hex);
    fill_square(app, &paper);
    bool is_inner = request->want == SERVER_NOW || request->wants_inner;
    (is_inner ? phone_page_inner : phone_page_write)(&app->door->page, &app->content.strings,
                                                     &paper);
}

/* --- The answer ------------------------------------------------------------------------------- */

static void send(App *app, ServerReply *reply) {
    RoomDoor *door = app->door;
    if (door->page.is_out_of_memory) {
        reply->status = 503;
        reply->retry_s = 1;
    } else if (reply->status != 303 && reply->status != 204) {
        reply->body = door->page.bytes;
        reply->size = door->page.size;
    }
    server_reply(door->server, reply);
    page_clear(&door->page);
}

static void answer_deed(App *app, const ServerRequest *request, const PhoneAsk *ask,
                        PhoneVerdict verdict) {
    const Phones *phones = &app->game->phones;
    int seat = ask->kind == PHONE_STOP && verdict == PHONE_DONE ? -1 : phones->seat;
    PhoneView view = phones_view(phones, &app->game->lead, seat);
    ServerReply reply = {.id = request->id, .status = 200, .version = view.version};
    bool has_sat_down = ask->kind == PHONE_JOIN && verdict == PHONE_DONE &&
                        memcmp(phones->seats[seat].token, ask->fresh, PHONES_TOKEN) == 0;
    reply.token = has_sat_down ? ask->fresh : NULL;
    reply.drops_token = ask->has_token && seat < 0;
    if (verdict == PHONE_SLOW_DOWN) {
        reply.status = 429;
        reply.retry_s = 5;
    }
    if (verdict == PHONE_DONE && !request->wants_inner) {
        reply.status = 303;
    } else {
        write_page(app, request, &view, verdict);
    }
    send(app, &reply);
}

static void answer_look(App *app, const ServerRequest *request) {
    const Phones *phones = &app->game->phones;
    int seat = request->ask.has_token ? phones->seat : -1;
    PhoneView view = phones_view(phones, &app->game->lead, seat);
    ServerReply reply = {.id = request->id,
                         .status = 200,
                         .version = view.version,
                         .drops_token = request->ask.has_token && seat < 0};
    if (request->want == SERVER_NOW && request->since == view.version) {
        reply.status = 204;
    } else {
        write_page(app, request, &view, PHONE_DONE);
    }
    send(app, &reply);
}

bool app_phone_answer(App *app, const ServerRequest *request) {
    PhoneAsk ask = request->ask;
    PhoneVerdict verdict = PHONE_DONE;
    int awake = phones_awake(&app->game->phones, clock_now(&app->clock).utc_ms);
    if (request->want == SERVER_CHECK) {
        phone_page_check(&app->door->page, &app->content.strings, NULL, 0);
        send(app, &(ServerReply){.id = request->id, .status = 200});
        return false;
    }
    if (request->want == SERVER_DEED || ask.has_token) {
        verdict = ask_game(app, request, &ask);
    }
    if (request->want == SERVER_DEED) {
        answer_deed(app, request, &ask, verdict);
    } else {
        answer_look(app, request);
    }
    return request->want == SERVER_DEED ||
           awake != phones_awake(&app->game->phones, clock_now(&app->clock).utc_ms);
}
