/* SPDX-License-Identifier: MIT */
/* Folders with their files, in memory. */
#define _GNU_SOURCE /* nftw */
#include "tree.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ENTRIES_MAX = 64, PATH_BYTES_MAX = 1200 };

typedef struct Entry {
    char *path;  /* below the root, "" for itself */
    char *bytes; /* null: a folder */
    size_t size;
} Entry;

struct Tree {
    Entry entries[ENTRIES_MAX];
    int count;
    bool is_whole;
};

static Tree *reading; /* nftw hands nothing on */
static size_t root_length;

static char *read_bytes(const char *path, size_t size) {
    char *bytes = malloc(size + 1);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool is_read = file >= 0 && bytes && read(file, bytes, size) == (ssize_t)size;
    if (file >= 0) {
        close(file);
    }
    if (!is_read) {
        free(bytes);
        return NULL;
    }
    return bytes;
}

static int add_entry(const char *path, const struct stat *info, int type, struct FTW *walk) {
    (void)walk;
    if (reading->count == ENTRIES_MAX) {
        reading->is_whole = false;
        return 1;
    }
    Entry *entry = &reading->entries[reading->count++];
    entry->path = strdup(path + root_length);
    entry->size = (size_t)info->st_size;
    entry->bytes = type == FTW_F ? read_bytes(path, entry->size) : NULL;
    reading->is_whole &= entry->path && (type == FTW_D || entry->bytes);
    return 0;
}

Tree *tree_read(const char *root) {
    Tree *tree = calloc(1, sizeof *tree);
    reading = tree;
    root_length = strlen(root);
    if (tree) {
        tree->is_whole = true;
        tree->is_whole = nftw(root, add_entry, 8, FTW_PHYS) == 0 && tree->is_whole;
    }
    if (tree && !tree->is_whole) {
        tree_free(tree);
        return NULL;
    }
    return tree;
}

void tree_free(Tree *tree) {
    for (int i = 0; tree && i < tree->count; i++) {
        free(tree->entries[i].path);
        free(tree->entries[i].bytes);
    }
    free(tree);
}

int64_t tree_bytes(const Tree *tree) {
    int64_t bytes = 0;
    for (int i = 0; i < tree->count; i++) {
        bytes += tree->entries[i].bytes ? (int64_t)tree->entries[i].size : 0;
    }
    return bytes;
}

static bool write_file(const char *path, const Entry *entry) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool is_written = file >= 0 && write(file, entry->bytes, entry->size) == (ssize_t)entry->size;
    return file >= 0 && close(file) == 0 && is_written;
}

bool tree_write(const Tree *tree, const char *root) {
    bool is_written = true;
    for (int i = 0; is_written && i < tree->count; i++) {
        char path[PATH_BYTES_MAX];
        snprintf(path, sizeof path, "%s%s", root, tree->entries[i].path);
        is_written =
            tree->entries[i].bytes ? write_file(path, &tree->entries[i]) : mkdir(path, 0700) == 0;
    }
    return is_written;
}

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *walk) {
    (void)info;
    (void)type;
    (void)walk;
    return remove(path);
}

bool tree_remove(const char *root) {
    return nftw(root, remove_entry, 16, FTW_DEPTH | FTW_PHYS) == 0;
}
