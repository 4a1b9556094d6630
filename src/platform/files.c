/* SPDX-License-Identifier: MIT */
/* Folders and whole files. Asks the environment for HOME and XDG_DATA_HOME, and nothing else. */
#define _GNU_SOURCE /* scandir, versions of stat */
#include "files.h"

#include "hash.h"

#include <SDL.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WALK_DEPTH_MAX = 4 };

static Err err_of_errno(void) {
    switch (errno) {
    case ENOENT:
    case ENOTDIR: return ERR_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS: return ERR_DENIED;
    case ENOSPC:
    case EDQUOT: return ERR_FULL;
    case ENOMEM: return ERR_MEMORY;
    default: return ERR_IO;
    }
}

static Err fail(Diag *diag, const char *path, const char *what) {
    Err err = err_of_errno();
    return diag_set(diag, err, path, 0, 0, "%s: %s", what, strerror(errno));
}

Err files_join(const char *dir, const char *name, char out[FILES_PATH_MAX], Diag *diag) {
    int length = snprintf(out, FILES_PATH_MAX, "%s/%s", dir, name);
    if (length < 0 || length >= FILES_PATH_MAX) {
        return diag_set(diag, ERR_FULL, dir, 0, 0, "the path is longer than %d bytes",
                        FILES_PATH_MAX - 1);
    }
    return ERR_OK;
}

/* XDG Base Directory Specification: a path that isn't absolute is as good as none. */
static const char *absolute_from_env(const char *name) {
    const char *value = getenv(name);
    return value && value[0] == '/' ? value : NULL;
}

Err files_data_dir(const char *chosen, char out[FILES_PATH_MAX], Diag *diag) {
    if (chosen) {
        snprintf(out, FILES_PATH_MAX, "%s", chosen);
        return strlen(chosen) < FILES_PATH_MAX
                   ? ERR_OK
                   : diag_set(diag, ERR_FULL, NULL, 0, 0, "--data-dir: the path is too long");
    }
    const char *data_home = absolute_from_env("XDG_DATA_HOME");
    if (data_home) {
        return files_join(data_home, "tiny-bridges", out, diag);
    }
    const char *home = absolute_from_env("HOME");
    if (home) {
        return files_join(home, ".local/share/tiny-bridges", out, diag);
    }
    return diag_set(diag, ERR_NOT_FOUND, NULL, 0, 0,
                    "There is no home folder to keep your evenings in: HOME is not set. "
                    "Start with --data-dir FOLDER.");
}

static bool is_dir(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

Err files_documents_dir(char out[FILES_PATH_MAX]) {
    const char *documents = absolute_from_env("XDG_DOCUMENTS_DIR");
    const char *home = absolute_from_env("HOME");
    if (documents && is_dir(documents) && strlen(documents) < FILES_PATH_MAX) {
        snprintf(out, FILES_PATH_MAX, "%s", documents);
        return ERR_OK;
    }
    if (home && files_join(home, "Documents", out, NULL) == ERR_OK && is_dir(out)) {
        return ERR_OK;
    }
    if (!home || strlen(home) >= FILES_PATH_MAX || !is_dir(home)) {
        return ERR_NOT_FOUND;
    }
    snprintf(out, FILES_PATH_MAX, "%s", home);
    return ERR_OK;
}

Err files_make_dir(const char *path, Diag *diag) {
    char part[FILES_PATH_MAX];
    if (strlen(path) >= sizeof part) {
        return diag_set(diag, ERR_FULL, NULL, 0, 0, "the path is longer than %d bytes",
                        FILES_PATH_MAX - 1);
    }
    for (size_t i = 1; i <= strlen(path); i++) {
        if (path[i] != '/' && path[i] != '\0') {
            continue;
        }
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, 0700) != 0 && !is_dir(part)) {
            return fail(diag, part, "the folder cannot be made");
        }
    }
    return ERR_OK;
}

Err files_resource_dir(const char *built_from, const char *name, char out[FILES_PATH_MAX],
                       Diag *diag) {
    if (is_dir(built_from)) {
        snprintf(out, FILES_PATH_MAX, "%s", built_from);
        return ERR_OK;
    }
    char *base = SDL_GetBasePath();
    int length =
        snprintf(out, FILES_PATH_MAX, "%s../share/tiny-bridges/%s", base ? base : "./", name);
    SDL_free(base);
    if (length < FILES_PATH_MAX && is_dir(out)) {
        return ERR_OK;
    }
    return diag_set(diag, ERR_NOT_FOUND, NULL, 0, 0,
                    "The game's folder “%s” is missing: looked for %s and for %s.", name,
                    built_from, out);
}

bool files_exists(const char *path) {
    return access(path, F_OK) == 0;
}

