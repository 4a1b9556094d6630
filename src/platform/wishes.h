/* SPDX-License-Identifier: MIT */
/* What somebody has asked the whole desktop for, as far as it says so without being talked to: the
 * variable GTK_THEME, and GTK's settings.ini, which other desktops write too. A desktop that keeps
 * its wishes elsewhere is not heard; nothing is guessed. */
#ifndef TB_WISHES_H
#define TB_WISHES_H

#include <stdbool.h>

typedef struct Wishes {
    bool calm;   /* no animations */
    bool strong; /* a theme of high contrast */
} Wishes;

/* Reads environment and files; none of them: no wishes. */
Wishes wishes_of_system(void);

/* The pure parts: a settings.ini's text, and the name of a theme. */
Wishes wishes_of_ini(const char *text);
bool wishes_theme_is_strong(const char *theme);

#endif
