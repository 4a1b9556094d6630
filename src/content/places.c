/* SPDX-License-Identifier: MIT */
/* Reads assets/help/places.txt line by line. */
#include "places.h"

#include "day.h"
#include "source_file.h"
#include "text.h"
#include "yaml_scan.h"

#include <stdlib.h>
#include <string.h>

enum { PLACES_COUNTRIES_MAX = 300, PLACES_OF_COUNTRY_MAX = 32, PLACE_FIELDS = 5 };

const char *const place_kind_names[PLACE_KIND_COUNT] = {
    [PLACE_DANGER] = "danger",
    [PLACE_VIOLENCE] = "violence",
    [PLACE_LISTEN] = "listen",
    [PLACE_COUPLE] = "couple",
};

typedef struct PlacesReader {
    Places *places;
    Findings *findings;
    PlaceCountry *countries;
    Place *open; /* of the country that is being read; as many as one may have */
    int line;
    const char *line_start;
    bool is_in_country; /* false after a bad `country` line: its places have nowhere to go */
} PlacesReader;

/* Counts characters by their first bytes, for the line may be cut into parts already. */
static void object(PlacesReader *reader, const char *at, const char *message) {
    int column = 1;
    for (const char *c = reader->line_start; c < at; c++) {
        column += ((unsigned char)*c & 0xC0) != 0x80;
    }
    findings_error(reader->findings, reader->line, column, "%s", message);
}

/* Cuts spaces off both ends, in place. */
static char *trim(char *text) {
    text += strspn(text, " ");
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ') {
        text[--length] = '\0';
    }
    return text;
}

static const char *keep(PlacesReader *reader, const char *text) {
    const char *copy = arena_copy_text(&reader->places->arena, text, strlen(text));
    return copy ? copy : "";
}

static void read_country(PlacesReader *reader, char *line) {
    char *code = line + strlen("country ");
    bool is_code = code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
    reader->is_in_country = false;
    if (!is_code || code[2] != ' ' || !*trim(code + 3)) {
        object(reader, code,
               "Expected “country CODE NAME” with two capital letters, as "
               "“country NL Nederland”.");
        return;
    }
    code[2] = '\0';
    if (places_find(reader->places, code) >= 0) {
        object(reader, code, "This country is here for the second time.");
        return;
    }
    if (reader->places->count == PLACES_COUNTRIES_MAX) {
        object(reader, line, "There are too many countries.");
        return;
    }
    reader->open = arena_alloc(&reader->places->arena, PLACES_OF_COUNTRY_MAX * sizeof(Place));
    if (!reader->open) {
        return;
    }
    reader->countries[reader->places->count++] = (PlaceCountry){
        .code = keep(reader, code), .name = keep(reader, trim(code + 3)), .places = reader->open};
    reader->is_in_country = true;
}

/* "checked 2026-12-31" or "checked -". Null if it is neither. */
static const char *checked_day(const char *field) {
    static const char word[] = "checked ";
    if (strncmp(field, word, sizeof word - 1) != 0) {
        return NULL;
    }
    const char *date = field + sizeof word - 1;
    Day day;
    return text_equal(date, "-") ? "" : day_parse(date, &day) ? date : NULL;
}

/* Cuts "a | b | c" into its trimmed fields; their number. */
static int split(char *text, char *fields[PLACE_FIELDS]) {
    int count = 0;
    for (char *at = text; at; count++) {
        char *bar = strchr(at, '|');
        if (bar) {
            *bar = '\0';
        }
        if (count < PLACE_FIELDS) {
            fields[count] = trim(at);
        }
        at = bar ? bar + 1 : NULL;
    }
    return count;
}

static const char *or_nothing(PlacesReader *reader, const char *field) {
    return text_equal(field, "-") ? "" : keep(reader, field);
}

