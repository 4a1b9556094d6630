/* SPDX-License-Identifier: MIT */
/* What lies beside the couple's file for SQLite to play back, and whether it belongs to it.
 *
 * SQLite goes by the name alone. A program that syncs folders, or a copy made at the wrong moment,
 * can leave the journal of another day there: played back, it would take evenings away. */
#define _GNU_SOURCE /* O_CLOEXEC */
#include "store_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* https://www.sqlite.org/fileformat2.html, "The Rollback Journal". */
enum { HEADER = 28, PAGE_MIN = 512, PAGE_MAX = 65536, SECTOR_MAX = 65536, NUMBER = 4 };

static const unsigned char magic[8] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};

typedef struct Segment {
    off_t at; /* of its first record */
    uint32_t records, nonce;
    uint32_t pages;     /* of the file before the transaction */
    off_t page, sector; /* sizes */
} Segment;

uint32_t journal_number(const unsigned char *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
           (uint32_t)bytes[3];
}

static bool is_size(off_t size, off_t least, off_t most) {
    return size >= least && size <= most && (size & (size - 1)) == 0;
}

static bool read_segment(int file, off_t at, off_t end, Segment *segment) {
    unsigned char header[HEADER];
    if (pread(file, header, HEADER, at) != HEADER || memcmp(header, magic, sizeof magic) != 0) {
        return false;
    }
    segment->records = journal_number(header + 8);
    segment->nonce = journal_number(header + 12);
    segment->pages = journal_number(header + 16);
    segment->sector = (off_t)journal_number(header + 20);
    segment->page = (off_t)journal_number(header + 24);
    if (!is_size(segment->sector, 32, SECTOR_MAX) || !is_size(segment->page, PAGE_MIN, PAGE_MAX)) {
        return false;
    }
    segment->at = at + segment->sector;
    off_t room = end > segment->at ? (end - segment->at) / (segment->page + 2 * NUMBER) : 0;
    if ((off_t)segment->records > room) { /* all ones: as many as there are */
        segment->records = (uint32_t)room;
    }
    return true;
}

/* The sum is of every 200th byte, from behind. */
static bool is_whole(const Segment *segment, const unsigned char *record) {
    const unsigned char *page = record + NUMBER;
    uint32_t sum = segment->nonce;
    for (off_t i = segment->page - 200; i > 0; i -= 200) {
        sum += page[i];
    }
    return sum == journal_number(page + segment->page);
}

/* On the stack: with no memory the start would have to take the file for damaged. */
static bool find_in_segment(int file, const Segment *segment, unsigned char *header, size_t size) {
    unsigned char record[PAGE_MAX + 2 * NUMBER];
    off_t stride = segment->page + 2 * NUMBER;
    bool found = false;
    for (uint32_t i = 0; !found && i < segment->records; i++) {
        off_t at = segment->at + (off_t)i * stride;
        found = pread(file, record, (size_t)stride, at) == (ssize_t)stride &&
                journal_number(record) == 1 && is_whole(segment, record);
    }
    if (found) {
        memcpy(header, record + NUMBER, size);
    }
    return found;
}

/* `pages`: how many the file had when the journal was begun, 0 if SQLite wouldn't play it back. */
static Err look_into(const char *path, unsigned char *header, size_t size, bool *found,
                     uint32_t *pages, Diag *diag) {
    char journal[STORE_PATH_MAX];
    *found = false;
    *pages = 0;
    if (!folder_beside(journal, path, "-journal")) {
        return folder_explain(path, ENAMETOOLONG, diag);
    }
    int file = open(journal, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return errno == ENOENT ? ERR_OK : folder_explain(journal, errno, diag);
    }
    Segment segment;
    off_t end = lseek(file, 0, SEEK_END), at = 0;
    errno = 0; /* a read that fails is not one that ends early */
    while (!*found && read_segment(file, at, end, &segment)) {
        *found = find_in_segment(file, &segment, header, size);
        *pages = at == 0 && segment.records > 0 ? segment.pages : *pages;
        off_t after = segment.at + (off_t)segment.records * (segment.page + 2 * NUMBER);
        at = (after + segment.sector - 1) / segment.sector * segment.sector;
    }
    int why = errno;
    close(file);
    return !*found && why ? folder_explain(journal, why, diag) : ERR_OK;
}

Err journal_first_page(const char *path, unsigned char *header, size_t size, bool *found,
                       Diag *diag) {
    uint32_t pages;
    return look_into(path, header, size, found, &pages, diag);
}

/* SQLite counts its transactions in the first page, twice. A journal that belongs to the file keeps
 * the count of before, so the file stands there still, or one further. Without that page in it, the
 * transaction had not come to it yet, and the file says still how many pages it had. Two counts
 * that differ are a page that was being written: nothing can be said, and SQLite is to mend it. */
static bool is_strange(const unsigned char *file, const unsigned char *journal, uint32_t pages) {
    enum { COUNT = 24, COUNT_AGAIN = 92, PAGES = 28 };
    uint32_t now = journal_number(file + COUNT);
    if (now != journal_number(file + COUNT_AGAIN)) {
        return false;
    }
    if (!journal) {
        return pages > 0 && pages != journal_number(file + PAGES);
    }
    uint32_t then = journal_number(journal + COUNT);
    return now != then && now != then + 1;
}

static Err set_aside(const char *folder, const char *path, const char *ending, Diag *diag) {
    char beside[STORE_PATH_MAX], aside[STORE_PATH_MAX], name[32];
    snprintf(name, sizeof name, "strange-1.db%s", ending);
    if (!folder_beside(beside, path, ending) || !folder_join(aside, folder, name)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    if (rename(beside, aside) != 0) {
        return errno == ENOENT ? ERR_OK : folder_explain(beside, errno, diag);
    }
    return folder_sync(folder, diag);
}

static bool read_header(const char *path, unsigned char header[SCHEMA_HEADER_BYTES]) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t size = file < 0 ? -1 : pread(file, header, SCHEMA_HEADER_BYTES, 0);
    if (file >= 0) {
        close(file);
    }
    return size == SCHEMA_HEADER_BYTES && memcmp(header, schema_magic, sizeof schema_magic) == 0;
}

Err journal_set_strange_aside(const char *folder, const char *path, Diag *diag) {
    enum { WRITTEN_AS = 18, READ_AS = 19, WITHOUT_LOG = 1 };
    unsigned char file[SCHEMA_HEADER_BYTES], journal[SCHEMA_HEADER_BYTES];
    bool found = false;
    uint32_t pages;
    if (!read_header(path, file)) {
        return ERR_OK;
    }
    Err err = ERR_OK;
    if (file[WRITTEN_AS] == WITHOUT_LOG && file[READ_AS] == WITHOUT_LOG) {
        err = set_aside(folder, path, "-wal", diag);
    }
    err = err ? err : look_into(path, journal, sizeof journal, &found, &pages, diag);
    return err == ERR_OK && is_strange(file, found ? journal : NULL, pages)
               ? set_aside(folder, path, "-journal", diag)
               : err;
}
