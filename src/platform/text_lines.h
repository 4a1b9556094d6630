/* SPDX-License-Identifier: MIT */
/* Lines of text as coverage pictures, and their widths. Letters that a face lacks come from another
 * face; lines with right-to-left runs are reordered by ICU and shaped by HarfBuzz. */
#ifndef TB_TEXT_LINES_H
#define TB_TEXT_LINES_H

#include "draw.h"
#include "err.h"
#include "render_cache.h"

typedef struct Texts Texts;

/* `font_dir` holds the TTFs of assets/fonts, each read when first needed. ERR_NOT_FOUND names the
 * first that is missing. */
Err texts_open(const char *font_dir, Texts **texts, Diag *diag);
void texts_close(Texts *texts);

/* Pixels per point; forgets what was set at another scale. */
void texts_set_scale(Texts *texts, float scale);

/* Width in points. */
float texts_measure(Texts *texts, FontFace face, float size, const char *text, int length);

/* Coverage of a line, placed from its left end on the baseline; null if nothing is to be seen.
 * Valid until the next call. */
const Picture *texts_picture(Texts *texts, FontFace face, float size, const char *text,
                             int length);

/* The first problem since the last call, a font that could not be read, say. */
Err texts_problem(Texts *texts, Diag *diag);

#endif
