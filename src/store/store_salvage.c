/* SPDX-License-Identifier: MIT */
/* Reads facts out of the raw pages of a damaged file: no index, no schema, no tree is needed.
 *
 * The format is https://www.sqlite.org/fileformat2.html. Every byte is doubted: nothing is followed
 * out of its page, and a row that isn't plainly a fact is left out. Rows never spill over to a
 * second page: the longest fact is shorter than the smallest page. A fact may be given twice. */
#define _GNU_SOURCE /* O_CLOEXEC */
#include "store_parts.h"

#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    FILE_HEADER = 100,
    PAGE_HEADER = 8,
    PAGE_LEAF_OF_TABLE = 0x0d,
    PAGE_SIZE_MIN = 512,
    PAGE_SIZE_MAX = 65536,
    PAGE_SIZE_USUAL = 4096,
    COLUMNS = 17, /* as in store_schema.c; from schema 2 on the sum follows */
    KIND_MAX = 0xffff
};

typedef struct Bytes {
    const unsigned char *at, *end;
    bool is_bad; /* something ran over the end */
} Bytes;

static uint64_t take_varint(Bytes *bytes) {
    uint64_t value = 0;
    for (int i = 0; i < 9; i++) {
        if (bytes->at >= bytes->end) {
            bytes->is_bad = true;
            return 0;
        }
        unsigned char byte = *bytes->at++;
        if (i == 8) {
            return value << 8 | byte;
        }
        value = value << 7 | (byte & 0x7f);
        if (!(byte & 0x80)) {
            break;
        }
    }
    return value;
}

static int int_size(uint64_t type) {
    static const int sizes[] = {0, 1, 2, 3, 4, 6, 8};
    return type < 7 ? sizes[type] : 0;
}

static int64_t take_int(Bytes *bytes, uint64_t type) {
    if (type == 8 || type == 9) {
        return type == 9;
    }
    int size = int_size(type);
    if (size == 0 || bytes->end - bytes->at < size) {
        bytes->is_bad = true;
        return 0;
    }
    uint64_t value = bytes->at[0] & 0x80 ? UINT64_MAX : 0;
    for (int i = 0; i < size; i++) {
        value = value << 8 | *bytes->at++;
    }
    return (int64_t)value;
}

static int32_t take_int32(Bytes *bytes, uint64_t type) {
    int64_t value = take_int(bytes, type);
    if (value < INT32_MIN || value > INT32_MAX) {
        bytes->is_bad = true;
        return 0;
    }
    return (int32_t)value;
}

/* Type 12 and up: even a blob of (type - 12) / 2 bytes, odd a text of (type - 13) / 2. */
static const unsigned char *take_bytes(Bytes *bytes, uint64_t type, bool is_text, size_t *size) {
    uint64_t wanted = is_text ? (type - 13) / 2 : (type - 12) / 2;
    if (type < 12 || (type & 1) != (is_text ? 1 : 0) ||
        wanted > (uint64_t)(bytes->end - bytes->at)) {
        bytes->is_bad = true;
        return NULL;
    }
    const unsigned char *start = bytes->at;
    bytes->at += wanted;
    *size = (size_t)wanted;
    return start;
}

static void take_text(Bytes *bytes, uint64_t type, char *out, size_t out_size) {
    size_t size = 0;
    const unsigned char *text = take_bytes(bytes, type, true, &size);
    if (!text || size >= out_size || memchr(text, 0, size) ||
        !text_is_utf8((const char *)text, size)) {
        bytes->is_bad = true;
        return;
    }
    memcpy(out, text, size);
    out[size] = '\0';
}

static void take_id(Bytes *bytes, uint64_t type, uint8_t id[16]) {
    size_t size = 0;
    const unsigned char *blob = take_bytes(bytes, type, false, &size);
    if (!blob || size != 16) {
        bytes->is_bad = true;
        return;
    }
    memcpy(id, blob, 16);
}

/* A record: the length of its header, a type for each column, then the columns. */
static bool take_types(Bytes *record, uint64_t types[COLUMNS + 1], bool *has_sum) {
    Bytes header = *record;
    uint64_t length = take_varint(&header);
    if (header.is_bad || length > (uint64_t)(record->end - record->at)) {
        return false;
    }
    header.end = record->at + length;
    int count = 0;
    while (!header.is_bad && header.at < header.end && count <= COLUMNS) {
        types[count++] = take_varint(&header);
    }
    bool fits = !header.is_bad && header.at == header.end && count >= COLUMNS;
    *has_sum = count > COLUMNS;
    record->at = header.end;
    return fits;
}

