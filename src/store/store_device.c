/* SPDX-License-Identifier: MIT */
/* Which device records here: a file that came from another machine gets a device of its own. */
#include "store_parts.h"

#include "hash.h"

#include <stdio.h>
#include <string.h>

enum { MACHINE_ID_LENGTH = 32 }; /* machine-id(5) */

static bool read_machine(const char *path, char id[MACHINE_ID_LENGTH + 1]) {
    FILE *file = fopen(path, "re");
    if (!file) {
        return false;
    }
    size_t got = fread(id, 1, MACHINE_ID_LENGTH, file);
    fclose(file);
    id[got] = '\0';
    return got == MACHINE_ID_LENGTH && strspn(id, "0123456789abcdef") == MACHINE_ID_LENGTH;
}

/* Hashed, as machine-id(5) asks: the number itself never leaves the machine. */
int64_t device_machine(void) {
    char id[MACHINE_ID_LENGTH + 1];
    if (!read_machine("/etc/machine-id", id) && !read_machine("/var/lib/dbus/machine-id", id)) {
        return 0;
    }
    uint64_t hash = hash_text(hash_text(HASH_START, "tiny-bridges machine "), id);
    return (int64_t)(hash & INT64_MAX);
}

int64_t device_derived(int64_t device, uint64_t salt) {
    uint64_t hash = hash_u64(hash_u64(HASH_START, (uint64_t)device), salt) & INT64_MAX;
    return hash ? (int64_t)hash : 1;
}

int64_t device_here(int64_t device, int64_t machine) {
    int64_t here = device_machine();
    return machine == 0 || here == 0 || machine == here ? device
                                                        : device_derived(device, (uint64_t)here);
}
