/* SPDX-License-Identifier: MIT */
/* Gives each file of a corpus to a fuzzer's entry once, so that every build keeps what was found.
 */
#define _POSIX_C_SOURCE 200809L /* opendir */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { REPLAY_BYTES_MAX = 1 << 20, REPLAY_PATH_MAX = 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path) {
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = malloc(REPLAY_BYTES_MAX);
    if (!file || !bytes) {
        fprintf(stderr, "%s can't be read\n", path);
        exit(1);
    }
    size_t size = fread(bytes, 1, REPLAY_BYTES_MAX, file);
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    return 1;
}

int main(int count, char **words) {
    DIR *dir = count == 2 ? opendir(words[1]) : NULL;
    if (!dir) {
        fputs("expected the folder of a corpus\n", stderr);
        return 2;
    }
    int files = 0;
    for (const struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        char path[REPLAY_PATH_MAX];
        int length = snprintf(path, sizeof path, "%s/%s", words[1], entry->d_name);
        if (entry->d_name[0] != '.' && length > 0 && length < REPLAY_PATH_MAX) {
            files += replay(path);
        }
    }
    closedir(dir);
    printf("%d files\n", files);
    return files == 0;
}
