/* SPDX-License-Identifier: MIT */
/* Whatever the couple's machines recorded apart, and whoever takes in whose first: in the end all
 * have all plays, each once, in one order and with one streak. Ids are random, so that each run has
 * others go first; --deep runs all five times. */
#define _GNU_SOURCE /* strtok_r */
#include "../store_kit.h"
#include "../store_verdict.h"
#include "conflicts.h"

#include "random.h"
#include "streak.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MACHINES = 3, EVENINGS_MAX = 512, DAY_FIRST = 20454, SCRIPT_MAX = 256 };

typedef struct Machine {
    char folder[300];
    int clock_days; /* wrong by */
    bool is_newer;
} Machine;

typedef struct World {
    char root[256];
    Machine machines[MACHINES];
    Fact played[EVENINGS_MAX]; /* and acknowledged */
    int count, today;
    bool has_damage; /* then what a fact came after may be lost, and with it how branches part */
    bool went_wrong;
} World;

static void path_of(const Machine *machine, const char *name, char out[STORE_PATH_MAX]) {
    assert_true(folder_join(out, machine->folder, name));
}

static Store *open_machine(const Machine *machine) {
    Store *store = NULL;
    Diag diag;
    if (store_open(machine->folder, &store, &diag) != ERR_OK) {
        verdict_say(VERDICT_CORRUPT, "“%s”", diag.message);
    }
    return store;
}

static void play(World *world, Machine *machine, int day) {
    Store *store = open_machine(machine);
    Fact *fact = &world->played[world->count];
    int wrong = day + machine->clock_days;
    *fact = (Fact){.kind = FACT_PLAY,
                   .rules_version = FACT_RULES_VERSION,
                   .utc_ms = (int64_t)(DAY_FIRST + wrong) * 86400000 + 72000000,
                   .offset_min = 60,
                   .day = DAY_FIRST + wrong,
                   .values = {1 + world->count % 3, 4, world->count}};
    store_give_ids(fact, 1);
    if (!store || kit_commit(store, fact, 1, NULL, NULL) != ERR_OK ||
        ++world->count == EVENINGS_MAX) {
        world->went_wrong = true;
    }
    store_close(store);
}

/* Without a start for each, so that some are younger than the newest backup. */
static void play_evenings(World *world, Machine *machine, int evenings) {
    Store *store = open_machine(machine);
    if (store) {
        store_flush(store); /* the backup of what there was */
        store_close(store);
    }
    for (int i = 0; i < evenings; i++) {
        play(world, machine, world->today++);
    }
}

static void play_at_once(World *world, Machine *a, Machine *b) {
    for (int i = 0; i < 3; i++) {
        play(world, i % 2 ? a : b, world->today);
        play(world, i % 2 ? b : a, world->today++);
    }
}

static void find_backup(const Machine *machine, bool oldest, char out[STORE_PATH_MAX]) {
    char backups[STORE_PATH_MAX];
    Day days[64];
    path_of(machine, "backups", backups);
    int count = rotation_list(backups, days, 64);
    assert_true(count > 0);
    assert_true(rotation_name(backups, days[oldest ? count - 1 : 0], out));
}

static void copy_file(const Machine *to, const char *from) {
    char path[STORE_PATH_MAX];
    kit_wipe(to->folder);
    assert_int_equal(mkdir(to->folder, 0700), 0);
    path_of(to, "tiny-bridges.db", path);
    kit_copy(from, path);
}

static void export_to(const Machine *machine, const char *path, bool twice) {
    Store *store = open_machine(machine);
    assert_int_equal(store_export(store, path, NULL), ERR_OK);
    store_close(store);
    if (!twice) {
        return;
    }
    size_t size;
    char *text = (char *)kit_read(path, &size);
    text[size] = '\0';
    FILE *file = fopen(path, "w");
    char *rest = text, *line;
    while ((line = strtok_r(rest, "\n", &rest)) != NULL) {
        size_t length = strlen(line);
        bool is_fact = strncmp(line, "{\"id\"", 5) == 0;
        int object = (int)(length - (is_fact && line[length - 1] == ','));
        fprintf(file, is_fact ? "%.*s,\n%s\n" : "%.*s\n", is_fact ? object : (int)length, line,
                line);
    }
    assert_int_equal(fclose(file), 0);
    free(text);
}

