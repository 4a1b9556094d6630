/* SPDX-License-Identifier: MIT */
/* The public calls, the bounded queue and the thread that empties it. */
#define _GNU_SOURCE /* sigset_t */
#include "store_parts.h"

#include "text.h"

#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Store {
    const StoreOps *ops;
    void *self;
    pthread_t thread;
    pthread_mutex_t lock; /* guards all below, except the transactions between their two counts */
    pthread_cond_t work, rest;
    StoreTransaction queue[STORE_QUEUE_MAX]; /* a ring */
    int first;                               /* the oldest not polled */
    int finished;                            /* from `first` on: done, not polled */
    int count;                               /* from `first` on: done or queued */
    int last_ticket;
    bool is_busy, is_closing, is_tended;
    atomic_bool stop; /* the backup gives up, for closing */
    Err tend_err;
    Diag tend_diag;
    void (*wake)(void *context);
    void *wake_context;
};

static StoreTransaction *transaction_at(Store *store, int offset) {
    return &store->queue[(store->first + offset) % STORE_QUEUE_MAX];
}

/* Called with the lock held; gives it up meanwhile. */
static void run_transaction(Store *store, StoreTransaction *transaction) {
    store->is_busy = true;
    pthread_mutex_unlock(&store->lock);
    transaction->diag = (Diag){0};
    transaction->err = store->ops->commit(store->self, transaction, &transaction->diag);
    pthread_mutex_lock(&store->lock);
    store->finished++;
    void (*wake)(void *) = store->wake;
    void *context = store->wake_context;
    pthread_mutex_unlock(&store->lock);
    if (wake) {
        wake(context);
    }
    pthread_mutex_lock(&store->lock);
    store->is_busy = false;
    pthread_cond_broadcast(&store->rest);
}

static void run_tending(Store *store) {
    store->is_tended = true;
    store->is_busy = true;
    pthread_mutex_unlock(&store->lock);
    Diag diag = {0};
    Err err = store->ops->tend(store->self, &store->stop, &diag);
    pthread_mutex_lock(&store->lock);
    store->tend_err = err;
    store->tend_diag = diag;
    store->is_busy = false;
    pthread_cond_broadcast(&store->rest);
}

static void *run(void *context) {
    Store *store = context;
    pthread_mutex_lock(&store->lock);
    for (;;) {
        if (!store->is_tended && !store->is_closing) {
            run_tending(store); /* first: what was found is safe before anything changes */
        } else if (store->finished < store->count) {
            run_transaction(store, transaction_at(store, store->finished));
        } else if (store->is_closing) {
            break;
        } else {
            pthread_cond_wait(&store->work, &store->lock);
        }
    }
    pthread_mutex_unlock(&store->lock);
    return NULL;
}

/* Signals are for the program's own threads: this one must not take them. */
static int start_thread(Store *store) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failed = pthread_create(&store->thread, NULL, run, store);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return failed;
}

static Err open_backend(Store *store, const char *folder, Diag *diag) {
    store->ops = folder ? &store_file_ops : &store_memory_ops;
    return folder ? store_file_open(folder, &store->self, diag)
                  : store_memory_open(&store->self, diag);
}

Err store_open(const char *folder, Store **out, Diag *diag) {
    *out = NULL;
    diag_set(diag, ERR_OK, NULL, 0, 0, "%s", "");
    Store *store = calloc(1, sizeof *store);
    if (!store) {
        return diag_set(diag, ERR_MEMORY, NULL, 0, 0, "There isn’t enough memory.");
    }
    Err err = open_backend(store, folder, diag);
    if (err != ERR_OK) {
        free(store);
        return err;
    }
    atomic_init(&store->stop, false);
    pthread_mutex_init(&store->lock, NULL);
    pthread_cond_init(&store->work, NULL);
    pthread_cond_init(&store->rest, NULL);
    if (start_thread(store) != 0) {
        store->ops->close(store->self);
        free(store);
        return diag_set(diag, ERR_MEMORY, NULL, 0, 0, "The system gave no thread for saving.");
    }
    *out = store;
    return ERR_OK;
}

