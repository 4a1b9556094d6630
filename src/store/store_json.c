/* SPDX-License-Identifier: MIT */
/* The whole history as JSON, out and in again: one fact a line, every field exact.
 *
 * {"format": "tiny-bridges-history", "version": 1, "facts": [{"id": 32 hex digits, "device": n,
 * "seq": n, "kind": n, "rules": n, "utc_ms": n, "offset_min": n, "day": "YYYY-MM-DD",
 * "values": [six numbers], "subject": "...", "text": "..."}, ...]}, with the meaning of fact.h. */
#define _GNU_SOURCE /* strnlen, O_CLOEXEC */
#include "store_parts.h"

#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char format_name[] = "tiny-bridges-history";
enum { FORMAT_VERSION = 1, FILE_BYTES_MAX = 256 * 1024 * 1024 };

/* --- Out -------------------------------------------------------------------------------------- */

static json_t *id_as_json(const uint8_t id[16]) {
    char hex[33];
    for (int i = 0; i < 16; i++) {
        snprintf(hex + 2 * i, 3, "%02x", id[i]);
    }
    return json_string(hex);
}

/* The years that a date can be written for; any other day stays a number. */
static json_t *day_as_json(Day day) {
    char text[11];
    Day back;
    day_print(day, text);
    return day_parse(text, &back) && back == day ? json_string(text) : json_integer(day);
}

/* Bytes that are no text can only come from outside the game. */
static json_t *text_as_json(const char *text, size_t size) {
    char clean[FACT_TEXT_MAX];
    size_t length = strnlen(text, size);
    for (size_t i = 0; i < length; i++) {
        clean[i] = (unsigned char)text[i] < 0x80 ? text[i] : '?';
    }
    return text_is_utf8(text, length) ? json_stringn(text, length) : json_stringn(clean, length);
}

static json_t *fact_as_json(const Fact *fact) {
    json_t *values = json_array();
    for (int i = 0; i < FACT_VALUES; i++) {
        if (json_array_append_new(values, json_integer(fact->values[i])) != 0) {
            json_decref(values);
            return NULL;
        }
    }
    return json_pack("{s:o, s:I, s:I, s:i, s:i, s:I, s:i, s:o, s:o, s:o, s:o}", "id",
                     id_as_json(fact->id), "device", (json_int_t)fact->device, "seq",
                     (json_int_t)fact->seq, "kind", (int)fact->kind, "rules", fact->rules_version,
                     "utc_ms", (json_int_t)fact->utc_ms, "offset_min", fact->offset_min, "day",
                     day_as_json(fact->day), "values", values, "subject",
                     text_as_json(fact->subject, sizeof fact->subject), "text",
                     text_as_json(fact->text, sizeof fact->text));
}

/* Each byte of a text takes six at most, as \u001f; the rest is numbers and names. */
enum { LINE_MAX_BYTES = 6 * (FACT_SUBJECT_MAX + FACT_TEXT_MAX) + 1024 };

static Err write_fact(FILE *file, const Fact *fact, bool is_first) {
    char line[LINE_MAX_BYTES];
    json_t *object = fact_as_json(fact);
    /* Into a buffer of ours: a dump that makes its own leaves out keys when memory runs out. */
    size_t length = object ? json_dumpb(object, line, sizeof line, JSON_COMPACT) : 0;
    json_decref(object);
    if (length == 0 || length > sizeof line) {
        return ERR_MEMORY;
    }
    int written = fprintf(file, "%s\n%.*s", is_first ? "" : ",", (int)length, line);
    return written > 0 ? ERR_OK : ERR_IO;
}

static Err write_all(FILE *file, const FactList *facts) {
    fprintf(file, "{\"format\": \"%s\", \"version\": %d, \"facts\": [", format_name,
            FORMAT_VERSION);
    Err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < facts->count; i++) {
        err = write_fact(file, &facts->items[i], i == 0);
    }
    fprintf(file, "\n]}\n");
    return err ? err : ferror(file) || fflush(file) != 0 || fsync(fileno(file)) != 0 ? ERR_IO
                                                                                     : ERR_OK;
}