static void take_in(World *world, Machine *to, char how, const Machine *from) {
    char path[STORE_PATH_MAX];
    StoreMerged merged;
    Diag diag;
    if (how == 'j' || how == 'd') {
        assert_true(folder_join(path, world->root, "export.json"));
        export_to(from, path, how == 'd');
    } else if (how == 'b') {
        find_backup(from, false, path);
    } else {
        path_of(from, how == 'r' ? "before-restore-1.db" : "tiny-bridges.db", path);
    }
    Store *store = open_machine(to);
    Err err = store ? store_merge(store, path, &merged, &diag) : ERR_IO;
    store_close(store);
    if (err != (from->is_newer ? ERR_TOO_NEW : ERR_OK)) {
        world->went_wrong = true;
        verdict_say(VERDICT_CORRUPT, "taking in gives %d: “%s”", err, diag.message);
    }
}

static void lay_beside(World *world, const Machine *to, const Machine *from) {
    char path[STORE_PATH_MAX], beside[STORE_PATH_MAX];
    path_of(from, "tiny-bridges.db", path);
    path_of(to, "tiny-bridges (conflicted copy).db", beside);
    kit_copy(path, beside);
    Store *store = open_machine(to);
    world->went_wrong |= store == NULL || folder_has(beside) != from->is_newer;
    store_close(store);
    unlink(beside);
}

static void go_back(World *world, const Machine *machine) {
    static StoreBackup backups[STORE_BACKUPS_MAX];
    Store *store = open_machine(machine);
    int count = store_list_backups(store, backups);
    world->went_wrong |= count == 0 || store_restore(store, &backups[count - 1], NULL) != ERR_OK;
    store_close(store);
}

static void lose_page(const Machine *machine) {
    char path[STORE_PATH_MAX];
    size_t size;
    path_of(machine, "tiny-bridges.db", path);
    unsigned char *bytes = kit_read(path, &size);
    for (size_t at = 4096; at < size; at += 4096) {
        if (bytes[at] == 0x0d && bytes[at + 4] > 5) { /* a leaf with some facts */
            memset(bytes + at, 0, 4096);
            break;
        }
    }
    kit_write(path, bytes, size);
    free(bytes);
}

static void change_file(const Machine *machine, const char *sql) {
    char path[STORE_PATH_MAX];
    path_of(machine, "tiny-bridges.db", path);
    kit_sql(path, sql);
}

static void do_step(World *world, const char *step) {
    Machine *machine = &world->machines[step[0] - 'A'];
    size_t length = strlen(step);
    char last = step[length - 1];
    Machine *other = last >= 'A' && last <= 'C' ? &world->machines[last - 'A'] : machine;
    char path[STORE_PATH_MAX];
    switch (step[1]) {
    case '+': play_evenings(world, machine, atoi(step + 2)); break;
    case '*': play_at_once(world, machine, other); break;
    case '<': take_in(world, machine, length == 4 ? step[2] : ' ', other); break;
    case '$': lay_beside(world, machine, other); break;
    case '-': go_back(world, machine); break;
    case '@': machine->clock_days += atoi(step + 2); break;
    case '#': change_file(machine, "UPDATE meta SET machine = 4711"); break;
    case '!':
        lose_page(machine);
        world->has_damage = true;
        break;
    case '1':
        store_close(open_machine(machine)); /* it may be of that version already */
        change_file(machine, "ALTER TABLE fact DROP COLUMN sum; ALTER TABLE meta DROP COLUMN "
                             "machine; PRAGMA user_version = 1");
        break;
    case '^':
        change_file(machine, "CREATE TABLE later (x); PRAGMA user_version = 99");
        machine->is_newer = true;
        break;
    case '_':
        change_file(machine, "DROP TABLE later; PRAGMA user_version = 2");
        machine->is_newer = false;
        break;
    case '=':
        step[2] == 'b' ? find_backup(other, true, path) : path_of(other, "tiny-bridges.db", path);
        copy_file(machine, path);
        break;
    default: world->went_wrong = true; break;
    }
}

