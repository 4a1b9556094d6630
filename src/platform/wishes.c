/* SPDX-License-Identifier: MIT */
/* Wishes of the desktop: environment and settings.ini. */
#include "wishes.h"

#include "files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INI_MAX_BYTES = 64 * 1024, WORD_MAX_BYTES = 96 };

bool wishes_theme_is_strong(const char *theme) {
    return strstr(theme, "HighContrast") != NULL;
}

static void read_line(const char *line, Wishes *wishes) {
    char key[WORD_MAX_BYTES], value[WORD_MAX_BYTES];
    if (sscanf(line, " %95[a-z-] = %95[^\n\r]", key, value) != 2) {
        return;
    }
    if (strcmp(key, "gtk-enable-animations") == 0) {
        wishes->calm = value[0] == '0' || strncmp(value, "false", 5) == 0;
    } else if (strcmp(key, "gtk-theme-name") == 0) {
        wishes->strong = wishes_theme_is_strong(value);
    }
}

Wishes wishes_of_ini(const char *text) {
    Wishes wishes = {0};
    for (const char *line = text; line && *line;) {
        read_line(line, &wishes);
        const char *end = strchr(line, '\n');
        line = end ? end + 1 : NULL;
    }
    return wishes;
}

static Wishes of_file(const char *folder, const char *name) {
    char path[FILES_PATH_MAX];
    char *text = NULL;
    size_t size;
    Wishes wishes = {0};
    if (files_join(folder, name, path, NULL) == ERR_OK && files_exists(path) &&
        files_read(path, INI_MAX_BYTES, &text, &size, NULL) == ERR_OK) {
        wishes = wishes_of_ini(text);
    }
    free(text);
    return wishes;
}

Wishes wishes_of_system(void) {
    Wishes wishes = {0};
    char folder[FILES_PATH_MAX] = "";
    const char *theme = getenv("GTK_THEME"), *home = getenv("HOME");
    const char *config = getenv("XDG_CONFIG_HOME");
    if (config && config[0] == '/') {
        snprintf(folder, sizeof folder, "%s", config);
    } else if (home && home[0] == '/') {
        files_join(home, ".config", folder, NULL);
    }
    static const char *const names[] = {"gtk-3.0/settings.ini", "gtk-4.0/settings.ini"};
    for (int i = 0; i < 2 && folder[0]; i++) {
        Wishes found = of_file(folder, names[i]);
        wishes.calm |= found.calm;
        wishes.strong |= found.strong;
    }
    wishes.strong |= theme && wishes_theme_is_strong(theme);
    return wishes;
}
