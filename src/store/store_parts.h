/* SPDX-License-Identifier: MIT */
/* What the store's own files know of each other; nobody else includes this, tests excepted. */
#ifndef TB_STORE_PARTS_H
#define TB_STORE_PARTS_H

#include "store.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <sys/types.h>

enum { STORE_FOLDER_MAX = 1024, STORE_PATH_MAX = STORE_FOLDER_MAX + 64 };

typedef struct StoreTransaction {
    int ticket;
    int count;
    bool has_bookmark;
    Fact facts[STORE_FACTS_MAX];
    char bookmark[STORE_BOOKMARK_MAX];
    Err err;
    Diag diag;
} StoreTransaction;

typedef void (*StoreEach)(void *context, const Fact *fact);

/* What differs between the file and the memory twin. `commit` and `tend` run on the store's thread,
 * the others on the caller's, and those from `erase` on only while the store's thread rests. */
typedef struct StoreOps {
    Err (*load)(void *self, StoreEach each, void *context, Diag *diag);
    Err (*load_bookmark)(void *self, char out[STORE_BOOKMARK_MAX], Diag *diag);
    Err (*commit)(void *self, StoreTransaction *transaction, Diag *diag);
    Err (*tend)(void *self, const atomic_bool *stop, Diag *diag);
    Err (*erase)(void *self, Diag *diag);
    Err (*put_aside)(void *self, Day today, Diag *diag);
    Err (*bring_back)(void *self, const char *name, Day today, Diag *diag);
    const char *(*folder)(const void *self); /* null: in memory */
    Err (*insert)(void *self, const Fact *facts, int count, Diag *diag); /* one transaction */
    int (*list)(void *self, StoreBackup out[STORE_BACKUPS_MAX]);
    Err (*restore)(void *self, const StoreBackup *backup, Diag *diag);
    const char *(*path)(const void *self);
    void (*close)(void *self);
} StoreOps;

extern const StoreOps store_memory_ops;
extern const StoreOps store_file_ops;

Err store_memory_open(void **self, Diag *diag);
Err store_file_open(const char *folder, void **self, Diag *diag);

/* --- Connection: one SQLite handle and its statements (store_connection.c) ------------------- */

typedef struct Connection {
    sqlite3 *db; /* null: closed */
    sqlite3_stmt *insert, *last_seq;
} Connection;

/* Opens an existing file with the store's pragmas; does not check its contents. */
Err connection_open(Connection *connection, const char *path, Diag *diag);
/* Somebody else's file: nothing is written to it. */
Err connection_open_to_read(Connection *connection, const char *path, Diag *diag);
void connection_close(Connection *connection);
Err connection_run(sqlite3 *db, const char *sql, const char *path, Diag *diag);

/* The first column of the first row; ERR_NOT_FOUND without words if there is no row. */
Err connection_ask(sqlite3 *db, const char *sql, int64_t *answer, const char *path, Diag *diag);

/* ERR_FORMAT unless SQLite finds the file sound. */
Err connection_check(sqlite3 *db, const char *path, Diag *diag);

/* What a result code of SQLite means, and its sentence, on opening or reading. */
Err connection_err(sqlite3 *db, int code);
Err connection_explain(sqlite3 *db, int code, const char *path, Diag *diag);

/* The sentence for a transaction that could not be saved. */
Err connection_explain_save(Err err, const char *path, Diag *diag);

/* --- Rows (store_rows.c, store_sum.c, store_device.c) ---------------------------------------- */

/* place: order of recording in this file, from 1; 0: at the end. */
typedef void (*RowEach)(void *context, int64_t place, const Fact *fact);

int rows_prepare_insert(sqlite3 *db, sqlite3_stmt **insert);
int rows_prepare_last_seq(sqlite3 *db, sqlite3_stmt **last_seq);
int rows_insert(sqlite3_stmt *insert, int64_t place, const Fact *fact);
int rows_last_seq(sqlite3_stmt *last_seq, int64_t device, int64_t *seq); /* 0: none yet */
bool rows_has_id(sqlite3 *db, const uint8_t id[16]);

/* Facts in the order that store_load promises; of a file of any released schema. Rows whose sum
 * doesn't fit are left out and counted in `bad`; if that is null, they are ERR_FORMAT. */
Err rows_each(sqlite3 *db, RowEach each, void *context, int *bad, const char *path, Diag *diag);

/* ERR_FORMAT if the sum of some row doesn't fit. The newest schema only. */
Err rows_check_sums(sqlite3 *db, const char *path, Diag *diag);

bool rows_id_is_zero(const uint8_t id[16]);
void rows_random(void *bytes, int count);
int64_t rows_random_device(void);

/* Two machines that share a copied file must not number their facts alike: the file's own device
 * is that of the machine that made it, and any other derives one from it. 0: the machine has no
 * name, or the file is too old to know. */
