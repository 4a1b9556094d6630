/* SPDX-License-Identifier: MIT */
/* The streak's cases, line by line. */
#include "streak_cases.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 1024, WORDS_MAX = 8, EXIT_MALFORMED = 2, REST_START_MAX = 1000000 };

/* The years 1 to 9999, and a day and a bit either side of UTC. */
static const int64_t UTC_MIN_S = -62135596800, UTC_MAX_S = 253402300799;
enum { OFFSET_MAX_S = 86400 };

/* Words numbered in order of appearance, so that any word can be an id. */
typedef struct Names {
    char **words; /* by number */
    int count, room;
    int *table; /* number + 1 by hash; 0 is free */
    size_t table_size;
} Names;

typedef struct Case {
    StreakRules rules;
    StreakPlay *plays;
    int play_count, play_room;
    StreakRepair *repairs;
    int repair_count, repair_room;
    StreakPause *pauses;
    int pause_count, pause_room;
    StreakNow now;
    bool has_now;
    bool is_open; /* a line of it was read */
    Names names;
} Case;

typedef struct Reader {
    Case one;
    CasesOutput output;
    char *words[WORDS_MAX];
    int word_count;
    char expected[160]; /* what the malformed line should have been */
} Reader;

static _Noreturn void die_of_memory(void) {
    fputs("streak: out of memory\n", stderr);
    exit(1);
}

static void *grow(void *items, int count, int *room, size_t size) {
    if (count < *room) {
        return items;
    }
    *room = *room > 0 ? *room * 2 : 64;
    void *bigger = realloc(items, (size_t)*room * size);
    if (!bigger) {
        die_of_memory();
    }
    return bigger;
}

static bool expect(Reader *reader, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Says what was expected; false, so that callers can `return expect(...)`. */
static bool expect(Reader *reader, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reader->expected, sizeof reader->expected, format, arguments);
    va_end(arguments);
    return false;
}

/* --- Words and numbers ------------------------------------------------------------------------ */

static size_t name_place(const Names *names, const char *word) {
    size_t hash = 5381;
    for (const char *c = word; *c; c++) {
        hash = hash * 33 + (unsigned char)*c;
    }
    hash ^= hash >> 15;
    size_t place = hash & (names->table_size - 1);
    while (names->table[place] && strcmp(names->words[names->table[place] - 1], word) != 0) {
        place = (place + 1) & (names->table_size - 1);
    }
    return place;
}

static void names_widen(Names *names) {
    names->table_size = names->table_size > 0 ? names->table_size * 2 : 256;
    free(names->table);
    names->table = calloc(names->table_size, sizeof *names->table);
    if (!names->table) {
        die_of_memory();
    }
    for (int i = 0; i < names->count; i++) {
        names->table[name_place(names, names->words[i])] = i + 1;
    }
}

static int name_number(Names *names, const char *word) {
    if ((size_t)names->count * 2 >= names->table_size) {
        names_widen(names);
    }
    size_t place = name_place(names, word);
    if (names->table[place] == 0) {
        names->words = grow(names->words, names->count, &names->room, sizeof *names->words);
        size_t size = strlen(word) + 1;
        char *copy = malloc(size);
        if (!copy) {
            die_of_memory();
        }
        memcpy(copy, word, size);
        names->words[names->count++] = copy;
        names->table[place] = names->count;
    }
    return names->table[place];
}

static void names_clear(Names *names) {
    for (int i = 0; i < names->count; i++) {
        free(names->words[i]);
    }
    names->count = 0;
    if (names->table) {
        memset(names->table, 0, names->table_size * sizeof *names->table);
    }
}

/* A whole decimal number, with a sign or without. */
static bool read_number(const char *word, int64_t low, int64_t high, int64_t *value) {
    const char *digits = *word == '-' || *word == '+' ? word + 1 : word;
    if (*digits == '\0' || strspn(digits, "0123456789") != strlen(digits)) {
        return false;
    }
    errno = 0;
    long long number = strtoll(word, NULL, 10);
    *value = number;
    return errno == 0 && number >= low && number <= high;
}

static bool read_int(Reader *reader, int place, const char *name, int low, int high, int *value) {
    int64_t number;
    if (!read_number(reader->words[place], low, high, &number)) {
        return expect(reader, "%s, a whole number from %d to %d, expected", name, low, high);
    }
    *value = (int)number;
    return true;
}

static bool read_moment(Reader *reader, int place, int64_t *utc_s, int32_t *offset_s) {
    if (!read_number(reader->words[place], UTC_MIN_S, UTC_MAX_S, utc_s)) {
        return expect(reader, "UTC seconds, a whole number from %lld to %lld, expected",
                      (long long)UTC_MIN_S, (long long)UTC_MAX_S);
    }
    int offset = 0;
    if (!read_int(reader, place + 1, "offset seconds", -OFFSET_MAX_S, OFFSET_MAX_S, &offset)) {
        return false;
    }
    *offset_s = offset;
    return true;
}

