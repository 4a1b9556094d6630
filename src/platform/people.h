/* SPDX-License-Identifier: MIT */
/* People, composed of the layers of people.txt and kept as one picture a look. */
#ifndef TB_PEOPLE_H
#define TB_PEOPLE_H

#include "art.h"
#include "err.h"

typedef struct People People;

/* Reads people.txt of the art's folder; `art` is borrowed. Art without that file gives an object
 * that paints nobody. ERR_FORMAT names the line. */
Err people_open(Art *art, People **people, Diag *diag);
void people_close(People *people);

/* Pixels per point; forgets composed people. */
void people_set_scale(People *people, float scale);

/* Paints `person` at `scale` pixels a point, `alpha` / 255 of it. */
void people_paint(People *people, const Canvas *canvas, const DrawPerson *person, float scale,
                  uint32_t alpha);

#endif
