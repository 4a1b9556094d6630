/* SPDX-License-Identifier: MIT */
/* The couple's folder: its paths, who may read it, and the lock against a second copy. */
#define _GNU_SOURCE /* flock, realpath, O_CLOEXEC */
#include "store_parts.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static const char lock_name[] = "tiny-bridges.lock";

bool folder_join(char out[STORE_PATH_MAX], const char *folder, const char *name) {
    int length = snprintf(out, STORE_PATH_MAX, "%s/%s", folder, name);
    return length > 0 && length < STORE_PATH_MAX;
}

Err folder_explain(const char *path, int number, Diag *diag) {
    switch (number) {
    case EACCES:
    case EPERM:
        return diag_set(diag, ERR_DENIED, path, 0, 0,
                        "There is no permission to write here. Choose another folder with "
                        "--data-dir, or ask who looks after this computer.");
    case EROFS:
        return diag_set(diag, ERR_DENIED, path, 0, 0,
                        "This place is read-only. Choose another folder with --data-dir.");
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return diag_set(diag, ERR_FULL, path, 0, 0,
                        "The disk is full. Make some room and start again.");
    case ENOTDIR:
    case EEXIST:
        return diag_set(diag, ERR_IO, path, 0, 0,
                        "There is a file where the folder should be. Move it away, or choose "
                        "another folder with --data-dir.");
    case ENAMETOOLONG:
        return diag_set(diag, ERR_IO, path, 0, 0,
                        "The folder’s name is too long. Choose another with --data-dir.");
    default:
        return diag_set(diag, ERR_IO, path, 0, 0, "The disk didn’t answer as it should: %s.",
                        strerror(number));
    }
}

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* A folder is on the disk when the folder above it is. Where that can't be asked for, nothing more
 * can be done. */
static void sync_above(const char *folder) {
    char above[STORE_PATH_MAX];
    if (folder_join(above, folder, "..")) {
        (void)folder_sync(above, NULL);
    }
}

static Err make_folders(const char *folder, Diag *diag) {
    char part[STORE_FOLDER_MAX];
    size_t length = strlen(folder);
    if (length == 0 || length >= sizeof part) {
        return folder_explain(folder, length ? ENAMETOOLONG : ENOENT, diag);
    }
    for (size_t i = 1; i <= length; i++) {
        if (folder[i] != '/' && folder[i] != '\0') {
            continue;
        }
        memcpy(part, folder, i);
        part[i] = '\0';
        int failed = mkdir(part, 0700) == 0 ? 0 : errno;
        if (!failed) {
            sync_above(part);
        } else if (!is_folder(part)) { /* one that is there says EEXIST, or EROFS, or EACCES */
            return folder_explain(part, failed, diag);
        }
    }
    return ERR_OK;
}