void store_close(Store *store) {
    if (!store) {
        return;
    }
    atomic_store(&store->stop, true);
    pthread_mutex_lock(&store->lock);
    store->is_closing = true;
    pthread_cond_signal(&store->work);
    pthread_mutex_unlock(&store->lock);
    pthread_join(store->thread, NULL);
    store->ops->close(store->self);
    pthread_cond_destroy(&store->rest);
    pthread_cond_destroy(&store->work);
    pthread_mutex_destroy(&store->lock);
    free(store);
}

Err store_load_bookmark(Store *store, char out[STORE_BOOKMARK_MAX], Diag *diag) {
    out[0] = '\0';
    return store->ops->load_bookmark(store->self, out, diag);
}

void store_give_ids(Fact *facts, int count) {
    for (int i = 0; i < count; i++) {
        if (rows_id_is_zero(facts[i].id)) {
            rows_random(facts[i].id, sizeof facts[i].id);
        }
    }
}

static void fill_transaction(StoreTransaction *transaction, const Fact *facts, int count,
                             const char *bookmark) {
    if (count > 0) {
        memcpy(transaction->facts, facts, (size_t)count * sizeof *facts);
    }
    transaction->count = count;
    store_give_ids(transaction->facts, count);
    transaction->has_bookmark = bookmark != NULL;
    text_copy(transaction->bookmark, STORE_BOOKMARK_MAX, bookmark ? bookmark : "");
}

int store_append(Store *store, const Fact *facts, int count, const char *bookmark) {
    assert(count >= 0 && count <= STORE_FACTS_MAX);
    if (count < 0 || count > STORE_FACTS_MAX) {
        return 0;
    }
    int ticket = 0;
    pthread_mutex_lock(&store->lock);
    if (store->count < STORE_QUEUE_MAX) {
        StoreTransaction *transaction = transaction_at(store, store->count);
        fill_transaction(transaction, facts, count, bookmark);
        ticket = transaction->ticket = ++store->last_ticket;
        store->count++;
        pthread_cond_signal(&store->work);
    }
    pthread_mutex_unlock(&store->lock);
    return ticket;
}

int store_poll(Store *store, Err *err, Diag *diag) {
    int ticket = 0;
    pthread_mutex_lock(&store->lock);
    if (store->finished > 0) {
        const StoreTransaction *transaction = transaction_at(store, 0);
        ticket = transaction->ticket;
        *err = transaction->err;
        if (diag) {
            *diag = transaction->diag;
        }
        store->first = (store->first + 1) % STORE_QUEUE_MAX;
        store->finished--;
        store->count--;
    }
    pthread_mutex_unlock(&store->lock);
    return ticket;
}

void store_flush(Store *store) {
    pthread_mutex_lock(&store->lock);
    while (store->finished < store->count || store->is_busy || !store->is_tended) {
        pthread_cond_wait(&store->rest, &store->lock);
    }
    pthread_mutex_unlock(&store->lock);
}

Err store_backup_outcome(Store *store, Diag *diag) {
    pthread_mutex_lock(&store->lock);
    Err err = store->tend_err;
    if (diag) {
        *diag = store->tend_diag;
    }
    pthread_mutex_unlock(&store->lock);
    return err;
}

void store_tend(Store *store) {
    pthread_mutex_lock(&store->lock);
    store->is_tended = false;
    pthread_cond_signal(&store->work);
    pthread_mutex_unlock(&store->lock);
}

void store_set_wake(Store *store, void (*wake)(void *context), void *context) {
    pthread_mutex_lock(&store->lock);
    store->wake = wake;
    store->wake_context = context;
    pthread_mutex_unlock(&store->lock);
}

Err store_erase(Store *store, Diag *diag) {
    store_flush(store);
    return store->ops->erase(store->self, diag);
}

Err store_put_aside(Store *store, Day today, Diag *diag) {
    store_flush(store);
    return store->ops->put_aside(store->self, today, diag);
}

