/* SPDX-License-Identifier: MIT */
/* Every kind of damage to the couple's file, with its backups beside it: the game starts, at least
 * 99 of 100 plays are back, no fact is another than it was, and the couple is told.
 *
 * Without arguments some hundreds of cases; with --deep thousands; a word limits it to the kinds
 * that have it in their name. */
#include "../store_verdict.h"
#include "variants.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Trial {
    const Base *base;
    const DamageKind *kind;
    bool is_deep;
    char folder[300];
} Trial;

typedef struct Found {
    FactList facts;
    char bookmark[STORE_BOOKMARK_MAX];
    int plays, strange; /* of what was there; what wasn't */
} Found;

static bool is_same(const Fact *a, const Fact *b) {
    return memcmp(a->id, b->id, sizeof a->id) == 0 && a->device == b->device && a->seq == b->seq &&
           a->kind == b->kind && a->rules_version == b->rules_version && a->utc_ms == b->utc_ms &&
           a->offset_min == b->offset_min && a->day == b->day &&
           memcmp(a->values, b->values, sizeof a->values) == 0 &&
           strcmp(a->subject, b->subject) == 0 && strcmp(a->text, b->text) == 0;
}

/* That was under way when the machine stopped, and is whole. */
static bool was_being_saved(const DamageKind *kind, const Fact *fact) {
    Fact wanted = base_fact(FACT_PLAY, fact->day - 20454);
    return kind->is_beside && fact->day >= 20454 + BASE_EVENINGS && fact->utc_ms == wanted.utc_ms &&
           strcmp(fact->subject, wanted.subject) == 0;
}

static void collect(void *context, const Fact *fact) {
    assert_true(fact_list_add(context, fact));
}

/* Both in the order of store_load, so that they can be walked together. */
static void compare(const Trial *trial, Found *found) {
    const FactList *all = &trial->base->facts;
    int at = 0;
    for (int i = 0; i < found->facts.count; i++) {
        const Fact *fact = &found->facts.items[i];
        int next = at;
        while (next < all->count && !is_same(&all->items[next], fact)) {
            next++;
        }
        if (next < all->count) {
            at = next + 1;
            found->plays += fact->kind == FACT_PLAY;
        } else if (!was_being_saved(trial->kind, fact)) {
            found->strange++;
        }
    }
}

static bool is_kept_aside(const Variant *variant) {
    char path[STORE_PATH_MAX];
    size_t size;
    assert_true(folder_join(path, variant->folder, "damaged-1.db"));
    if (!folder_has(path)) {
        return false;
    }
    unsigned char *bytes = kit_read(path, &size);
    bool same = size == variant->size && memcmp(bytes, variant->bytes, size) == 0;
    free(bytes);
    return same;
}

static bool is_set_aside(const Variant *variant) {
    char path[STORE_PATH_MAX];
    assert_true(folder_join(path, variant->folder, "strange-1.db-journal"));
    return folder_has(path);
}

static Verdict judge_found(const Trial *trial, const Variant *variant, const Found *found,
                           const char *said) {
    const Base *base = trial->base;
    int lost = base->plays - found->plays;
    bool all_there = found->facts.count == base->facts.count && found->strange == 0;
    if (found->strange > 0) {
        return verdict_say(VERDICT_CORRUPT, "%d facts that nobody recorded", found->strange);
    }
    if (lost * 100 > base->plays || (trial->kind->spares_the_file && lost > 0)) {
        return verdict_say(VERDICT_LOST, "%d plays of %d; “%s”", lost, base->plays, said);
    }
    if (variant->rolls_back && (!all_there || said[0] || is_set_aside(variant))) {
        return verdict_say(VERDICT_CORRUPT, "not rolled back; “%s”", said);
    }
    if (all_there && !said[0]) {
        return VERDICT_WELL; /* a byte that nobody reads */
    }
    if (!said[0] && lost > 0) {
        return verdict_say(VERDICT_CORRUPT, "%d plays lost, and not a word", lost);
    }
    if (!trial->kind->is_beside && variant->bytes && !is_kept_aside(variant)) {
        return verdict_say(VERDICT_CORRUPT, "the damaged file isn’t kept; “%s”", said);
    }
    return VERDICT_WELL;
}