static Err explain(const char *path, Err err, int number, Diag *diag) {
    return err == ERR_MEMORY
               ? diag_set(diag, ERR_MEMORY, path, 0, 0, "There isn’t enough memory.")
               : folder_explain(path, number ? number : EIO, diag);
}

/* So that the new name is on the disk too; where that can't be asked for, nothing more can be done.
 */
static void sync_name(const char *path) {
    char folder[STORE_PATH_MAX];
    const char *slash = strrchr(path, '/');
    int length = slash ? (int)(slash - path) + 1 : 0;
    snprintf(folder, sizeof folder, "%.*s.", length, path);
    (void)folder_sync(folder, NULL);
}

Err json_write(const char *path, const FactList *facts, Diag *diag) {
    char beside[STORE_PATH_MAX];
    if (!folder_beside(beside, path, ".new")) {
        return folder_explain(path, ENAMETOOLONG, diag);
    }
    int handle = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FILE *file = handle < 0 ? NULL : fdopen(handle, "w");
    if (!file) {
        Err err = folder_explain(beside, errno, diag);
        if (handle >= 0) {
            close(handle);
        }
        return err;
    }
    errno = 0;
    Err err = write_all(file, facts);
    int number = errno;
    if (fclose(file) != 0 && err == ERR_OK) {
        err = ERR_IO;
        number = errno;
    }
    if (err == ERR_OK && rename(beside, path) != 0) {
        err = ERR_IO;
        number = errno;
    }
    if (err != ERR_OK) {
        unlink(beside);
        return explain(path, err, number, diag);
    }
    sync_name(path);
    return ERR_OK;
}