int64_t device_machine(void);
int64_t device_here(int64_t device, int64_t machine);
int64_t device_derived(int64_t device, uint64_t salt);

/* What a row's sum is reckoned from, in this order; "place" is the file's own business. */
#define ROW_SUMMED                                                                                 \
    "id, device, seq, kind, rules_version, utc_ms, offset_min, day, "                              \
    "v0, v1, v2, v3, v4, v5, subject, text"

int64_t sum_of_fact(const Fact *fact);
int sum_register(sqlite3 *db); /* fact_sum() in SQL, with the columns of ROW_SUMMED */

/* --- Schema (store_schema.c) ------------------------------------------------------------------ */

/* SQL that leads from schema N to N + 1 stands at index N. */
typedef struct SchemaSteps {
    const char *const *sql;
    int count;
} SchemaSteps;

extern const SchemaSteps schema_steps;
enum { SCHEMA_APPLICATION_ID = 0x54427269 }; /* "TBri" */

enum { SCHEMA_HEADER_BYTES = 100 };
extern const char schema_magic[16];

/* FILE_CUT: ours, and damaged, as the header alone shows. */
typedef enum FileState { FILE_MISSING, FILE_SOUND, FILE_CUT, FILE_NEWER, FILE_FOREIGN } FileState;

/* Reads the header alone, without SQLite, so that nothing is touched. */
Err schema_inspect(const char *path, int newest, FileState *state, Diag *diag);

/* ERR_FORMAT unless the store's tables are those of the newest schema, word for word. */
Err schema_check(sqlite3 *db, SchemaSteps steps, const char *path, Diag *diag);

/* True if a later version in the header can't be believed: the tables are those of the newest
 * schema nevertheless, or it is no database at all. It is only read; false if a journal lies beside
 * it. */
bool schema_version_is_wrong(const char *path, SchemaSteps steps);

/* Makes an empty file of the newest schema at `path`, replacing what is there. */
Err schema_create(const char *path, SchemaSteps steps, int64_t device, Diag *diag);

/* Takes the file at `path` to the newest schema, a kept copy before each step. */
Err schema_migrate(sqlite3 *db, const char *folder, const char *path, SchemaSteps steps,
                   Diag *diag);

/* --- What SQLite would play back (store_journal.c) ---------------------------------------------
 */

/* The start of the first page as the journal beside `path` would put it back; not `found` if it has
 * none. ERR_IO, ERR_DENIED: whether it has one can't be known. */
Err journal_first_page(const char *path, unsigned char *header, size_t size, bool *found,
                       Diag *diag);

/* A journal or write-ahead log beside the file at `path` that plainly isn't its own gets another
 * name (strange-1.db-journal), so that SQLite doesn't play it back. */
Err journal_set_strange_aside(const char *folder, const char *path, Diag *diag);

uint32_t journal_number(const unsigned char *bytes); /* 32 bits, the highest first */

/* --- Putting histories together (store_merge.c, store_import.c, store_json.c) -------------------
 */

typedef struct FactList {
    Fact *items; /* owned; free with fact_list_free */
    int count, capacity;
} FactList;

bool fact_list_add(FactList *list, const Fact *fact); /* false: no memory */
void fact_list_free(FactList *list);

/* Leaves in `theirs` what `ours` doesn't have, with a device of its own for what was numbered
 * alike. ERR_MEMORY. */
Err merge_plan(const FactList *ours, FactList *theirs, StoreMerged *merged, Diag *diag);

/* Reads another file of ours, or an export, whole. */
Err import_read(const char *path, FactList *facts, Diag *diag);

/* Puts facts into the order that store_load promises, but for forks_settle. ERR_MEMORY. */
Err merge_sort(FactList *facts);
void merge_sort_by_number(FactList *facts); /* device and seq */
int merge_compare_numbers(const Fact *left, const Fact *right);

/* The device that facts get which were numbered alike: from the first of them, and the one that was
 * recorded before it; if there is none (null), from the device they were recorded under. */
int64_t merge_fork(const Fact *before, int64_t device, const Fact *first);

/* Numbers and sorts facts as store_load promises, that come as rows_each gives them
 * (store_forks.c). ERR_MEMORY. */
Err forks_settle(FactList *facts);

Err json_read(const char *path, FactList *facts, Diag *diag);
Err json_write(const char *path, const FactList *facts, Diag *diag);

/* Takes in what lies beside the couple's file under a name like it, and keeps it as merged-N.db.
 * Adds a sentence to `diag` when something came of it. */
void import_copies_beside(const char *folder, void *self, const StoreOps *ops, Diag *diag);

/* --- Folder: paths, permissions, the lock (store_folder.c) -------------------------------------
 */

bool folder_join(char out[STORE_PATH_MAX], const char *folder, const char *name);