static Err read_open_file(FILE *file, const char *path, size_t max_bytes, char **bytes,
                          size_t *size, Diag *diag) {
    struct stat info;
    if (fstat(fileno(file), &info) != 0) {
        return fail(diag, path, "cannot be read");
    }
    if (!S_ISREG(info.st_mode) || (uint64_t)info.st_size > max_bytes) {
        return diag_set(diag, ERR_FORMAT, path, 0, 0, "expected a file of at most %zu bytes",
                        max_bytes);
    }
    size_t wanted = (size_t)info.st_size;
    char *made = malloc(wanted + 1);
    if (!made) {
        return diag_set(diag, ERR_MEMORY, path, 0, 0, "there is not enough memory to read it");
    }
    size_t got = fread(made, 1, wanted, file);
    if (got != wanted) {
        free(made);
        return diag_set(diag, ERR_IO, path, 0, 0, "only %zu of %zu bytes could be read", got,
                        wanted);
    }
    made[got] = '\0';
    *bytes = made;
    *size = got;
    return ERR_OK;
}

Err files_read(const char *path, size_t max_bytes, char **bytes, size_t *size, Diag *diag) {
    *bytes = NULL;
    *size = 0;
    FILE *file = fopen(path, "rbe");
    if (!file) {
        return fail(diag, path, "cannot be opened");
    }
    Err err = read_open_file(file, path, max_bytes, bytes, size, diag);
    fclose(file);
    return err;
}

static bool write_all(int file, const char *bytes, size_t size) {
    while (size > 0) {
        ssize_t written = write(file, bytes, size);
        if (written < 0 && errno != EINTR) {
            return false;
        }
        if (written > 0) {
            bytes += written;
            size -= (size_t)written;
        }
    }
    return fsync(file) == 0;
}

Err files_write(const char *path, const char *bytes, size_t size, Diag *diag) {
    char beside[FILES_PATH_MAX];
    if (snprintf(beside, sizeof beside, "%s.new", path) >= (int)sizeof beside) {
        return diag_set(diag, ERR_FULL, path, 0, 0, "the path is too long");
    }
    int file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        return fail(diag, path, "cannot be written");
    }
    bool is_written = write_all(file, bytes, size);
    int why = errno;
    close(file);
    if (!is_written || rename(beside, path) != 0) {
        errno = is_written ? errno : why;
        Err err = fail(diag, path, "cannot be written");
        unlink(beside);
        return err;
    }
    return ERR_OK;
}

static bool ends_in(const char *name, const char *suffix) {
    size_t length = strlen(name), tail = strlen(suffix);
    return length >= tail && memcmp(name + length - tail, suffix, tail) == 0;
}

static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* Returns false when the visitor has seen enough; problems further down are passed over. */
static bool walk(const char *dir, const char *suffix, int depth, FilesVisit visit, void *context) {
    struct dirent **entries = NULL;
    int count = scandir(dir, &entries, NULL, by_name);
    bool goes_on = true;
    for (int i = 0; i < count; i++) {
        char path[FILES_PATH_MAX];
        const char *name = entries[i]->d_name;
        if (goes_on && name[0] != '.' && files_join(dir, name, path, NULL) == ERR_OK) {
            if (is_dir(path)) {
                goes_on = depth >= WALK_DEPTH_MAX || walk(path, suffix, depth + 1, visit, context);
            } else if (ends_in(name, suffix)) {
                goes_on = visit(context, path);
            }
        }
        free(entries[i]);
    }
    free(entries);
    return goes_on;
}

static bool is_plain_file(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

void files_list(const char *dir, const char *start, FilesVisit visit, void *context) {
    struct dirent **entries = NULL;
    int count = scandir(dir, &entries, NULL, by_name);
    bool goes_on = true;
    for (int i = 0; i < count; i++) {
        char path[FILES_PATH_MAX];
        const char *name = entries[i]->d_name;
        if (goes_on && strncmp(name, start, strlen(start)) == 0 &&
            files_join(dir, name, path, NULL) == ERR_OK && is_plain_file(path)) {
            goes_on = visit(context, path);
        }
        free(entries[i]);
    }
    free(entries);
}

Err files_walk(const char *dir, const char *suffix, FilesVisit visit, void *context, Diag *diag) {
    if (!is_dir(dir)) {
        return diag_set(diag, ERR_NOT_FOUND, dir, 0, 0, "there is no such folder");
    }
    walk(dir, suffix, 1, visit, context);
    return ERR_OK;
}

static bool stamp_file(void *context, const char *path) {
    uint64_t *stamp = context;
    struct stat info;
    if (stat(path, &info) == 0) {
        *stamp = hash_text(*stamp, path);
        *stamp = hash_u64(*stamp, (uint64_t)info.st_size);
        *stamp = hash_u64(*stamp, (uint64_t)info.st_mtim.tv_sec);
        *stamp = hash_u64(*stamp, (uint64_t)info.st_mtim.tv_nsec);
    }
    return true;
}

uint64_t files_stamp(const char *dir, const char *suffix) {
    uint64_t stamp = HASH_START;
    files_walk(dir, suffix, stamp_file, &stamp, NULL);
    return stamp;
}