static bool read_rollover(Reader *reader, int place, uint8_t *rollover_h) {
    int hours = 0;
    if (!read_int(reader, place, "rollover", 0, STREAK_ROLLOVER_MAX, &hours)) {
        return false;
    }
    *rollover_h = (uint8_t)hours;
    return true;
}

/* --- Lines ------------------------------------------------------------------------------------ */

static bool take_rollover(Reader *reader) {
    return read_int(reader, 1, "rollover", 0, STREAK_ROLLOVER_MAX, &reader->one.rules.rollover_h);
}

static bool take_need(Reader *reader) {
    static const char *const names[] = {
        [STREAK_NEED_ANY] = "any", [STREAK_NEED_BOTH] = "both", [STREAK_NEED_HOLD] = "hold"};
    for (int need = STREAK_NEED_ANY; need <= STREAK_NEED_HOLD; need++) {
        if (strcmp(reader->words[1], names[need]) == 0) {
            reader->one.rules.need = (StreakNeed)need;
            return true;
        }
    }
    return expect(reader, "any, both or hold expected");
}

static bool take_rest(Reader *reader) {
    StreakRules *rules = &reader->one.rules;
    return read_int(reader, 1, "rest days to start with", 0, REST_START_MAX, &rules->rest_start) &&
           read_int(reader, 2, "dates for a rest day", 0, STREAK_REST_EVERY_MAX,
                    &rules->rest_every) &&
           read_int(reader, 3, "most rest days in hand", 0, STREAK_REST_CAP_MAX, &rules->rest_cap);
}

static bool read_who(Reader *reader, int place, uint8_t *who) {
    static const char *const names[] = {
        [STREAK_WHO_A] = "A", [STREAK_WHO_B] = "B", [STREAK_WHO_BOTH] = "AB"};
    for (uint8_t i = STREAK_WHO_A; i <= STREAK_WHO_BOTH; i++) {
        if (strcmp(reader->words[place], names[i]) == 0) {
            *who = i;
            return true;
        }
    }
    return expect(reader, "who, A, B or AB, expected");
}

static void read_names(Reader *reader, uint8_t id[16], uint64_t *device) {
    int number = name_number(&reader->one.names, reader->words[1]);
    memcpy(id, &number, sizeof number);
    *device = (uint64_t)name_number(&reader->one.names, reader->words[2]);
}

static bool take_play(Reader *reader) {
    Case *one = &reader->one;
    StreakPlay play = {0};
    read_names(reader, play.id, &play.device);
    if (!read_moment(reader, 3, &play.utc_s, &play.offset_s) || !read_who(reader, 5, &play.who) ||
        !read_rollover(reader, 6, &play.rollover_h)) {
        return false;
    }
    play.play_date = day_of_play(play.utc_s, play.offset_s, play.rollover_h); /* R2 */
    one->plays = grow(one->plays, one->play_count, &one->play_room, sizeof *one->plays);
    one->plays[one->play_count++] = play;
    return true;
}

static bool take_repair(Reader *reader) {
    Case *one = &reader->one;
    StreakRepair repair = {0};
    read_names(reader, repair.id, &repair.device);
    if (!read_moment(reader, 3, &repair.utc_s, &repair.offset_s) ||
        !read_rollover(reader, 5, &repair.rollover_h)) {
        return false;
    }
    if (!day_parse(reader->words[6], &repair.named)) {
        return expect(reader, "a date as YYYY-MM-DD expected");
    }
    one->repairs = grow(one->repairs, one->repair_count, &one->repair_room, sizeof *one->repairs);
    one->repairs[one->repair_count++] = repair;
    return true;
}

static bool take_away(Reader *reader) {
    Case *one = &reader->one;
    StreakPause pause;
    if (!day_parse(reader->words[1], &pause.first) || !day_parse(reader->words[2], &pause.last)) {
        return expect(reader, "two dates as YYYY-MM-DD expected");
    }
    one->pauses = grow(one->pauses, one->pause_count, &one->pause_room, sizeof *one->pauses);
    one->pauses[one->pause_count++] = pause;
    return true;
}

static bool take_now(Reader *reader) {
    reader->one.has_now = true;
    return read_moment(reader, 1, &reader->one.now.utc_s, &reader->one.now.offset_s);
}

static void case_start(Case *one) {
    one->rules = streak_default_rules();
    one->play_count = one->repair_count = one->pause_count = 0;
    one->has_now = one->is_open = false;
    names_clear(&one->names);
}

static void print_days(const CasesOutput *output, const StreakDay *days) {
    static const char *const names[] = {
        [STREAK_DAY_QUIET] = "quiet",       [STREAK_DAY_DONE] = "done",
        [STREAK_DAY_REST] = "rest",         [STREAK_DAY_HELD] = "held",
        [STREAK_DAY_REPAIRED] = "repaired", [STREAK_DAY_TODAY] = "today",
        [STREAK_DAY_FUTURE] = "future",     [STREAK_DAY_AWAY] = "away"};
    for (int i = 0; i < output->day_count; i++) {
        fprintf(output->file, "%s%s", i > 0 ? " " : "", names[days[i]]);
    }
    fputc('\n', output->file);
}