/* --- In --------------------------------------------------------------------------------------- */

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool read_id(const json_t *object, uint8_t id[16]) {
    const char *hex = json_string_value(json_object_get(object, "id"));
    if (!hex || strlen(hex) != 32) {
        return false;
    }
    for (int i = 0; i < 16; i++) {
        int high = hex_digit(hex[2 * i]), low = hex_digit(hex[2 * i + 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        id[i] = (uint8_t)(high * 16 + low);
    }
    return !rows_id_is_zero(id);
}

static bool read_int(const json_t *value, int64_t low, int64_t high, int64_t *out) {
    *out = json_integer_value(value);
    return json_is_integer(value) && *out >= low && *out <= high;
}

static bool read_int32(const json_t *value, int32_t low, int32_t high, int32_t *out) {
    int64_t wide = 0;
    bool fits = read_int(value, low, high, &wide);
    *out = (int32_t)wide;
    return fits;
}

static bool read_day(const json_t *value, Day *day) {
    return json_is_string(value) ? day_parse(json_string_value(value), day)
                                 : read_int32(value, INT32_MIN, INT32_MAX, day);
}

static bool read_text(const json_t *value, char *out, size_t size) {
    if (!json_is_string(value) || json_string_length(value) >= size) {
        return false;
    }
    memcpy(out, json_string_value(value), json_string_length(value) + 1);
    return true;
}

static bool read_values(const json_t *array, int32_t values[FACT_VALUES]) {
    bool fits = json_is_array(array) && json_array_size(array) == FACT_VALUES;
    for (size_t i = 0; fits && i < FACT_VALUES; i++) {
        fits = read_int32(json_array_get(array, i), INT32_MIN, INT32_MAX, &values[i]);
    }
    return fits;
}

enum { KIND_MAX = 0xffff, OFFSET_MIN_MAX = 26 * 60 };

/* The name of the first field that doesn't fit, or null. */
static const char *read_fact(const json_t *object, Fact *fact) {
    int32_t kind = 0;
    *fact = (Fact){0};
    bool has_kind = read_int32(json_object_get(object, "kind"), 1, KIND_MAX, &kind);
    fact->kind = (FactKind)kind;
    const struct {
        const char *name;
        bool fits;
    } fields[] = {
        {"id", read_id(object, fact->id)},
        {"device", read_int(json_object_get(object, "device"), 1, INT64_MAX, &fact->device)},
        {"seq", read_int(json_object_get(object, "seq"), 1, INT64_MAX, &fact->seq)},
        {"kind", has_kind},
        {"rules", read_int32(json_object_get(object, "rules"), INT32_MIN, INT32_MAX,
                             &fact->rules_version)},
        {"utc_ms",
         read_int(json_object_get(object, "utc_ms"), INT64_MIN, INT64_MAX, &fact->utc_ms)},
        {"offset_min", read_int32(json_object_get(object, "offset_min"), -OFFSET_MIN_MAX,
                                  OFFSET_MIN_MAX, &fact->offset_min)},
        {"day", read_day(json_object_get(object, "day"), &fact->day)},
        {"values", read_values(json_object_get(object, "values"), fact->values)},
        {"subject",
         read_text(json_object_get(object, "subject"), fact->subject, sizeof fact->subject)},
        {"text", read_text(json_object_get(object, "text"), fact->text, sizeof fact->text)},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (!fields[i].fits) {
            return fields[i].name;
        }
    }
    return NULL;
}

static Err read_facts(const json_t *array, FactList *facts, const char *path, Diag *diag) {
    for (size_t i = 0; i < json_array_size(array); i++) {
        Fact fact;
        const char *wrong = read_fact(json_array_get(array, i), &fact);
        if (wrong) {
            return diag_set(diag, ERR_FORMAT, path, 0, 0,
                            "Entry %zu of this export has no “%s” that can be used. Nothing was "
                            "changed.",
                            i + 1, wrong);
        }
        if (!fact_list_add(facts, &fact)) {
            return explain(path, ERR_MEMORY, 0, diag);
        }
    }
    return ERR_OK;
}

static Err read_history(const json_t *root, FactList *facts, const char *path, Diag *diag) {
    const char *format = json_string_value(json_object_get(root, "format"));
    const json_t *array = json_object_get(root, "facts");
    int32_t version = 0;
    if (!format || strcmp(format, format_name) != 0 || !json_is_array(array) ||
        !read_int32(json_object_get(root, "version"), 1, INT32_MAX, &version)) {
        return diag_set(diag, ERR_FORMAT, path, 0, 0,
                        "This is neither a file of Tiny Bridges nor one of its exports.");
    }
    if (version > FORMAT_VERSION) {
        return diag_set(diag, ERR_TOO_NEW, path, 0, 0,
                        "A later version of Tiny Bridges wrote this export. Please use that "
                        "version; nothing was changed.");
    }
    return read_facts(array, facts, path, diag);
}

static Err read_bytes(const char *path, char **bytes, size_t *size, Diag *diag) {
    struct stat info;
    FILE *file = fopen(path, "re");
    if (!file || fstat(fileno(file), &info) != 0 || !S_ISREG(info.st_mode)) {
        Err err = folder_explain(path, file ? EINVAL : errno, diag);
        if (file) {
            fclose(file);
        }
        return err;
    }
    Err err = ERR_OK;
    if (info.st_size > FILE_BYTES_MAX) {
        err = diag_set(diag, ERR_FORMAT, path, 0, 0, "This file is too big to be an export.");
    }
    *bytes = err == ERR_OK ? malloc((size_t)info.st_size + 1) : NULL;
    if (err == ERR_OK && !*bytes) {
        err = explain(path, ERR_MEMORY, 0, diag);
    }
    if (err == ERR_OK) {
        *size = fread(*bytes, 1, (size_t)info.st_size, file);
        err = ferror(file) ? folder_explain(path, EIO, diag) : ERR_OK;
    }
    fclose(file);
    return err;
}

Err json_read(const char *path, FactList *facts, Diag *diag) {
    static const char mark[] = "\xef\xbb\xbf"; /* some editors put it first */
    char *bytes = NULL;
    size_t size = 0;
    Err err = read_bytes(path, &bytes, &size, diag);
    if (err == ERR_OK) {
        size_t skipped = size >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0;
        json_error_t error;
        json_t *root =
            json_loadb(bytes + skipped, size - skipped, JSON_REJECT_DUPLICATES, &error);
        err = root ? read_history(root, facts, path, diag)
                   : diag_set(diag, ERR_FORMAT, path, error.line, error.column,
                              "This export can’t be read: %s. Nothing was changed.", error.text);
        json_decref(root);
    }
    free(bytes);
    return err;
}
