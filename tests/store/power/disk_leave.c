/* SPDX-License-Identifier: MIT */
/* What a loss of power leaves of what was written. */
#define _GNU_SOURCE /* memrchr */
#include "disk_parts.h"

#include "random.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SECTOR = 512, PATH_ROOM = 2048 };

typedef struct Image {
    const Disk *disk;
    int point;
    DiskLoss loss;
    uint64_t seed;
    Random random;
    bool *is_synced; /* each operation */
    DiskNames names;
    DiskBytes *files;
} Image;

static bool is_of_data(const DiskOp *op) {
    return op->kind == OP_WRITE || op->kind == OP_TRUNCATE;
}

static bool is_of_names(const DiskOp *op) {
    return op->kind != OP_SYNC && op->kind != OP_SYNC_FOLDER && !is_of_data(op);
}

/* Both names of a move lie in one folder. */
static bool lies_in(const char *path, const char *folder) {
    const char *slash = memrchr(path, '/', strlen(path));
    size_t length = slash ? (size_t)(slash - path) : 0;
    return strlen(folder) == length && strncmp(path, folder, length) == 0;
}

static bool is_made_sure_by(const DiskOp *op, const DiskOp *later) {
    return is_of_data(op) ? later->kind == OP_SYNC && later->file == op->file
                          : later->kind == OP_SYNC_FOLDER && lies_in(op->path, later->path);
}

void disk_settle(Disk *disk) {
    for (int i = 0; i < disk->count; i++) {
        DiskOp *op = &disk->ops[i];
        bool matters = is_of_data(op) || is_of_names(op);
        op->sure_at = INT_MAX;
        for (int j = i + 1; matters && op->sure_at == INT_MAX && j < disk->count; j++) {
            op->sure_at = is_made_sure_by(op, &disk->ops[j]) ? j : INT_MAX;
        }
    }
}

static void find_synced(Image *image) {
    for (int i = 0; i < image->point; i++) {
        image->is_synced[i] = image->disk->ops[i].sure_at < image->point;
    }
}

static void resize(DiskBytes *file, size_t size) {
    if (size > file->size) {
        file->bytes = realloc(file->bytes, size);
        if (!file->bytes) {
            abort();
        }
        memset(file->bytes + file->size, 0, size - file->size);
    }
    file->size = size;
}

static void apply_data(Image *image, const DiskOp *op, size_t size) {
    DiskBytes *file = &image->files[op->file];
    if (op->kind == OP_TRUNCATE) {
        resize(file, (size_t)op->at);
        return;
    }
    size_t end = (size_t)op->at + size;
    if (size > 0 && end > file->size) {
        resize(file, end);
    }
    if (size > 0) {
        memcpy(file->bytes + op->at, op->bytes, size);
    }
}

/* Whole sectors up to one, and that one half new, or zeros, or noise, as far as it was written. */
static void apply_torn(Image *image, const DiskOp *op) {
    int64_t end = op->at + (int64_t)op->size;
    int64_t first = op->at / SECTOR, sectors = (end - 1) / SECTOR - first + 1;
    int64_t cut = (first + random_below(&image->random, (int)sectors)) * SECTOR;
    int64_t from = cut < op->at ? op->at : cut;
    int64_t to = cut + SECTOR < end ? cut + SECTOR : end;
    int how = random_below(&image->random, 3);
    apply_data(image, op, (size_t)((how == 0 ? from + (to - from) / 2 : to) - op->at));
    unsigned char *bytes = image->files[op->file].bytes;
    for (int64_t i = from; how > 0 && i < to; i++) {
        bytes[i] = how == 1 ? 0 : (unsigned char)random_next(&image->random);
    }
}

/* Which of the operations that weren't synced came to the disk. */
static bool *choose(Image *image) {
    bool *is_kept = calloc((size_t)image->point + 1, sizeof *is_kept);
    int open_names = 0;
    for (int i = 0; i < image->point; i++) {
        open_names += is_of_names(&image->disk->ops[i]) && !image->is_synced[i];
    }
    int names_left = random_below(&image->random, open_names + 1);
    int chance = 1 + random_below(&image->random, 3);
    for (int i = 0; i < image->point; i++) {
        bool chosen = random_below(&image->random, 4) < chance;
        if (is_of_names(&image->disk->ops[i]) && image->loss != DISK_REORDERED &&
            !image->is_synced[i]) {
            chosen = names_left-- > 0;
        }
        is_kept[i] = image->is_synced[i] || (image->seed < 2 ? image->seed == 1 : chosen);
    }
    return is_kept;
}

