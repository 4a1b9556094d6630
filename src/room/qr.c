/* SPDX-License-Identifier: MIT */
/* A text as a QR code, by libqrencode. */
#include "qr.h"

#include <errno.h>
#include <qrencode.h>
#include <string.h>

Err qr_encode(const char *text, QrCode *code) {
    memset(code, 0, sizeof *code);
    QRcode *drawn = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    if (!drawn) {
        return errno == ENOMEM ? ERR_MEMORY : ERR_FULL;
    }
    bool fits = drawn->width <= QR_SIDE_MAX;
    if (fits) {
        code->side = drawn->width;
        for (int i = 0; i < drawn->width * drawn->width; i++) {
            code->modules[i] = drawn->data[i] & 1;
        }
    }
    QRcode_free(drawn);
    return fits ? ERR_OK : ERR_FULL;
}