static void add_place(PlacesReader *reader, PlaceKind kind, char *rest) {
    char *fields[PLACE_FIELDS];
    PlaceCountry *country = &reader->countries[reader->places->count - 1];
    if (split(rest, fields) != PLACE_FIELDS) {
        object(reader, rest,
               "Expected five parts with | between: NAME | NUMBER | HOURS | "
               "LANGUAGES | checked DATE.");
        return;
    }
    const char *checked = checked_day(fields[4]);
    if (!checked) {
        object(reader, fields[4], "Expected “checked 2026-12-31”, or “checked -” for never.");
        return;
    }
    for (int i = 0; i < 4; i++) {
        if (!fields[i][0] || (i < 2 && text_equal(fields[i], "-"))) {
            object(reader, fields[i],
                   i < 2 ? "Name and number can't be left out." : "Write - for what isn't known.");
            return;
        }
    }
    if (country->count == PLACES_OF_COUNTRY_MAX) {
        object(reader, rest, "There are too many places in this country.");
        return;
    }
    reader->open[country->count++] = (Place){.kind = kind,
                                             .name = keep(reader, fields[0]),
                                             .number = keep(reader, fields[1]),
                                             .hours = or_nothing(reader, fields[2]),
                                             .languages = or_nothing(reader, fields[3]),
                                             .checked = keep(reader, checked)};
}

static void read_place(PlacesReader *reader, char *line) {
    char *colon = strchr(line, ':');
    int kind = 0;
    size_t length = colon ? (size_t)(colon - line) : 0;
    while (kind < PLACE_KIND_COUNT && (strlen(place_kind_names[kind]) != length ||
                                       memcmp(line, place_kind_names[kind], length) != 0)) {
        kind++;
    }
    if (kind == PLACE_KIND_COUNT) {
        object(reader, line,
               "A line begins with “country”, “danger:”, “violence:”, “listen:” or “couple:”.");
    } else if (reader->is_in_country) {
        add_place(reader, (PlaceKind)kind, colon + 1);
    } else if (reader->places->count == 0) {
        object(reader, line, "There is no line “country CODE NAME” above this one.");
    }
}

static void read_line(PlacesReader *reader, char *line) {
    line = trim(line);
    if (!*line || *line == '#') {
        return;
    }
    if (strncmp(line, "country ", strlen("country ")) == 0) {
        read_country(reader, line);
    } else {
        read_place(reader, line);
    }
}

static void read_lines(PlacesReader *reader, char *text) {
    while (text) {
        size_t length = strcspn(text, "\r\n");
        char *next = text[length] ? text + length + 1 : NULL;
        if (next && text[length] == '\r' && *next == '\n') {
            next++;
        }
        text[length] = '\0';
        reader->line++;
        reader->line_start = text;
        read_line(reader, text);
        text = next;
    }
}

static Err read_all(Places *places, const char *bytes, size_t size, Findings *findings) {
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        size -= 3;
    }
    if (!yaml_scan(bytes, size, findings)) {
        return ERR_FORMAT;
    }
    Arena lines = {0};
    char *copy = arena_copy_text(&lines, bytes, size);
    PlacesReader reader = {.places = places, .findings = findings};
    reader.countries = arena_alloc(&places->arena, PLACES_COUNTRIES_MAX * sizeof *reader.countries);
    places->countries = reader.countries;
    if (copy && reader.countries) {
        read_lines(&reader, copy);
    }
    arena_free(&lines);
    if (!copy || !reader.countries) {
        return ERR_MEMORY;
    }
    return places->count > 0 ? ERR_OK : ERR_FORMAT;
}

Err places_read(Places *places, const char *bytes, size_t size, Findings *findings) {
    Findings *own = findings ? NULL : calloc(1, sizeof *own);
    if (!findings && !own) {
        return ERR_MEMORY;
    }
    Err err = read_all(places, bytes, size, findings ? findings : own);
    free(own);
    return err;
}

Err places_load(Places *places, const char *path, Findings *findings) {
    Findings *own = findings ? NULL : calloc(1, sizeof *own);
    if (!findings && !own) {
        return ERR_MEMORY;
    }
    SourceFile file;
    Err err = source_file_open(&file, path, findings ? findings : own);
    if (!err) {
        err = read_all(places, file.bytes, file.size, findings ? findings : own);
        source_file_close(&file);
    }
    free(own);
    return err;
}

void places_free(Places *places) {
    arena_free(&places->arena);
    *places = (Places){0};
}

int places_find(const Places *places, const char *code) {
    for (int i = 0; i < places->count; i++) {
        if (text_equal(places->countries[i].code, code)) {
            return i;
        }
    }
    return -1;
}