/* The evening goes on: one more fact, and the next start has nothing to say. */
static Verdict judge_next_start(const Trial *trial, int count) {
    Store *store;
    Diag diag;
    FactList facts = {0};
    if (store_open(trial->folder, &store, &diag) != ERR_OK ||
        (diag.message[0] && !trial->kind->is_beside)) {
        return verdict_say(VERDICT_CORRUPT, "the next start says “%s”", diag.message);
    }
    Err err = store_load(store, collect, &facts, NULL);
    store_close(store);
    bool is_there = err == ERR_OK && facts.count == count + 1;
    fact_list_free(&facts);
    return is_there ? VERDICT_WELL : verdict_say(VERDICT_LOST, "at the next start");
}

static Verdict judge_variant(const Trial *trial, const Variant *variant) {
    Store *store;
    Diag diag;
    Found found = {0};
    Err err = store_open(variant->folder, &store, &diag);
    if (err != ERR_OK) {
        return verdict_say(VERDICT_CORRUPT, "refused with %d: “%s”", err, diag.message);
    }
    err = store_load(store, collect, &found.facts, NULL);
    err = err ? err : store_load_bookmark(store, found.bookmark, NULL);
    compare(trial, &found);
    Fact more = base_fact(FACT_NEXT, BASE_EVENINGS + 99);
    Err saved = err ? err : kit_commit(store, &more, 1, NULL, NULL);
    store_close(store);
    Verdict verdict = err || saved ? verdict_say(VERDICT_CORRUPT, "%d on reading, %d", err, saved)
                                   : judge_found(trial, variant, &found, diag.message);
    int count = found.facts.count;
    fact_list_free(&found.facts);
    bool goes_on = trial->is_deep || variant->number % 4 == 0;
    return verdict == VERDICT_WELL && goes_on ? judge_next_start(trial, count) : verdict;
}

static Verdict judge(void *context, int number) {
    const Trial *trial = context;
    const Base *base = trial->base;
    Variant variant = {.base = base, .number = number, .size = base->size};
    variant.random.state = (uint64_t)number * 7919 + (uint64_t)strlen(trial->kind->name);
    snprintf(variant.folder, sizeof variant.folder, "%s", trial->folder);
    variant.bytes = malloc(base->size);
    memcpy(variant.bytes, base->bytes, base->size);
    trial->kind->make(&variant);
    Verdict verdict = judge_variant(trial, &variant);
    free(variant.bytes);
    return verdict;
}

int main(int argc, char **argv) {
    static Base bases[BASE_FORMS];
    Kit *kit;
    bool is_deep = argc > 1 && strcmp(argv[1], "--deep") == 0, is_well = true;
    const char *word = argc > 1 + is_deep ? argv[1 + is_deep] : "";
    int cases = 0;
    assert_int_equal(kit_set_up((void **)&kit), 0);
    for (int form = 0; form < BASE_FORMS; form++) {
        char folder[300];
        snprintf(folder, sizeof folder, "%s/form %d", kit->root, form);
        base_make(&bases[form], folder, (BaseForm)form);
    }
    for (int i = 0; i < damage_kind_count; i++) {
        const DamageKind *kind = &damage_kinds[i];
        Trial trial = {.base = &bases[kind->form], .kind = kind, .is_deep = is_deep};
        Tally tally = {0};
        if (!strstr(kind->name, word)) {
            continue;
        }
        snprintf(trial.folder, sizeof trial.folder, "%s/variant", kit->root);
        verdict_run(kind->name, "case", is_deep ? kind->deep : kind->quick, judge, &trial, &tally);
        is_well &= verdict_print(kind->name, &tally);
        cases += tally.points;
    }
    printf("%d damaged folders, each with %d facts, %d of them plays.\n", cases,
           bases[0].facts.count, bases[0].plays);
    for (int form = 0; form < BASE_FORMS; form++) {
        base_free(&bases[form]);
    }
    kit_tear_down((void **)&kit);
    return is_well ? 0 : 1;
}