static void apply_names(Image *image, const bool *is_kept) {
    const Disk *disk = image->disk;
    for (int i = 0; i < disk->before.count; i++) {
        disk_names_set(&image->names, disk->before.items[i].path, disk->before.items[i].file);
    }
    for (int i = 0; i < image->point; i++) {
        if (is_kept[i]) {
            disk_names_apply(&image->names, &disk->ops[i]);
        }
    }
}

static int *order_of(Image *image) {
    int *order = malloc(((size_t)image->point + 1) * sizeof *order);
    for (int i = 0; i < image->point; i++) {
        order[i] = i;
    }
    for (int i = image->point - 1; image->loss == DISK_REORDERED && i > 0; i--) {
        int j = random_below(&image->random, i + 1), kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
    return order;
}

/* The last write of those that are open, or any of them. */
static int choose_torn(Image *image) {
    int torn = -1, open = 0;
    for (int i = 0; image->loss == DISK_TORN && i < image->point; i++) {
        if (image->disk->ops[i].kind == OP_WRITE && !image->is_synced[i]) {
            open++;
            torn = random_below(&image->random, open) == 0 ? i : torn;
        }
    }
    return torn;
}

/* What is synced comes first: nothing that was open before can undo it. */
static void apply_all_data(Image *image, const bool *is_kept) {
    const DiskOp *ops = image->disk->ops;
    int *order = order_of(image);
    int torn = choose_torn(image);
    for (int i = 0; i < image->point; i++) {
        if (is_of_data(&ops[i]) && image->is_synced[i]) {
            apply_data(image, &ops[i], ops[i].size);
        }
    }
    for (int i = 0; i < image->point; i++) {
        const DiskOp *op = &ops[order[i]];
        bool is_open = is_of_data(op) && !image->is_synced[order[i]];
        if (is_open && order[i] == torn) {
            apply_torn(image, op);
        } else if (is_open && is_kept[order[i]]) {
            apply_data(image, op, op->size);
        }
    }
    free(order);
}

static bool is_reachable(const DiskNames *names, const char *path) {
    char above[PATH_ROOM];
    const char *slash = memrchr(path, '/', strlen(path));
    if (!slash) {
        return true;
    }
    snprintf(above, sizeof above, "%.*s", (int)(slash - path), path);
    int at = disk_names_find(names, above);
    return at >= 0 && names->items[at].file == DISK_FOLDER && is_reachable(names, above);
}

static void write_out(const char *path, const DiskBytes *file) {
    FILE *out = fopen(path, "wb");
    if (!out || (file->size > 0 && fwrite(file->bytes, 1, file->size, out) != file->size) ||
        fclose(out) != 0) {
        abort();
    }
}

static int by_path(const void *a, const void *b) {
    const DiskName *left = a, *right = b;
    return strcmp(left->path, right->path);
}

static void write_image(Image *image, const char *root) {
    DiskNames *names = &image->names;
    char path[PATH_ROOM];
    if (names->count > 0) { /* folders before what is in them */
        qsort(names->items, (size_t)names->count, sizeof *names->items, by_path);
    }
    for (int i = 0; i < names->count; i++) {
        const DiskName *name = &names->items[i];
        snprintf(path, sizeof path, "%s/%s", root, name->path);
        if (!is_reachable(names, name->path)) {
            continue;
        }
        if (name->file >= 0) {
            write_out(path, &image->files[name->file]);
        } else if (name->file == DISK_FOLDER && mkdir(path, 0700) != 0) {
            abort();
        }
    }
}

static void copy_first(Image *image) {
    const Disk *disk = image->disk;
    image->files = calloc((size_t)disk->files + 1, sizeof *image->files);
    for (int i = 0; i < disk->first_files; i++) {
        resize(&image->files[i], disk->first[i].size);
        if (disk->first[i].size > 0) {
            memcpy(image->files[i].bytes, disk->first[i].bytes, disk->first[i].size);
        }
    }
}

void disk_leave(const Disk *disk, int point, DiskLoss loss, uint64_t seed, const char *root) {
    Image image = {.disk = disk, .point = point, .loss = loss, .seed = seed};
    image.random.state = seed * UINT64_C(1000003) + (uint64_t)point * 31 + (uint64_t)loss;
    image.is_synced = calloc((size_t)point + 1, sizeof *image.is_synced);
    find_synced(&image);
    copy_first(&image);
    bool *is_kept = choose(&image);
    apply_names(&image, is_kept);
    apply_all_data(&image, is_kept);
    write_image(&image, root);
    for (int i = 0; i < disk->files; i++) {
        free(image.files[i].bytes);
    }
    disk_names_free(&image.names);
    free(image.files);
    free(image.is_synced);
    free(is_kept);
}