static bool read_record(Bytes *record, Fact *fact, bool *has_sum) {
    uint64_t types[COLUMNS + 1];
    /* place is the row's number, stored apart */
    if (!take_types(record, types, has_sum) || types[0] != 0) {
        return false;
    }
    memset(fact, 0, sizeof *fact);
    take_id(record, types[1], fact->id);
    fact->device = take_int(record, types[2]);
    fact->seq = take_int(record, types[3]);
    int32_t kind = take_int32(record, types[4]);
    fact->rules_version = take_int32(record, types[5]);
    fact->utc_ms = take_int(record, types[6]);
    fact->offset_min = take_int32(record, types[7]);
    fact->day = take_int32(record, types[8]);
    for (int i = 0; i < FACT_VALUES; i++) {
        fact->values[i] = take_int32(record, types[9 + i]);
    }
    take_text(record, types[15], fact->subject, sizeof fact->subject);
    take_text(record, types[16], fact->text, sizeof fact->text);
    fact->kind = (FactKind)kind;
    if (*has_sum && take_int(record, types[COLUMNS]) != sum_of_fact(fact)) {
        return false;
    }
    /* Nothing may be left over: a header that lost its last column would be read shifted. */
    return !record->is_bad && record->at == record->end && kind >= 1 && kind <= KIND_MAX &&
           fact->seq >= 1 && fact->device != 0 && !rows_id_is_zero(fact->id);
}

typedef struct Salvage {
    bool wants_sums; /* facts with a sum, or those without */
    RowEach each;
    void *context;
    int found;
} Salvage;

static void read_cell(Bytes cell, Salvage *salvage) {
    uint64_t length = take_varint(&cell);
    int64_t place = (int64_t)take_varint(&cell);
    if (cell.is_bad || place < 1 || length > (uint64_t)(cell.end - cell.at)) {
        return;
    }
    cell.end = cell.at + length;
    Fact fact;
    bool has_sum = false;
    if (read_record(&cell, &fact, &has_sum) && has_sum == salvage->wants_sums) {
        salvage->each(salvage->context, place, &fact);
        salvage->found++;
    }
}

static void read_page(const unsigned char *page, size_t size, size_t header, Salvage *salvage) {
    if (size < header + PAGE_HEADER || page[header] != PAGE_LEAF_OF_TABLE) {
        return;
    }
    size_t count = (size_t)page[header + 3] << 8 | page[header + 4];
    size_t first = header + PAGE_HEADER;
    for (size_t i = 0; i < count && first + 2 * i + 2 <= size; i++) {
        size_t at = (size_t)page[first + 2 * i] << 8 | page[first + 2 * i + 1];
        if (at < size) {
            read_cell((Bytes){page + at, page + size, false}, salvage);
        }
    }
}

/* A sector that can't be read, asked for twice, costs its page, not the rest. */
static bool next_page(int file, unsigned char *page, size_t size, off_t at, int *unread) {
    memset(page, 0, size);
    ssize_t got = pread(file, page, size, at);
    got = got < 0 ? pread(file, page, size, at) : got;
    if (got < 0 && at + (off_t)size <= lseek(file, 0, SEEK_END)) {
        (*unread)++;
        return true;
    }
    return got > 0;
}

/* False if most of them can't be read. */
static bool read_pages(int file, unsigned char *page, size_t size, Salvage *salvage) {
    int pages = 0, unread = 0;
    for (off_t at = 0; next_page(file, page, size, at, &unread); at += (off_t)size) {
        read_page(page, size, at == 0 ? FILE_HEADER : 0, salvage);
        pages++;
    }
    return unread <= pages / 2;
}

/* The header's page size may be what is damaged. A sum fits nothing but a fact, whatever size its
 * page is taken for; without sums only the usual one is tried. */
static Err read_file(const char *path, Salvage *salvage, Diag *diag) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return folder_explain(path, errno, diag);
    }
    unsigned char *page = malloc(PAGE_SIZE_MAX);
    if (!page) {
        close(file);
        return diag_set(diag, ERR_MEMORY, path, 0, 0, "There isn’t enough memory.");
    }
    bool is_failing = false;
    for (size_t size = PAGE_SIZE_MIN; size <= PAGE_SIZE_MAX && !is_failing; size *= 2) {
        if (salvage->wants_sums || size == PAGE_SIZE_USUAL) {
            is_failing = !read_pages(file, page, size, salvage);
        }
    }
    free(page);
    close(file);
    return is_failing ? folder_explain(path, EIO, diag) : ERR_OK;
}

Err salvage_read(const char *path, RowEach each, void *context, bool *has_sums, Diag *diag) {
    Salvage salvage = {.wants_sums = true, .each = each, .context = context};
    Err err = read_file(path, &salvage, diag);
    if (has_sums) {
        *has_sums = salvage.found > 0;
    }
    if (err == ERR_OK && salvage.found == 0) {
        salvage.wants_sums = false;
        err = read_file(path, &salvage, diag);
    }
    return err;
}

static void pass_over(void *context, int64_t place, const Fact *fact) {
    (void)place;
    (void)fact;
    *(bool *)context = true;
}

Err salvage_finds_any(const char *path, bool *found, Diag *diag) {
    *found = false;
    return salvage_read(path, pass_over, found, NULL, diag);
}
