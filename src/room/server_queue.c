/* SPDX-License-Identifier: MIT */
/* What waits for the game and what comes back: places under one lock, held for a copy at most. */
#include "server_parts.h"

#include <stdlib.h>
#include <string.h>

enum { STATUS_AGAIN = 503, AGAIN_S = 1 };

/* The place is in an id's lowest digits, so that an answer finds it; the rest tells guests of the
 * same place apart. */
static int id_of(int64_t order, int place) {
    return (int)(order % (INT32_MAX / SERVER_QUEUE - 1)) * SERVER_QUEUE + place;
}

bool exchanges_put(Exchanges *exchanges, const ServerRequest *request, Peer *peer, int64_t now_ms) {
    bool is_put = false;
    pthread_mutex_lock(&exchanges->lock);
    for (int i = 0; i < SERVER_QUEUE && !is_put; i++) {
        Exchange *exchange = &exchanges->slots[i];
        if (exchange->state == EXCHANGE_FREE) {
            *exchange = (Exchange){.state = EXCHANGE_WAITING, .order = ++exchanges->last_order,
                                   .since_ms = now_ms, .request = *request, .peer = peer};
            exchange->request.id = id_of(exchange->order, i);
            is_put = true;
        }
    }
    pthread_mutex_unlock(&exchanges->lock);
    return is_put;
}

bool exchanges_take(Exchanges *exchanges, ServerRequest *request) {
    Exchange *oldest = NULL;
    pthread_mutex_lock(&exchanges->lock);
    for (int i = 0; i < SERVER_QUEUE; i++) {
        Exchange *exchange = &exchanges->slots[i];
        if (exchange->state == EXCHANGE_WAITING && (!oldest || exchange->order < oldest->order)) {
            oldest = exchange;
        }
    }
    if (oldest) {
        oldest->state = EXCHANGE_TAKEN;
        *request = oldest->request;
    }
    pthread_mutex_unlock(&exchanges->lock);
    return oldest != NULL;
}

static ServerAnswer copy_reply(const ServerReply *reply) {
    ServerAnswer answer = {.status = reply->status, .retry_s = reply->retry_s,
                     .drops_token = reply->drops_token, .version = reply->version};
    if (reply->token) {
        answer.sets_token = true;
        memcpy(answer.token, reply->token, PHONES_TOKEN);
    }
    if (reply->size > 0) {
        answer.body = malloc(reply->size);
        if (!answer.body) {
            return (ServerAnswer){.status = STATUS_AGAIN, .retry_s = AGAIN_S};
        }
        memcpy(answer.body, reply->body, reply->size);
        answer.size = reply->size;
    }
    return answer;
}

bool exchanges_answer(Exchanges *exchanges, const ServerReply *reply) {
    if (reply->id < 0) {
        return false;
    }
    ServerAnswer answer = copy_reply(reply);
    Exchange *exchange = &exchanges->slots[reply->id % SERVER_QUEUE];
    pthread_mutex_lock(&exchanges->lock);
    bool is_awaited = exchange->state == EXCHANGE_TAKEN && exchange->request.id == reply->id;
    if (is_awaited) {
        exchange->answer = answer;
        exchange->state = EXCHANGE_ANSWERED;
    }
    pthread_mutex_unlock(&exchanges->lock);
    if (!is_awaited) {
        free(answer.body);
    }
    return is_awaited;
}

int exchanges_deliver(Exchanges *exchanges, int64_t now_ms, Peer *peers[SERVER_QUEUE]) {
    int count = 0;
    pthread_mutex_lock(&exchanges->lock);
    for (int i = 0; i < SERVER_QUEUE; i++) {
        Exchange *exchange = &exchanges->slots[i];
        bool is_late = now_ms - exchange->since_ms >= SERVER_DEADLINE_MS;
        bool waits = exchange->state == EXCHANGE_WAITING || exchange->state == EXCHANGE_TAKEN;
        if (waits && is_late) {
            exchange->answer = (ServerAnswer){.status = STATUS_AGAIN, .retry_s = AGAIN_S};
            exchange->state = EXCHANGE_ANSWERED;
        }
        if (exchange->state == EXCHANGE_ANSWERED) {
            exchange->peer->answer = exchange->answer;
            peers[count++] = exchange->peer;
            *exchange = (Exchange){.state = EXCHANGE_FREE};
        }
    }
    pthread_mutex_unlock(&exchanges->lock);
    return count;
}

void exchanges_free(Exchanges *exchanges) {
    for (int i = 0; i < SERVER_QUEUE; i++) {
        free(exchanges->slots[i].answer.body);
    }
    pthread_mutex_destroy(&exchanges->lock);
}
