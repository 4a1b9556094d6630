/* SPDX-License-Identifier: MIT */
/* Reads files and folders of authors with care: what isn't a regular file is never opened to read.
 */
#define _POSIX_C_SOURCE 200809L /* open flags, fstat, scandir */
#include "source_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SOURCE_PATH_MAX = 2048 };

static Err refuse(Findings *findings, Err err, const char *message) {
    findings_error(findings, 0, 0, "%s", message);
    return err;
}

static Err refuse_errno(Findings *findings) {
    switch (errno) {
    case ENOENT:
    case ENOTDIR: return refuse(findings, ERR_NOT_FOUND, "There is no such file.");
    case EACCES:
    case EPERM:
        return refuse(findings, ERR_DENIED, "This file may not be read: look at its permissions.");
    case ELOOP: return refuse(findings, ERR_IO, "This is a link that leads in a circle.");
    default:
        findings_error(findings, 0, 0, "This file can't be read: %s.", strerror(errno));
        return ERR_IO;
    }
}

static Err refuse_kind(const struct stat *about, Findings *findings) {
    if (S_ISDIR(about->st_mode)) {
        return refuse(findings, ERR_FORMAT, "This is a folder, not a file.");
    }
    if (!S_ISREG(about->st_mode)) {
        return refuse(findings, ERR_FORMAT, "This is a device or a pipe, not a file.");
    }
    if (about->st_size > SOURCE_BYTES_MAX) {
        return refuse(findings, ERR_FORMAT,
                      "This file is larger than 4 MB. Divide it into several files.");
    }
    return ERR_OK;
}

/* Reads at most the limit, also if the file grows meanwhile. */
static Err read_bytes(int handle, SourceFile *file, size_t expected, Findings *findings) {
    file->bytes = malloc(expected + 1);
    if (!file->bytes) {
        return refuse(findings, ERR_MEMORY, "There is too little memory to read this file.");
    }
    while (file->size < expected) {
        ssize_t got = read(handle, file->bytes + file->size, expected - file->size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            Err err = refuse_errno(findings);
            source_file_close(file);
            return err;
        }
        if (got == 0) {
            break;
        }
        file->size += (size_t)got;
    }
    file->bytes[file->size] = '\0';
    return ERR_OK;
}

Err source_file_open(SourceFile *file, const char *path, Findings *findings) {
    *file = (SourceFile){0};
    findings_begin_file(findings, path);
    struct stat about;
    if (stat(path, &about) != 0) {
        return refuse_errno(findings);
    }
    Err err = refuse_kind(&about, findings);
    if (err) {
        return err;
    }
    /* It may have become a pipe since: O_NONBLOCK doesn't wait, and fstat looks again. */
    int handle = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0 || fstat(handle, &about) != 0) {
        err = refuse_errno(findings);
    } else {
        err = refuse_kind(&about, findings);
    }
    if (!err) {
        err = read_bytes(handle, file, (size_t)about.st_size, findings);
    }
    if (handle >= 0) {
        close(handle);
    }
    return err;
}

void source_file_close(SourceFile *file) {
    free(file->bytes);
    *file = (SourceFile){0};
}

bool source_file_exists(const char *path) {
    struct stat about;
    return stat(path, &about) == 0;
}

static int is_source_name(const struct dirent *entry) {
    const char *ending = strrchr(entry->d_name, '.');
    return entry->d_name[0] != '.' && ending &&
           (strcmp(ending, ".yaml") == 0 || strcmp(ending, ".yml") == 0);
}

/* Not alphasort, which follows the language of the system. */
static int by_bytes(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

Err source_dir_each(const char *dir, SourceVisit visit, void *context, Findings *findings) {
    findings_begin_file(findings, dir);
    struct dirent **entries = NULL;
    int count = scandir(dir, &entries, is_source_name, by_bytes);
    if (count < 0) {
        findings_error(findings, 0, 0, "This folder can't be read: %s.", strerror(errno));
        return errno == ENOENT ? ERR_NOT_FOUND : ERR_IO;
    }
    if (count > SOURCE_FILES_MAX) {
        findings_error(findings, 0, 0,
                       "There are more than %d decks in this folder. The first %d "
                       "by name are read.",
                       SOURCE_FILES_MAX, SOURCE_FILES_MAX);
    }
    for (int i = 0; i < count; i++) {
        char path[SOURCE_PATH_MAX];
        int length = snprintf(path, sizeof path, "%s/%s", dir, entries[i]->d_name);
        if (i < SOURCE_FILES_MAX && length > 0 && length < SOURCE_PATH_MAX) {
            visit(context, path);
        }
        free(entries[i]);
    }
    free(entries);
    return ERR_OK;
}
