/* SPDX-License-Identifier: MIT */
/* Pictures of what is on the screen, as PNG files. */
#include "picture.h"

#include <png.h>

Err picture_save(SDL_Surface *surface, const char *path, Diag *diag) {
    SDL_Surface *plain = SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_RGB24, 0);
    if (!plain) {
        return diag_set(diag, ERR_MEMORY, path, 0, 0, "not enough memory for the picture");
    }
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)plain->w,
                       .height = (png_uint_32)plain->h,
                       .format = PNG_FORMAT_RGB};
    int is_written = png_image_write_to_file(&image, path, 0, plain->pixels, plain->pitch, NULL);
    SDL_FreeSurface(plain);
    if (!is_written) {
        return diag_set(diag, ERR_IO, path, 0, 0, "The picture could not be written: %s",
                        image.message);
    }
    return ERR_OK;
}
