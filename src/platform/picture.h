/* SPDX-License-Identifier: MIT */
/* Pictures of what is on the screen, as PNG files. */
#ifndef TB_PICTURE_H
#define TB_PICTURE_H

#include "err.h"

#include <SDL.h>

/* Writes the colours of `surface`, without its alpha, to `path`. ERR_MEMORY, or ERR_IO with what
 * went wrong; then there is no whole picture at `path`. */
Err picture_save(SDL_Surface *surface, const char *path, Diag *diag);

#endif
