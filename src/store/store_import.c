/* SPDX-License-Identifier: MIT */
/* Reading histories that aren't the couple's own file: other files of ours, exports, and the copies
 * that programs make which sync a folder between machines. */
#define _GNU_SOURCE /* O_CLOEXEC */
#include "store_parts.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct Collected {
    FactList *facts;
    bool has_no_memory;
} Collected;

static void collect(void *context, int64_t place, const Fact *fact) {
    (void)place;
    Collected *collected = context;
    collected->has_no_memory |= !fact_list_add(collected->facts, fact);
}

static Err no_memory(const char *path, Diag *diag) {
    return diag_set(diag, ERR_MEMORY, path, 0, 0, "There isn’t enough memory.");
}

/* A sound file through SQLite; of a damaged one what its pages still give. */
static Err read_database(const char *path, FactList *facts, Diag *diag) {
    Connection connection;
    Collected collected = {facts, false};
    int bad = 0;
    Err err = connection_open_to_read(&connection, path, diag);
    if (err == ERR_OK) {
        err = connection_check(connection.db, path, diag);
        err = err ? err : rows_each(connection.db, collect, &collected, &bad, path, diag);
        connection_close(&connection);
    }
    if (err == ERR_FORMAT || err == ERR_IO) { /* another error is none of the file's */
        err = salvage_read(path, collect, &collected, NULL, diag);
    }
    return err == ERR_OK && collected.has_no_memory ? no_memory(path, diag) : err;
}

static bool looks_like_json(const char *path) {
    char start[64] = "";
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t size = file < 0 ? -1 : read(file, start, sizeof start - 1);
    if (file >= 0) {
        close(file);
    }
    return size > 0 && start[strspn(start, "\xef\xbb\xbf \t\r\n")] == '{';
}

static Err refuse_foreign(const char *path, Diag *diag) {
    return diag_set(diag, ERR_FORMAT, path, 0, 0,
                    "This is neither a file of Tiny Bridges nor one of its exports.");
}

Err import_read(const char *path, FactList *facts, Diag *diag) {
    FileState state = FILE_MISSING;
    bool is_ours = false;
    if (looks_like_json(path)) {
        return json_read(path, facts, diag);
    }
    Err err = schema_inspect(path, schema_steps.count, &state, diag);
    if (err == ERR_OK && state == FILE_FOREIGN) { /* or ours, its header damaged */
        err = salvage_finds_any(path, &is_ours, diag);
    }
    if (err != ERR_OK) {
        return err;
    }
    switch (state) {
    case FILE_MISSING: return diag_set(diag, ERR_NOT_FOUND, path, 0, 0, "There is no such file.");
    case FILE_NEWER:
        return diag_set(diag, ERR_TOO_NEW, path, 0, 0,
                        "A later version of Tiny Bridges wrote this file. Please use that version; "
                        "nothing was changed.");
    case FILE_FOREIGN:
        return is_ours ? read_database(path, facts, diag) : refuse_foreign(path, diag);
    case FILE_CUT:
    case FILE_SOUND: break;
    }
    return read_database(path, facts, diag);
}

static void collect_fact(void *context, const Fact *fact) {
    collect(context, 0, fact);
}

static Err take_in(const char *path, void *self, const StoreOps *ops, StoreMerged *merged) {
    FactList ours = {0}, theirs = {0};
    Collected collected = {&ours, false};
    Err err = import_read(path, &theirs, NULL);
    err = err ? err : ops->load(self, collect_fact, &collected, NULL);
    err = err == ERR_OK && collected.has_no_memory ? ERR_MEMORY : err;
    err = err ? err : merge_plan(&ours, &theirs, merged, NULL);
    err = err ? err : ops->insert(self, theirs.items, theirs.count, NULL);
    fact_list_free(&ours);
    fact_list_free(&theirs);
    return err;
}

static void say(Diag *diag, int added, const char *name, const char *path) {
    char before[DIAG_MESSAGE_MAX] = "";
    if (!diag) {
        return;
    }
    if (diag->message[0]) {
        snprintf(before, sizeof before, "%.200s ", diag->message);
    }
    diag_set(diag, ERR_OK, path, 0, 0,
             "%sA second file of your evenings lay beside the first. %d of its entries were new "
             "and are in use; it is kept as %s.",
             before, added, name);
}

/* One that can't be read, or is from a later version, stays as it is. */
static void take_copy(const char *folder, const char *copy, void *self, const StoreOps *ops,
                      Diag *diag) {
    char path[STORE_PATH_MAX], aside[STORE_PATH_MAX], name[32];
    StoreMerged merged = {0};
    if (!folder_join(path, folder, copy) || !folder_free_name(folder, "merged", name, aside) ||
        take_in(path, self, ops, &merged) != ERR_OK) {
        return;
    }
    if (rename(path, aside) == 0) {
        say(diag, merged.added, name, path);
        (void)folder_sync(folder, NULL);
    }
}

/* Names first: the folder changes while they are taken in. */
void import_copies_beside(const char *folder, void *self, const StoreOps *ops, Diag *diag) {
    enum { COPIES_MAX = 16 };
    char names[COPIES_MAX][256];
    int count = 0;
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && count < COPIES_MAX && (entry = readdir(dir)) != NULL) {
        if (folder_is_copy(entry->d_name)) {
            snprintf(names[count++], sizeof names[0], "%s", entry->d_name);
        }
    }
    if (dir) {
        closedir(dir);
    }
    for (int i = 0; i < count; i++) {
        take_copy(folder, names[i], self, ops, diag);
    }
}
