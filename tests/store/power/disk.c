/* SPDX-License-Identifier: MIT */
/* A disk that remembers in which order it was written to: what happened. */
#define _GNU_SOURCE /* nftw */
#include "disk_parts.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void *disk_grow(void *items, int count, size_t size) {
    bool is_full = count == 0 || (count >= 64 && (count & (count - 1)) == 0);
    if (!is_full) {
        return items;
    }
    size_t room = count < 64 ? 64 : (size_t)count * 2;
    items = realloc(items, room * size);
    if (!items) {
        abort();
    }
    return items;
}

static char *below(const Disk *disk, const char *path) {
    size_t length = strlen(disk->root);
    bool is_below =
        strncmp(path, disk->root, length) == 0 && (path[length] == '/' || path[length] == '\0');
    return is_below ? strdup(path + length + (path[length] == '/')) : NULL;
}

int disk_names_find(const DiskNames *names, const char *path) {
    for (int i = 0; i < names->count; i++) {
        if (strcmp(names->items[i].path, path) == 0) {
            return i;
        }
    }
    return -1;
}

void disk_names_set(DiskNames *names, const char *path, int file) {
    int at = disk_names_find(names, path);
    if (at < 0) {
        names->items = disk_grow(names->items, names->count, sizeof *names->items);
        at = names->count++;
        names->items[at].path = strdup(path);
    }
    names->items[at].file = file;
}

void disk_names_remove(DiskNames *names, const char *path) {
    int at = disk_names_find(names, path);
    if (at >= 0) {
        free(names->items[at].path);
        names->items[at] = names->items[--names->count];
    }
}

void disk_names_free(DiskNames *names) {
    for (int i = 0; i < names->count; i++) {
        free(names->items[i].path);
    }
    free(names->items);
}

void disk_names_apply(DiskNames *names, const DiskOp *op) {
    switch (op->kind) {
    case OP_RENAME:
        disk_names_remove(names, op->path);
        disk_names_set(names, op->other, op->file);
        break;
    case OP_LINK: disk_names_set(names, op->other, op->file); break;
    case OP_CREATE: disk_names_set(names, op->path, op->file); break;
    case OP_MAKE_FOLDER: disk_names_set(names, op->path, DISK_FOLDER); break;
    case OP_REMOVE: disk_names_remove(names, op->path); break;
    case OP_WRITE:
    case OP_TRUNCATE:
    case OP_SYNC:
    case OP_SYNC_FOLDER: break;
    }
}

static void add(Disk *disk, DiskOp op) {
    disk->ops = disk_grow(disk->ops, disk->count, sizeof *disk->ops);
    disk->ops[disk->count++] = op;
    disk_names_apply(&disk->now, &op);
}

int disk_length(const Disk *disk) {
    return disk->count;
}

int disk_find(const Disk *disk, const char *path) {
    char *name = below(disk, path);
    int at = name ? disk_names_find(&disk->now, name) : -1;
    free(name);
    return at < 0 ? -1 : disk->now.items[at].file;
}

int disk_create(Disk *disk, const char *path) {
    char *name = below(disk, path);
    if (!name) {
        return -1;
    }
    add(disk, (DiskOp){.kind = OP_CREATE, .path = name, .file = disk->files});
    return disk->files++;
}

void disk_write(Disk *disk, int file, const void *bytes, size_t size, int64_t at) {
    if (file >= 0 && size > 0) {
        unsigned char *copy = malloc(size);
        memcpy(copy, bytes, size);
        add(disk, (DiskOp){.kind = OP_WRITE, .file = file, .at = at, .size = size, .bytes = copy});
    }
}

void disk_truncate(Disk *disk, int file, int64_t size) {
    if (file >= 0) {
        add(disk, (DiskOp){.kind = OP_TRUNCATE, .file = file, .at = size});
    }
}

void disk_sync(Disk *disk, int file) {
    if (file >= 0) {
        add(disk, (DiskOp){.kind = OP_SYNC, .file = file});
    }
}

static void add_names(Disk *disk, DiskOpKind kind, const char *from, const char *to) {
    char *path = below(disk, from), *other = to ? below(disk, to) : NULL;
    int at = path ? disk_names_find(&disk->now, path) : -1;
    if (!path || (to && !other)) {
        free(path);
        free(other);
        return;
    }
    int file = at < 0 ? -1 : disk->now.items[at].file;
    add(disk, (DiskOp){.kind = kind, .path = path, .other = other, .file = file});
}

void disk_link(Disk *disk, const char *from, const char *to) {
    add_names(disk, OP_LINK, from, to);
}

void disk_rename(Disk *disk, const char *from, const char *to) {
    add_names(disk, OP_RENAME, from, to);
}

void disk_remove(Disk *disk, const char *path) {
    add_names(disk, OP_REMOVE, path, NULL);
}

void disk_make_folder(Disk *disk, const char *path) {
    add_names(disk, OP_MAKE_FOLDER, path, NULL);
}

void disk_sync_folder(Disk *disk, const char *path) {
    add_names(disk, OP_SYNC_FOLDER, path, NULL);
}

/* --- The start and the end ---------------------------------------------------------------------
 */

static Disk *being_filled; /* nftw takes no context */

static int take_up(const char *path, const struct stat *info, int type, struct FTW *walk) {
    Disk *disk = being_filled;
    char *name = below(disk, path);
    (void)walk;
    if (type == FTW_D && name && name[0]) {
        disk_names_set(&disk->now, name, DISK_FOLDER);
    } else if (type == FTW_F && name) {
        size_t size = (size_t)info->st_size;
        unsigned char *bytes = malloc(size + 1);
        FILE *file = fopen(path, "rb");
        if (!file || fread(bytes, 1, size, file) != size) {
            abort();
        }
        fclose(file);
        disk->first = disk_grow(disk->first, disk->files, sizeof *disk->first);
        disk->first[disk->files] = (DiskBytes){bytes, size};
        disk_names_set(&disk->now, name, disk->files++);
    }
    free(name);
    return 0;
}

Disk *disk_new(const char *root) {
    Disk *disk = calloc(1, sizeof *disk);
    disk->root = strdup(root);
    being_filled = disk;
    if (nftw(root, take_up, 16, FTW_PHYS) != 0) {
        abort();
    }
    disk->first_files = disk->files;
    for (int i = 0; i < disk->now.count; i++) {
        disk_names_set(&disk->before, disk->now.items[i].path, disk->now.items[i].file);
    }
    return disk;
}

void disk_free(Disk *disk) {
    for (int i = 0; i < disk->count; i++) {
        free(disk->ops[i].path);
        free(disk->ops[i].other);
        free(disk->ops[i].bytes);
    }
    for (int i = 0; i < disk->first_files; i++) {
        free(disk->first[i].bytes);
    }
    disk_names_free(&disk->before);
    disk_names_free(&disk->now);
    free(disk->first);
    free(disk->ops);
    free(disk->root);
    free(disk);
}
