/* SPDX-License-Identifier: MIT */
/* Where things are on this computer, and reading them. */
#ifndef TB_FILES_H
#define TB_FILES_H

#include "err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FILES_PATH_MAX = 1024 };

/* The couple's folder: `chosen` (--data-dir) if given, else $XDG_DATA_HOME/tiny-bridges or
 * ~/.local/share/tiny-bridges. Makes no folder. ERR_NOT_FOUND, with a sentence, without a
 * home. */
Err files_data_dir(const char *chosen, char out[FILES_PATH_MAX], Diag *diag);

/* The folder for what people keep themselves: $XDG_DOCUMENTS_DIR, ~/Documents or the home folder,
 * the first that is there. ERR_NOT_FOUND without a home. */
Err files_documents_dir(char out[FILES_PATH_MAX]);

/* Makes `path` and what is missing above it, each new folder for the owner alone (0700). */
Err files_make_dir(const char *path, Diag *diag);

/* A folder that came with the game: `built_from` (the folder of the sources or of the build) if it
 * is there, else ../share/tiny-bridges/<name> beside the program. ERR_NOT_FOUND names both. */
Err files_resource_dir(const char *built_from, const char *name, char out[FILES_PATH_MAX],
                       Diag *diag);

/* Writes "dir/name" into `out`; ERR_FULL if it is too long. */
Err files_join(const char *dir, const char *name, char out[FILES_PATH_MAX], Diag *diag);

bool files_exists(const char *path);

/* Reads a whole file of at most `max_bytes`; a NUL follows the bytes. The caller frees `*bytes`. */
Err files_read(const char *path, size_t max_bytes, char **bytes, size_t *size, Diag *diag);

/* Writes a whole file beside `path` first and then renames it: never half a file. Mode 0600. */
Err files_write(const char *path, const char *bytes, size_t size, Diag *diag);

/* Return false to stop the walk. */
typedef bool (*FilesVisit)(void *context, const char *path);

/* A number that changes when a file below `dir` whose name ends in `suffix` is changed, comes or
 * goes: from names, sizes and times. */
uint64_t files_stamp(const char *dir, const char *suffix);

/* Visits the plain files right in `dir` whose name begins with `start`, in order of name. A folder
 * that can't be read has none. */
void files_list(const char *dir, const char *start, FilesVisit visit, void *context);

/* Visits every file below `dir` whose name ends in `suffix`, in order of name, at most 4 folders
 * deep, hidden ones left out. ERR_NOT_FOUND if there is no such folder. */
Err files_walk(const char *dir, const char *suffix, FilesVisit visit, void *context, Diag *diag);

#endif