/* Strict, because erasing goes by it: ".db" and what SQLite and we put beside one. */
static bool is_db_ending(const char *ending) {
    static const char *const endings[] = {".db", ".db-journal", ".db-wal", ".db.new",
                                          ".db.new-journal"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (strcmp(ending, endings[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_named(const char *name, const char *start, const char *marks) {
    size_t length = strlen(start);
    if (strncmp(name, start, length) != 0) {
        return false;
    }
    const char *rest = name + length;
    size_t marked = strspn(rest, marks);
    return (marked > 0) == (marks[0] != '\0') && is_db_ending(rest + marked);
}

bool folder_is_ours(const char *name) {
    return is_named(name, "tiny-bridges", "") || is_named(name, "damaged-", "0123456789") ||
           is_named(name, "before-schema-", "0123456789") ||
           is_named(name, "before-restore-", "0123456789") ||
           is_named(name, "merged-", "0123456789") || is_named(name, "strange-", "0123456789") ||
           folder_is_copy(name);
}

bool folder_is_copy(const char *name) {
    static const char start[] = "tiny-bridges";
    size_t length = strlen(name);
    return strncmp(name, start, sizeof start - 1) == 0 && length > sizeof start + 2 &&
           strcmp(name + length - 3, ".db") == 0;
}

bool folder_is_backup(const char *name) {
    return is_named(name, "", "0123456789-");
}

static bool holds_only_ours(const char *folder) {
    DIR *dir = opendir(folder);
    bool only = dir != NULL;
    const struct dirent *entry;
    while (only && (entry = readdir(dir)) != NULL) {
        const char *name = entry->d_name;
        only = strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || strcmp(name, lock_name) == 0 ||
               strcmp(name, "backups") == 0 || folder_is_ours(name) || aside_is_ours(name);
    }
    if (dir) {
        closedir(dir);
    }
    return only;
}

/* A folder with other things in it is the person's own: its permissions are theirs to choose. The
 * files in it are 0600 in any case. */
static void close_to_others(const char *folder) {
    struct stat info;
    if (stat(folder, &info) == 0 && (info.st_mode & 077) != 0 && holds_only_ours(folder)) {
        /* Not ours to change on some file systems (FAT): then it stays as it is. */
        if (chmod(folder, 0700) != 0) {
            return;
        }
    }
}

Err folder_prepare(const char *folder, char real[STORE_FOLDER_MAX], Diag *diag) {
    Err err = make_folders(folder, diag);
    if (err != ERR_OK) {
        return err;
    }
    /* Absolute, so that SQLite can't take a name such as "file:x" for an address. */
    char *full = realpath(folder, NULL);
    if (!full) {
        return folder_explain(folder, errno, diag);
    }
    bool fits = snprintf(real, STORE_FOLDER_MAX, "%s", full) < STORE_FOLDER_MAX;
    free(full);
    if (!fits) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    close_to_others(real);
    return ERR_OK;
}

static bool is_same_file(int file, const char *path) {
    struct stat held, named;
    return fstat(file, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino &&
           held.st_dev == named.st_dev;
}

/* flock: belongs to this opening of the file, so it dies with the process, and a second opening in
 * the same process collides too. After an erase the name may be gone or new: then once more. */
Err folder_lock(const char *folder, int *lock, Diag *diag) {
    char path[STORE_PATH_MAX];
    if (!folder_join(path, folder, lock_name)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    for (int attempt = 0; attempt < 8; attempt++) {
        int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0) {
            return folder_explain(folder, errno, diag);
        }
        if (flock(file, LOCK_EX | LOCK_NB) != 0) {
            int why = errno;
            close(file);
            if (why != EWOULDBLOCK) {
                return folder_explain(folder, why, diag);
            }
            break;
        }
        if (is_same_file(file, path)) {
            *lock = file;
            return ERR_OK;
        }
        close(file);
    }
    return diag_set(diag, ERR_LOCKED, folder, 0, 0,
                    "Tiny Bridges is open already with these evenings. Go on in that window, or "
                    "close it first.");
}

void folder_unlock(const char *folder, int lock, bool removes_it) {
    char path[STORE_PATH_MAX];
    if (removes_it && folder_join(path, folder, lock_name)) {
        unlink(path); /* while still held, see folder_lock */
    }
    close(lock);
}

Err folder_sync(const char *folder, Diag *diag) {
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) {
        return folder_explain(folder, errno, diag);
    }
    /* EINVAL: a file system whose folders need no syncing, or can't. */
    int failed = fsync(file) != 0 && errno != EINVAL ? errno : 0;
    close(file);
    return failed ? folder_explain(folder, failed, diag) : ERR_OK;
}

Err folder_touch(const char *path, Diag *diag) {
    folder_remove_with_journal(path);
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return folder_explain(path, errno, diag);
    }
    close(file);
    return ERR_OK;
}

Err folder_install(const char *folder, const char *from, const char *to, Diag *diag) {
    int file = open(from, O_RDWR | O_CLOEXEC);
    int failed = file < 0 || fsync(file) != 0 ? errno : 0;
    if (file >= 0) {
        close(file);
    }
    if (!failed && rename(from, to) != 0) {
        failed = errno;
    }
    return failed ? folder_explain(to, failed, diag) : folder_sync(folder, diag);
}

bool folder_beside(char out[STORE_PATH_MAX], const char *path, const char *ending) {
    return snprintf(out, STORE_PATH_MAX, "%s%s", path, ending) < STORE_PATH_MAX;
}

void folder_remove_with_journal(const char *path) {
    char journal[STORE_PATH_MAX];
    unlink(path);
    if (folder_beside(journal, path, "-journal")) {
        unlink(journal);
    }
}

bool folder_free_name(const char *folder, const char *start, char name[32],
                      char path[STORE_PATH_MAX]) {
    enum { NUMBER_MAX = 9999 };
    for (int i = 1; i <= NUMBER_MAX; i++) {
        snprintf(name, 32, "%s-%d.db", start, i);
        if (!folder_join(path, folder, name)) {
            return false;
        }
        if (!folder_has(path)) {
            return true;
        }
    }
    return false;
}

bool folder_has(const char *path) {
    struct stat info;
    return lstat(path, &info) == 0 || (errno != ENOENT && errno != ENOTDIR);
}