/* All take in all: twice, so that the last one's news reach the first. */
static void bring_together(World *world, const char *order) {
    for (int round = 0; round < 2; round++) {
        for (const char *to = order; *to; to++) {
            for (const char *from = order; *from; from++) {
                if (from != to) {
                    take_in(world, &world->machines[*to - 'A'], ' ', &world->machines[*from - 'A']);
                }
            }
        }
    }
}

/* --- In the end --------------------------------------------------------------------------------
 */

static void collect(void *context, const Fact *fact) {
    assert_true(fact_list_add(context, fact));
}

static bool has_all(const World *world, const FactList *facts) {
    int found = 0;
    for (int i = 0; i < world->count; i++) {
        for (int j = 0; j < facts->count; j++) {
            const Fact *a = &world->played[i], *b = &facts->items[j];
            found += memcmp(a->id, b->id, 16) == 0 && a->utc_ms == b->utc_ms && a->day == b->day &&
                     memcmp(a->values, b->values, sizeof a->values) == 0;
        }
    }
    return found == world->count && facts->count == world->count;
}

static StreakResult reckon(const World *world, const FactList *facts) {
    static StreakPlay plays[EVENINGS_MAX];
    StreakRules rules = streak_default_rules();
    StreakResult result;
    for (int i = 0; i < facts->count && i < EVENINGS_MAX; i++) {
        const Fact *fact = &facts->items[i];
        plays[i] = (StreakPlay){.device = (uint64_t)fact->device,
                                .utc_s = fact->utc_ms / 1000,
                                .offset_s = fact->offset_min * 60,
                                .who = (uint8_t)fact->values[0],
                                .rollover_h = 4,
                                .play_date = fact->day};
        memcpy(plays[i].id, fact->id, sizeof plays[i].id);
    }
    StreakLog log = {.plays = plays, .play_count = facts->count};
    void *scratch = malloc(streak_scratch_bytes(facts->count, 0, 0));
    StreakNow now = {(int64_t)(DAY_FIRST + world->today) * 86400 + 3600, 3600};
    memset(&result, 0, sizeof result);
    assert_int_equal(streak_reckon(&rules, &log, now, scratch, &result), ERR_OK);
    free(scratch);
    return result;
}

static bool is_same_history(const World *world, const FactList *a, const FactList *b) {
    bool same = a->count == b->count;
    for (int i = 0; same && i < a->count; i++) {
        const Fact *left = &a->items[i], *right = &b->items[i];
        same = memcmp(left->id, right->id, 16) == 0 && left->seq == right->seq &&
               (left->device == right->device || world->has_damage);
    }
    StreakResult left = reckon(world, a), right = reckon(world, b);
    return same && left.current == right.current && left.longest == right.longest &&
           left.rest_left == right.rest_left && left.lifetime_days == right.lifetime_days;
}

static Verdict judge_end(const World *world, const char *order) {
    FactList lists[MACHINES] = {0};
    Verdict verdict = VERDICT_WELL;
    for (int i = 0; order[i]; i++) {
        Store *store = open_machine(&world->machines[order[i] - 'A']);
        if (!store || store_load(store, collect, &lists[i], NULL) != ERR_OK) {
            verdict = VERDICT_CORRUPT;
        } else if (!has_all(world, &lists[i])) {
            verdict = verdict_say(VERDICT_LOST, "%c has %d facts of %d", order[i], lists[i].count,
                                  world->count);
        } else if (!is_same_history(world, &lists[0], &lists[i])) {
            verdict =
                verdict_say(VERDICT_CORRUPT, "%c and %c see it otherwise", order[0], order[i]);
        }
        store_close(store);
    }
    for (int i = 0; i < MACHINES; i++) {
        fact_list_free(&lists[i]);
    }
    return verdict;
}

