/* SPDX-License-Identifier: MIT */
/* Reads the body of a form: application/x-www-form-urlencoded, strictly. */
#ifndef TB_FORM_H
#define TB_FORM_H

#include <stdbool.h>
#include <stddef.h>

enum { FORM_BYTES_MAX = 4096, FORM_FIELDS_MAX = 12, FORM_NAME_MAX = 16 };

typedef struct FormField {
    const char *name;  /* a-z and digits, at most FORM_NAME_MAX - 1 */
    const char *value; /* UTF-8 without NUL; of controls only tab and ends of lines */
} FormField;

typedef struct Form {
    int count;
    FormField fields[FORM_FIELDS_MAX];
    char text[FORM_BYTES_MAX + 1]; /* what the fields point at */
} Form;

/* Takes apart `size` bytes; no bytes are no fields. False, with `form` empty: it is too long, has
 * too many fields, one twice, a bad name, an escape that isn't %XX, a control, or no UTF-8. */
bool form_read(Form *form, const char *bytes, size_t size);

/* Null if there is no such field. */
const char *form_value(const Form *form, const char *name);

/* Takes %XX apart in `text`, in place. False: an escape is broken, or stands for a control. */
bool form_unescape(char *text);

/* The value of a hexadecimal digit, -1: it is none. */
int form_hex(char digit);

#endif
