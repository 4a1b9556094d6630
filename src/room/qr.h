/* SPDX-License-Identifier: MIT */
/* A text as a QR code, by libqrencode. */
#ifndef TB_QR_H
#define TB_QR_H

#include "err.h"

#include <stdbool.h>
#include <stdint.h>

enum { QR_SIDE_MAX = 57 }; /* version 10 */

typedef struct QrCode {
    int side; /* modules; 0: none. A quiet zone of four modules is the drawer's */
    uint8_t modules[QR_SIDE_MAX * QR_SIDE_MAX]; /* row by row, 1 dark */
} QrCode;

/* Level M. An error if it doesn't fit version 10, or memory is short. */
Err qr_encode(const char *text, QrCode *code);

#endif