static Verdict judge_script(const char *root, const char *name, const char *given) {
    static World world;
    char script[SCRIPT_MAX];
    world = (World){.today = 0};
    kit_wipe(root);
    assert_int_equal(mkdir(root, 0700), 0);
    snprintf(world.root, sizeof world.root, "%s", root);
    for (int i = 0; i < MACHINES; i++) {
        snprintf(world.machines[i].folder, sizeof world.machines[i].folder, "%s/%c", root, 'A' + i);
    }
    snprintf(script, sizeof script, "%s", given);
    const char *order = "";
    char *rest = script, *step;
    while ((step = strtok_r(rest, " ", &rest)) != NULL) {
        if (step[0] == ':') {
            order = step + 1;
        } else {
            do_step(&world, step);
        }
    }
    bring_together(&world, order);
    Verdict verdict = judge_end(&world, order);
    if (verdict != VERDICT_WELL || world.went_wrong) {
        verdict_say(verdict, "in “%s”: %s", name, given);
    }
    return verdict == VERDICT_WELL && world.went_wrong ? VERDICT_CORRUPT : verdict;
}

static Verdict judge(void *context, int number) {
    return judge_script(context, conflicts[number].name, conflicts[number].script);
}

/* Three machines, each new or a copy of one that is there, and whatever may happen to them then. */
static Verdict judge_at_random(void *context, int number) {
    static const char *const orders[] = {"ABC", "ACB", "BAC", "BCA", "CAB", "CBA"};
    static const char kinds[] = "+++++*****<<<<<jj@@#1";
    Random random = {(uint64_t)number};
    char script[SCRIPT_MAX] = "A+2";
    int machines = 1;
    for (int i = 0; i < 14; i++) {
        int a = random_below(&random, machines), b = (a + 1) % machines;
        char kind = kinds[random_below(&random, (int)sizeof kinds - 1)];
        char step[16] = "";
        if (machines < MACHINES && i % 3 == 0) {
            snprintf(step, sizeof step, random_below(&random, 4) ? " %c=%c" : " %c+1",
                     'A' + machines, 'A' + a);
            machines++;
        } else if (kind == '*' || kind == '<') {
            snprintf(step, sizeof step, a == b ? " %c+1" : " %c%c%c", 'A' + a, kind, 'A' + b);
        } else if (kind == 'j') {
            snprintf(step, sizeof step, " %c<j%c", 'A' + a, 'A' + b);
        } else if (kind == '@' || kind == '+') {
            snprintf(step, sizeof step, " %c%c%d", 'A' + a, kind,
                     kind == '@' ? random_below(&random, 21) - 10 : 1 + random_below(&random, 3));
        } else {
            snprintf(step, sizeof step, " %c%c", 'A' + a, kind);
        }
        strcat(script, step);
    }
    strcat(strcat(script, " :"), orders[random_below(&random, 6)]);
    return judge_script(context, "at random", script);
}

int main(int argc, char **argv) {
    Kit *kit;
    Tally tally = {0};
    int rounds = argc > 1 && strcmp(argv[1], "--deep") == 0 ? 5 : 1;
    char root[300];
    assert_int_equal(kit_set_up((void **)&kit), 0);
    snprintf(root, sizeof root, "%s/world", kit->root);
    for (int i = 0; i < rounds; i++) {
        verdict_run("machines: conflicts at a merge", "script", conflict_count, judge, root,
                    &tally);
    }
    bool is_well = verdict_print("machines: conflicts at a merge", &tally);
    tally = (Tally){0};
    verdict_run("machines: lives at random", "life", 20 * rounds, judge_at_random, root, &tally);
    is_well &= verdict_print("machines: lives at random", &tally);
    kit_tear_down((void **)&kit);
    return is_well ? 0 : 1;
}