static void answer(const Reader *reader, void *scratch) {
    const Case *one = &reader->one;
    const CasesOutput *output = &reader->output;
    const StreakLog log = {one->plays,        one->play_count, one->repairs,
                           one->repair_count, one->pauses,     one->pause_count};
    if (output->day_count > 0) {
        StreakDay days[CASES_DAYS_MAX];
        streak_days(&one->rules, &log, one->now, scratch, output->first_day, output->day_count,
                    days);
        print_days(output, days);
        return;
    }
    StreakResult result;
    streak_reckon(&one->rules, &log, one->now, scratch, &result);
    fprintf(output->file, "%d %d %d %d %d\n", result.current, result.longest, result.rest_used,
            result.rest_left, (int)result.today_done);
}

static bool take_end(Reader *reader) {
    if (!reader->one.has_now) {
        return expect(reader, "a `now` line before `end` expected");
    }
    void *scratch = malloc(streak_scratch_bytes(
        reader->one.play_count, reader->one.repair_count, reader->one.pause_count));
    if (!scratch) {
        die_of_memory();
    }
    answer(reader, scratch);
    free(scratch);
    case_start(&reader->one);
    return true;
}

static const struct Verb {
    const char *word;
    int arguments;
    bool (*take)(Reader *reader);
    const char *form;
} VERBS[] = {
    {"rollover", 1, take_rollover, "rollover HOUR"},
    {"need", 1, take_need, "need any|both|hold"},
    {"rest", 3, take_rest, "rest START EVERY MOST"},
    {"play", 6, take_play, "play ID DEVICE UTC_SECONDS OFFSET_SECONDS WHO ROLLOVER"},
    {"repair", 6, take_repair, "repair ID DEVICE UTC_SECONDS OFFSET_SECONDS ROLLOVER YYYY-MM-DD"},
    {"now", 2, take_now, "now UTC_SECONDS OFFSET_SECONDS"},
    {"end", 0, take_end, "end"},
    {"away", 2, take_away, "away YYYY-MM-DD YYYY-MM-DD"}, /* with --pauses only */
};

/* Splits at blanks; a count above WORDS_MAX says that there were more. */
static void split(Reader *reader, char *line) {
    reader->word_count = 0;
    for (char *word = strtok(line, " \t\r\n"); word; word = strtok(NULL, " \t\r\n")) {
        if (reader->word_count < WORDS_MAX) {
            reader->words[reader->word_count] = word;
        }
        reader->word_count++;
    }
}

static bool take_line(Reader *reader, char *line) {
    split(reader, line);
    if (reader->word_count == 0) {
        return true; /* a blank line between cases */
    }
    size_t count = sizeof VERBS / sizeof VERBS[0] - !reader->output.takes_pauses;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(reader->words[0], VERBS[i].word) == 0) {
            reader->one.is_open = true;
            if (reader->word_count != VERBS[i].arguments + 1) {
                return expect(reader, "`%s` expected", VERBS[i].form);
            }
            return VERBS[i].take(reader);
        }
    }
    return expect(reader, "rollover, need, rest, play, repair, now or end expected");
}

/* Reads a line that must be whole: no longer than the buffer, no NUL in it. */
static bool read_line(Reader *reader, FILE *in, char line[LINE_BYTES], bool *is_whole) {
    int length = 0;
    int c = getc(in);
    if (c == EOF) {
        return false;
    }
    *is_whole = true;
    for (; c != EOF && c != '\n'; c = getc(in)) {
        if (c == '\0' || length == LINE_BYTES - 1) {
            *is_whole = expect(reader, "a line of text below %d bytes expected", LINE_BYTES);
        } else {
            line[length++] = (char)c;
        }
    }
    line[length] = '\0';
    return true;
}

bool cases_read_window(CasesOutput *output, const char *first, const char *count) {
    int64_t number;
    if (!day_parse(first, &output->first_day) || !read_number(count, 1, CASES_DAYS_MAX, &number)) {
        return false;
    }
    output->day_count = (int)number;
    return true;
}

static void reader_free(Reader *reader) {
    names_clear(&reader->one.names);
    free(reader->one.names.words);
    free(reader->one.names.table);
    free(reader->one.plays);
    free(reader->one.repairs);
    free(reader->one.pauses);
}

int cases_run(FILE *in, CasesOutput output, FILE *errors) {
    Reader reader = {.output = output};
    char line[LINE_BYTES];
    long number = 0;
    bool is_fine = true;
    case_start(&reader.one);
    for (bool is_whole; is_fine && read_line(&reader, in, line, &is_whole);) {
        number++;
        is_fine = is_whole && take_line(&reader, line);
    }
    if (is_fine && reader.one.is_open) {
        number++;
        is_fine = expect(&reader, "`end` expected");
    }
    fflush(output.file);
    if (!is_fine) {
        fprintf(errors, "line %ld: %s\n", number, reader.expected);
    }
    reader_free(&reader);
    return is_fine ? 0 : EXIT_MALFORMED;
}