int store_list_asides(Store *store, StoreAside out[STORE_ASIDE_MAX]) {
    const char *folder = store->ops->folder(store->self);
    return folder ? aside_list(folder, out) : 0;
}

int store_days_left(const StoreAside *aside, Day today) {
    int passed = today - aside->day;
    passed = passed < 0 ? 0 : passed;
    return passed > STORE_ASIDE_DAYS ? 0 : STORE_ASIDE_DAYS - passed;
}

Err store_bring_back(Store *store, const StoreAside *aside, Day today, Diag *diag) {
    store_flush(store);
    return store->ops->bring_back(store->self, aside->name, today, diag);
}

Err store_merge_aside(Store *store, const StoreAside *aside, StoreMerged *merged, Diag *diag) {
    char path[STORE_PATH_MAX], name[STORE_ASIDE_NAME_MAX + 16];
    const char *folder = store->ops->folder(store->self);
    snprintf(name, sizeof name, "%s/tiny-bridges.db", aside->name);
    *merged = (StoreMerged){0};
    return folder && folder_join(path, folder, name)
               ? store_merge(store, path, merged, diag)
               : diag_set(diag, ERR_NOT_FOUND, aside->name, 0, 0, "There is nothing put aside.");
}

Err store_erase_aside(Store *store, const StoreAside *aside, Diag *diag) {
    const char *folder = store->ops->folder(store->self);
    return folder ? aside_erase(folder, aside->name, diag) : ERR_OK;
}

Err store_expire(Store *store, Day today, Diag *diag) {
    const char *folder = store->ops->folder(store->self);
    return folder ? aside_expire(folder, today, diag) : ERR_OK;
}

int store_list_backups(Store *store, StoreBackup out[STORE_BACKUPS_MAX]) {
    store_flush(store);
    return store->ops->list(store->self, out);
}

Err store_restore(Store *store, const StoreBackup *backup, Diag *diag) {
    store_flush(store);
    return store->ops->restore(store->self, backup, diag);
}

typedef struct Loaded {
    FactList facts;
    bool has_no_memory;
} Loaded;

static void keep(void *context, const Fact *fact) {
    Loaded *loaded = context;
    loaded->has_no_memory |= !fact_list_add(&loaded->facts, fact);
}

static Err no_memory(Diag *diag) {
    return diag_set(diag, ERR_MEMORY, NULL, 0, 0, "There isn’t enough memory.");
}

/* As they are stored. */
static Err load_all(Store *store, Loaded *loaded, Diag *diag) {
    Err err = store->ops->load(store->self, keep, loaded, diag);
    return err == ERR_OK && loaded->has_no_memory ? no_memory(diag) : err;
}

Err store_load(Store *store, StoreEach each, void *context, Diag *diag) {
    Loaded all = {0};
    Err err = load_all(store, &all, diag);
    if (err == ERR_OK && forks_settle(&all.facts) != ERR_OK) {
        err = no_memory(diag);
    }
    for (int i = 0; err == ERR_OK && i < all.facts.count; i++) {
        each(context, &all.facts.items[i]);
    }
    fact_list_free(&all.facts);
    return err;
}

Err store_merge(Store *store, const char *path, StoreMerged *merged, Diag *diag) {
    Loaded ours = {0};
    FactList theirs = {0};
    *merged = (StoreMerged){0};
    store_flush(store);
    Err err = import_read(path, &theirs, diag);
    err = err ? err : load_all(store, &ours, diag);
    err = err ? err : merge_plan(&ours.facts, &theirs, merged, diag);
    err = err ? err : store->ops->insert(store->self, theirs.items, theirs.count, diag);
    fact_list_free(&ours.facts);
    fact_list_free(&theirs);
    return err;
}

Err store_export(Store *store, const char *path, Diag *diag) {
    Loaded all = {0};
    store_flush(store);
    Err err = load_all(store, &all, diag);
    err = err ? err : json_write(path, &all.facts, diag);
    fact_list_free(&all.facts);
    return err;
}

const char *store_path(const Store *store) {
    return store->ops->path(store->self);
}