/* Makes the folder and its parents, closes it to others, writes its full path. */
Err folder_prepare(const char *folder, char real[STORE_FOLDER_MAX], Diag *diag);
Err folder_lock(const char *folder, int *lock, Diag *diag);
void folder_unlock(const char *folder, int lock, bool removes_it);
Err folder_sync(const char *folder, Diag *diag);
Err folder_explain(const char *path, int number, Diag *diag); /* errno in words */
Err folder_touch(const char *path, Diag *diag);               /* a new, empty file, 0600 */
Err folder_install(const char *folder, const char *from, const char *to, Diag *diag);
void folder_remove_with_journal(const char *path);
bool folder_beside(char out[STORE_PATH_MAX], const char *path, const char *ending);
bool folder_has(const char *path); /* also when the disk doesn't say: then it may be there */
/* Names that the store gives to files with facts, in its folder and in backups. */
bool folder_is_ours(const char *name);
bool folder_is_backup(const char *name);

/* "tiny-bridges … .db", but not the file itself. */
bool folder_is_copy(const char *name);

/* The first of START-1.db, START-2.db, … that isn't there. False if there is none. */
bool folder_free_name(const char *folder, const char *start, char name[32],
                      char path[STORE_PATH_MAX]);

/* --- Backups (store_backup.c, store_rotation.c) ------------------------------------------------
 */

/* A verified copy, put in place only when it is good. `stop` may be null. */
Err backup_copy(sqlite3 *db, const char *folder, const char *target, const atomic_bool *stop,
                Diag *diag);
Err backup_tend(sqlite3 *db, const char *folder, const atomic_bool *stop, Diag *diag);

/* Marks the days worth keeping: the newest 7, the newest of each of 4 weeks and of 12 months, and
 * `always`. `days` sorted, newest first. */
void rotation_keep(const Day *days, int count, Day always, bool *keep);

/* The days of the backups in `folder`, newest first, at most `max`; none if there is no such
 * folder. -1, and errno says why, if it can't be read. */
int rotation_list(const char *folder, Day *days, int max);
/* Whether `folder`, the couple's own, has backups below it. */
Err rotation_has_some(const char *folder, bool *has_some, Diag *diag);
bool rotation_name(const char *folder, Day day, char out[STORE_PATH_MAX]);
Day rotation_day(int64_t day); /* forced into the years that a name can hold */

/* --- Going back (store_restore.c) --------------------------------------------------------------
 */

/* Day, evenings and facts of the file at `path`; false if it isn't sound, or holds nothing. */
bool restore_look_into(const char *path, StoreBackup *backup);

int restore_list(const char *folder, StoreBackup out[STORE_BACKUPS_MAX]);

/* Keeps what is in use as before-restore-N.db and puts the copy in its place; `db` is closed in
 * between by `close`. */
Err restore_keep(sqlite3 *db, const char *folder, Diag *diag);
Err restore_install(const char *folder, const char *path, const StoreBackup *backup, Diag *diag);

/* --- Damage (store_salvage.c, store_rescue.c), erasing (store_erase.c) -------------------------
 */

/* Finds facts in the raw pages of a damaged file, without SQLite. Facts without a sum are given
 * only if there is none with one: only then are they of the oldest schema, and not torn. `has_sums`
 * (may be null): each fact's sum fits, so that its bytes are those that were written. ERR_IO if
 * most pages can't be read at all: then the disk is failing, and the file may be whole. */
Err salvage_read(const char *path, RowEach each, void *context, bool *has_sums, Diag *diag);
Err salvage_finds_any(const char *path, bool *found, Diag *diag);

/* Puts a fresh file in place of the damaged one. Fills `diag` with the warning when it succeeds. */
Err rescue_file(const char *folder, const char *path, Diag *diag);

Err erase_folder(const char *folder, Diag *diag);

/* --- Put aside for seven days (store_aside.c) --------------------------------------------------
 */

/* A folder's name that is ours: put aside, on its way, or being erased. */
bool aside_is_ours(const char *name);

/* What a loss of power or a failing disk left on its way goes back to its place, and what was being
 * erased is erased. Before the file is opened. */
Err aside_settle(const char *folder, Diag *diag);

/* Moves all that is ours into a folder of its own; its name, or "" if there was nothing. On an
 * error it is back, or the next aside_settle brings it back. */
Err aside_put(const char *folder, Day today, char name[STORE_ASIDE_NAME_MAX], Diag *diag);
Err aside_take(const char *folder, const char *name, Diag *diag); /* the other way */
Err aside_erase(const char *folder, const char *name, Diag *diag);
Err aside_erase_all(const char *folder, Diag *diag);
int aside_list(const char *folder, StoreAside out[STORE_ASIDE_MAX]); /* newest first */

bool aside_is_due(const StoreAside *aside, Day today);
Err aside_expire(const char *folder, Day today, Diag *diag);

#endif
