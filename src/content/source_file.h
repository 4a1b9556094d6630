/* SPDX-License-Identifier: MIT */
/* Reading an author's file whole: regular files only, of bounded size, never waiting for a pipe. */
#ifndef TB_SOURCE_FILE_H
#define TB_SOURCE_FILE_H

#include "findings.h"

#include <stdbool.h>
#include <stddef.h>

enum { SOURCE_BYTES_MAX = 4 * 1024 * 1024, SOURCE_FILES_MAX = 1000 };

typedef struct SourceFile {
    char *bytes; /* a NUL follows the last byte */
    size_t size;
} SourceFile;

/* Reads `path` into `file`. An error is also noted in `findings`, for this path. Close it after. */
Err source_file_open(SourceFile *file, const char *path, Findings *findings);

void source_file_close(SourceFile *file);

/* Whether there is anything at `path`. */
bool source_file_exists(const char *path);

typedef void (*SourceVisit)(void *context, const char *path);

/* Visits the files of `dir` (not below it) whose names end in ".yaml" or ".yml" and don't begin
 * with a dot, in order of their names' bytes. Noted in `findings`: no such folder, too many files.
 */
Err source_dir_each(const char *dir, SourceVisit visit, void *context, Findings *findings);

#endif
