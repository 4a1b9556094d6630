/* SPDX-License-Identifier: MIT */
/* For those who write cards: says what is wrong with decks, and counts what is in them. */
#define _POSIX_C_SOURCE 200809L /* stat */
#include "deck_dump.h"
#include "deck_pack.h"
#include "deck_pack_write.h"
#include "plan_file.h"
#include "source_file.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { FOLDER_MAX = 1024 };

static const char usage[] =
    "Reads decks of cards as the game does. How to write them: levels/README.md\n"
    "\n"
    "  tools/deck check [FILE or FOLDER...]   what is wrong, as file:line:column: what\n"
    "  tools/deck stats [FILE or FOLDER...]   how many there are of what\n"
    "  tools/bench decks                      how long cards take to load\n"
    "\n"
    "Without files: the decks and workshop plans of the game. Ends with 1 if there was an error.\n";

typedef struct Check {
    DeckSet *decks;
    Findings *findings;
    Arena arena;
    int files, errors, warnings;
    FILE *out; /* for findings */
} Check;

static void print_findings(Check *check) {
    const Findings *findings = check->findings;
    for (int i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        const Diag *diag = &finding->diag;
        fprintf(check->out, "%s:", diag->file);
        if (diag->line > 0) {
            fprintf(check->out, "%d:%d:", diag->line, diag->column);
        }
        fprintf(check->out, " %s: %s\n", finding->is_warning ? "warning" : "error", diag->message);
    }
    int unlisted = findings->errors + findings->warnings - findings->count;
    if (unlisted > 0) {
        fprintf(check->out, "%s: and %d more\n", findings->file, unlisted);
    }
    check->errors += findings->errors;
    check->warnings += findings->warnings;
    memset(check->findings, 0, sizeof *check->findings);
}

static void check_file(void *context, const char *path) {
    Check *check = context;
    check->files++;
    deck_read_file(check->decks, path, check->findings);
    print_findings(check);
}

static void check_path(Check *check, const char *path) {
    struct stat about;
    if (stat(path, &about) == 0 && S_ISDIR(about.st_mode)) {
        source_dir_each(path, check_file, check, check->findings);
        print_findings(check);
    } else {
        check_file(check, path);
    }
}

static void print_row(const char *name, int count, int all) {
    printf("  %-14s %6d %4d%%\n", name, count, all ? count * 100 / all : 0);
}

static void print_kinds(const CardSet *set) {
    for (int kind = CARD_RESPOND; kind < CARD_KIND_END; kind++) {
        int count = 0;
        for (int i = 0; i < set->count; i++) {
            count += (int)set->cards[i].kind == kind;
        }
        print_row(card_kind_names[kind], count, set->count);
    }
}

/* What to count of a card: whether it is in group `index`. */
typedef bool (*InGroup)(const Card *card, int index);

static bool has_theme(const Card *card, int index) {
    return (int)card->theme == index;
}

static bool has_situation(const Card *card, int index) {
    return card->kind == CARD_RESPOND && (int)card->situation == index;
}

static bool has_skill(const Card *card, int index) {
    return (card->skills >> index & 1u) != 0;
}

static bool has_topic(const Card *card, int index) {
    return (card->topics >> index & 1u) != 0;
}

static bool has_register(const Card *card, int index) {
    return card->kind != CARD_TINY && (int)card->reg == index;
}

static bool has_depth(const Card *card, int index) {
    return card->kind != CARD_TINY && card->depth == index + 1;
}

/* Where the kindest answer of a `respond` card stands, the first of equals. */
static bool has_kindest(const Card *card, int index) {
    int kindest = 0;
    for (int i = 1; i < CARD_ANSWERS; i++) {
        kindest = card->answers[i].turn > card->answers[kindest].turn ? i : kindest;
    }
    return card->kind == CARD_RESPOND && kindest == index;
}

static bool has_spot_place(const Card *card, int index) {
    return card->kind == CARD_SPOT && card->spot_right == index;
}

static void print_group(const CardSet *set, const char *title, const char *const *names, int count,
                        InGroup is_in) {
    printf("\n%s\n", title);
    for (int index = 0; index < count; index++) {
        int found = 0;
        for (int i = 0; i < set->count; i++) {
            found += is_in(&set->cards[i], index);
        }
        print_row(names[index], found, set->count);
    }
}

static void print_stats(const CardSet *set) {
    static const char *const depths[] = {"1 light", "2 middle", "3 deep"};
    static const char *const places[CARD_ANSWERS] = {"first", "second", "third", "fourth"};
    printf("Cards to deal: %d\n", set->count);
    print_kinds(set);
    print_group(set, "Themes", theme_names, THEME_COUNT, has_theme);
    print_group(set, "Situations of respond cards", situation_names, SITUATION_COUNT,
                has_situation);
    print_group(set, "Skills", skill_names, SKILL_COUNT, has_skill);
    print_group(set, "Topics", topic_names, TOPIC_COUNT, has_topic);
    print_group(set, "Registers", register_names, REGISTER_COUNT, has_register);
    print_group(set, "Depth", depths, 3, has_depth);
    print_group(set, "Respond: the kindest answer is", places, CARD_ANSWERS, has_kindest);
    print_group(set, "Spot: the right choice is", places, CARD_ANSWERS, has_spot_place);
}

