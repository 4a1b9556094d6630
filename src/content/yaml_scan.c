/* SPDX-License-Identifier: MIT */
/* One walk over the bytes of a file, counting lines and columns as libyaml does. */
#include "yaml_scan.h"

#include "text.h"

const char *yaml_scan_objection(uint32_t code) {
    if (code == '\t' || code == '\n' || code == '\r') {
        return NULL;
    }
    if (code < 0x20 || (code >= 0x7F && code < 0xA0 && code != 0x85)) {
        return "a control character";
    }
    if (code == 0x85 || code == 0x2028 || code == 0x2029) {
        return "an unusual line break";
    }
    if ((code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069)) {
        return "an invisible character that turns the direction of writing";
    }
    /* Joiners and direction marks (200C to 200F) are part of Persian, Hebrew and others. */
    if (code == 0x200B || (code >= 0x2060 && code <= 0x2064) || code == 0xFEFF ||
        code == 0xFFFE || code == 0xFFFF) {
        return "an invisible character";
    }
    if ((code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000) {
        return "a character for private use, which looks different everywhere";
    }
    return NULL;
}

/* Place in the file. */
typedef struct Place {
    const char *at;
    int line, column;
    bool is_indent; /* only spaces so far on this line */
} Place;

static void next_line(Place *place) {
    place->at += place->at[0] == '\r' && place->at[1] == '\n' ? 2 : 1;
    place->line++;
    place->column = 1;
    place->is_indent = true;
}

static bool is_printable_ascii(char byte) {
    return byte >= ' ' && byte < 0x7F;
}

/* Most of a file, in two tight loops; the NUL at the end stops them. */
static void skip_plain(Place *place) {
    const char *from = place->at;
    const char *at = from;
    while (*at == ' ') {
        at++;
    }
    place->is_indent = place->is_indent && !is_printable_ascii(*at);
    while (is_printable_ascii(*at)) {
        at++;
    }
    place->column += (int)(at - from);
    place->at = at;
}

/* One character that isn't a line break. False ends the walk. */
static bool next_character(Place *place, Findings *findings) {
    const char *before = place->at;
    if (*before == '\0') {
        findings_error(findings, place->line, place->column,
                       "There is a zero byte here: this is not a text file.");
        return false;
    }
    uint32_t code = text_next(&place->at);
    if (code == 0xFFFD && place->at - before == 1) {
        findings_error(findings, place->line, place->column,
                       "This is not UTF-8. Save the file again with the encoding UTF-8.");
        return false;
    }
    const char *objection = yaml_scan_objection(code);
    if (objection) {
        findings_error(findings, place->line, place->column,
                       "There is %s here (U+%04X). Delete it.", objection, (unsigned)code);
    } else if (code == '\t' && place->is_indent) {
        findings_error(findings, place->line, place->column,
                       "This line is indented with a tab. Use spaces.");
    }
    place->column++;
    place->is_indent = false;
    return true;
}

static bool is_utf16(const char *bytes, size_t size) {
    const unsigned char *byte = (const unsigned char *)bytes;
    return size >= 2 &&
           ((byte[0] == 0xFF && byte[1] == 0xFE) || (byte[0] == 0xFE && byte[1] == 0xFF));
}

bool yaml_scan(const char *bytes, size_t size, Findings *findings) {
    if (is_utf16(bytes, size)) {
        findings_error(findings, 1, 1,
                       "This file is written in UTF-16. Save it again with the encoding UTF-8.");
        return false;
    }
    int before = findings->errors;
    const char *end = bytes + size;
    Place place = {.at = bytes, .line = 1, .column = 1, .is_indent = true};
    while (place.at < end) {
        char byte = *place.at;
        if (byte == '\n' || byte == '\r') {
            next_line(&place);
        } else if (byte == '%' && place.column == 1) {
            /* libyaml's time grows with the square of the number of such lines. */
            findings_error(findings, place.line, 1, "A line that begins with %% isn't allowed.");
            return false;
        } else if (is_printable_ascii(byte)) {
            skip_plain(&place);
        } else if (!next_character(&place, findings)) {
            return false;
        }
    }
    return findings->errors == before;
}
