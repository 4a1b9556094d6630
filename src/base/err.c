/* SPDX-License-Identifier: MIT */
/* Fills and prints Diag. */
#include "err.h"

#include <stdarg.h>
#include <stdio.h>

Err diag_set(Diag *diag, Err err, const char *file, int line, int column, const char *format, ...) {
    if (!diag) {
        return err;
    }
    snprintf(diag->file, sizeof diag->file, "%s", file ? file : "");
    diag->line = line;
    diag->column = column;
    va_list args;
    va_start(args, format);
    vsnprintf(diag->message, sizeof diag->message, format, args);
    va_end(args);
    return err;
}

void diag_print(const Diag *diag, char *out, int out_size) {
    if (diag->line > 0) {
        snprintf(out, (size_t)out_size, "%s:%d:%d: %s", diag->file, diag->line, diag->column,
                 diag->message);
    } else if (diag->file[0]) {
        snprintf(out, (size_t)out_size, "%s: %s", diag->file, diag->message);
    } else {
        snprintf(out, (size_t)out_size, "%s", diag->message);
    }
}
