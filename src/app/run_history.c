/* SPDX-License-Identifier: MIT */
/* Without a window: the couple's history written out, or another file's taken in. */
#include "app.h"

#include <stdio.h>

static Err carry_out(const Options *options, Store *store, Diag *diag) {
    if (options->mode == MODE_EXPORT) {
        Err err = store_export(store, options->file, diag);
        if (!err) {
            printf("Everything is written to %s\n", options->file);
        }
        return err;
    }
    StoreMerged merged = {0};
    store_tend(store); /* a copy from before, to go back to */
    store_flush(store);
    Err err = store_merge(store, options->file, &merged, diag);
    if (!err) {
        printf("%d entries are new, %d were here already.\n", merged.added, merged.known);
    }
    return err;
}

static void print(const Diag *diag) {
    char line[APP_NOTICE_MAX];
    diag_print(diag, line, (int)sizeof line);
    fprintf(stderr, "%s\n", line);
}

int run_history(const Options *options) {
    char folder[FILES_PATH_MAX];
    Store *store = NULL;
    Diag diag = {0};
    Err err = files_data_dir(options->data_dir, folder, &diag);
    err = err ? err : store_open(folder, &store, &diag);
    if (!err && diag.message[0]) {
        print(&diag); /* the file was mended */
    }
    err = err ? err : carry_out(options, store, &diag);
    if (err) {
        print(&diag);
    }
    store_close(store);
    return err ? 1 : 0;
}