/* The decks that come with the game. */
static void check_own(Check *check) {
    for (int i = 0; i < DECK_FOLDERS; i++) {
        char folder[FOLDER_MAX];
        snprintf(folder, sizeof folder, "%s/levels/%s", TB_SOURCE_DIR, deck_folders[i]);
        if (source_file_exists(folder)) {
            check_path(check, folder);
        }
    }
    deck_set_check_chapters(check->decks, TB_SOURCE_DIR "/levels/journey", check->findings);
    print_findings(check);
}

/* The workshop plans that come with the game, which name cards of its decks. */
typedef struct PlanCheck {
    Check *check;
    PlanReader reader;
} PlanCheck;

static void check_plan(void *context, const char *path) {
    PlanCheck *plans = context;
    plans->check->files++;
    plan_read_file(&plans->reader, path, plans->check->findings);
    print_findings(plans->check);
}

static void check_plans(Check *check, const CardSet *cards) {
    PlanCheck plans = {.check = check, .reader = {.texts = &check->arena, .cards = cards}};
    char folder[FOLDER_MAX];
    snprintf(folder, sizeof folder, "%s/levels/workshops", TB_SOURCE_DIR);
    if (source_file_exists(folder)) {
        source_dir_each(folder, check_plan, &plans, check->findings);
    }
    for (int i = 0; i < plans.reader.count; i++) {
        const Plan *plan = &plans.reader.plans[i];
        printf("Plan %-16s %3d min, %2d steps\n", plan->id, plan->minutes, plan->step_count);
    }
}

static int run(Check *check, const char *command, int count, char **paths) {
    for (int i = 0; i < count; i++) {
        check_path(check, paths[i]);
    }
    if (count == 0) {
        check_own(check);
    }
    CardSet set = deck_set_cards(check->decks);
    if (count == 0 && text_equal(command, "check")) {
        check_plans(check, &set);
    }
    if (text_equal(command, "dump")) {
        return deck_dump(check->decks, &set) ? check->errors > 0 : 2;
    }
    if (text_equal(command, "stats")) {
        print_stats(&set);
    } else {
        printf("Files: %d  Cards to deal: %d  To practise: %d  Errors: %d  Warnings: %d\n",
               check->files, set.count, deck_set_practice(check->decks) != NULL, check->errors,
               check->warnings);
        print_kinds(&set);
    }
    return check->errors > 0;
}

static int compare_ms(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

/* How long the cards take as the game loads them: without a look at the pictures. */
static int time_loading(int count, char **paths) {
    enum { RUNS = 15 };
    double ms[RUNS];
    int cards = 0;
    for (int i = 0; i < RUNS; i++) {
        Check check = {.out = stdout, .findings = calloc(1, sizeof *check.findings)};
        check.decks = deck_set_open(&check.arena);
        if (!check.findings || !check.decks) {
            return 2;
        }
        clock_t start = clock();
        for (int j = 0; j < count; j++) {
            check_path(&check, paths[j]);
        }
        cards = deck_set_cards(check.decks).count;
        ms[i] = (double)(clock() - start) * 1000 / CLOCKS_PER_SEC;
        deck_set_close(check.decks);
        free(check.findings);
        arena_free(&check.arena);
    }
    qsort(ms, RUNS, sizeof ms[0], compare_ms);
    printf("%d cards: %.0f ms of CPU (median of %d), %.1f µs a card\n", cards, ms[RUNS / 2], RUNS,
           ms[RUNS / 2] * 1000 / (cards ? cards : 1));
    return 0;
}

/* The same for a pack; it is as good as the decks only if it's used. */
static int time_unpacking(const char *path, const char *levels_dir, const char *lang_dir) {
    enum { RUNS = 15 };
    double ms[RUNS];
    int cards = 0;
    for (int i = 0; i < RUNS; i++) {
        DeckPack pack;
        Arena arena = {0};
        clock_t start = clock();
        bool is_read = deck_pack_read(&pack, &arena, path, levels_dir, lang_dir);
        ms[i] = (double)(clock() - start) * 1000 / CLOCKS_PER_SEC;
        cards = is_read ? pack.cards.count : 0;
        arena_free(&arena);
    }
    qsort(ms, RUNS, sizeof ms[0], compare_ms);
    printf("%d cards from a pack: %.2f ms of CPU (median of %d)\n", cards, ms[RUNS / 2], RUNS);
    return cards > 0 ? 0 : 1;
}

int main(int count, char **words) {
    const char *command = count > 1 ? words[1] : "";
    if (text_equal(command, "--help")) {
        fputs(usage, stdout);
        return 0;
    }
    if (text_equal(command, "pack") && count == 5) {
        return deck_pack_write(words[2], words[3], words[4]);
    }
    if (text_equal(command, "unpack") && count == 5) {
        return time_unpacking(words[2], words[3], words[4]);
    }
    if (text_equal(command, "load")) {
        return time_loading(count - 2, words + 2);
    }
    if (!text_equal(command, "stats") && !text_equal(command, "check") &&
        !text_equal(command, "dump")) {
        fputs(usage, stderr);
        return 2;
    }
    FILE *out = text_equal(command, "dump") ? stderr : stdout;
    Check check = {.out = out, .findings = calloc(1, sizeof *check.findings)};
    check.decks = deck_set_open(&check.arena);
    int result = 2;
    if (check.findings && check.decks) {
        deck_set_check_icons(check.decks, TB_SOURCE_DIR "/assets/icons");
        result = run(&check, command, count - 2, words + 2);
    }
    deck_set_close(check.decks);
    free(check.findings);
    arena_free(&check.arena);
    return result;
}
