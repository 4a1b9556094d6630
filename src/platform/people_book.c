/* SPDX-License-Identifier: MIT */
/* Reads people.txt: tilts, colours, the parts with their layers, and the painting order. */
#include "people_book.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

static const char *const slot_names[SLOT_COUNT] = {
    [SLOT_SKIN] = "skin",         [SLOT_SKIN2] = "skin2", [SLOT_SKINLINE] = "skinline",
    [SLOT_SKINBLUSH] = "skinblush", [SLOT_HAIR] = "hair", [SLOT_HAIR2] = "hair2",
    [SLOT_WEAR] = "wear",         [SLOT_WEAR2] = "wear2", [SLOT_CLOTH] = "cloth",
    [SLOT_CLOTH2] = "cloth2",     [SLOT_CLOTH3] = "cloth3", [SLOT_LIP] = "lip",
    [SLOT_LEGS] = "legs",         [SLOT_SHOE] = "shoe",   [SLOT_SKIRT] = "skirt",
    [SLOT_FIXED] = "fixed"};

/* Cuts the next word off a line; null at its end. */
static char *next_word(char **line) {
    char *word = *line + strspn(*line, " \r");
    if (*word == '\0') {
        return NULL;
    }
    char *end = word + strcspn(word, " \r");
    *line = *end ? end + 1 : end;
    *end = '\0';
    return word;
}

static int index_of(const char *const *names, int count, const char *word) {
    for (int i = 0; word && i < count; i++) {
        if (strcmp(names[i], word) == 0) {
            return i;
        }
    }
    return -1;
}

static bool read_tones(char **line, BookTones *tones) {
    int count = 0;
    for (char *word = next_word(line); word; word = next_word(line)) {
        if (strcmp(word, "dark") == 0) {
            tones->is_dark = true;
        } else if (count < BOOK_TONES) {
            tones->rgb[count++] = (uint32_t)strtoul(word, NULL, 16) & 0xffffffu;
        }
    }
    return count > 0;
}

static bool read_colour(Book *book, const char *kind, char **line) {
    static const char *const lip_names[PERSON_LIPS] = {"none", "deep", "rose", "coral"};
    const char *name = next_word(line);
    BookTones tones = {0};
    if (!name || !read_tones(line, &tones)) {
        return false;
    }
    int skin = index_of(person_skin_names, PERSON_SKINS, name);
    int hair = index_of(person_hair_colour_names, PERSON_COLOURS, name);
    int cloth = index_of(person_cloth_names, PERSON_COLOURS, name);
    int lip = index_of(lip_names, PERSON_LIPS, name);
    if (strcmp(kind, "skin") == 0 && skin >= 0) {
        book->skins[skin] = tones;
    } else if (strcmp(kind, "hairc") == 0 && hair >= 0) {
        book->hairs[hair] = tones;
    } else if (strcmp(kind, "clothc") == 0 && cloth >= 0) {
        book->cloths[cloth] = tones;
    } else if (strcmp(kind, "lipc") == 0 && lip >= 0) {
        book->lips[lip] = tones.rgb[0];
    } else if (strcmp(kind, "legsc") == 0 && strcmp(name, "ink") == 0) {
        book->legs_ink = tones.rgb[0];
    } else if (strcmp(kind, "legsc") == 0 && strcmp(name, "denim") == 0) {
        book->legs_denim = tones.rgb[0];
    } else if (strcmp(kind, "shoec") == 0 && strcmp(name, "brown") == 0) {
        book->shoe = tones.rgb[0];
    }
    return true;
}

static bool read_step(BookOrder *order, char **line) {
    const char *space = next_word(line);
    const char *part = next_word(line);
    if (!space || !part || order->count == BOOK_LAYERS) {
        return false;
    }
    order->steps[order->count++] = (BookStep){.is_tilted = strcmp(space, "tilt") == 0,
                                              .is_head = strstr(part, "head/") != NULL,
                                              .part = part,
                                              .condition = *line};
    return true;
}

static bool read_head(Book *book, char **line) {
    const char *where = next_word(line);
    float numbers[3];
    for (int i = 0; i < 3; i++) {
        const char *word = next_word(line);
        if (!word) {
            return false;
        }
        numbers[i] = strtof(word, NULL);
    }
    BookHead head = {.x = numbers[0], .y = numbers[1], .scale = numbers[2]};
    if (strcmp(where, "bust") == 0) {
        book->bust_head = head;
    } else if (strcmp(where, "stand") == 0) {
        book->stand_head = head;
    } else {
        book->wheel_head = head;
    }
    return true;
}

static bool read_tilt(Book *book, char **line) {
    int face = index_of(person_expression_names, PERSON_FACE_COUNT, next_word(line));
    const char *degrees = next_word(line);
    if (face >= 0 && degrees) {
        book->tilts[face] = strtof(degrees, NULL);
    }
    return face >= 0 && degrees;
}

static bool read_part(Book *book, char **line) {
    const char *name = next_word(line);
    if (name) {
        book->parts[book->part_count++] =
            (BookPart){.name = name, .first_layer = book->layer_count};
    }
    return name != NULL;
}

static bool read_layer(Book *book, const Art *art, char **line) {
    const char *name = next_word(line);
    int slot = index_of(slot_names, SLOT_COUNT, next_word(line));
    const char *flag = next_word(line);
    bool is_dark_only = flag && strcmp(flag, "dark-only") == 0;
    const Sprite *sprite = name ? art_find(art, name) : NULL;
    if (!sprite || slot < 0 || (flag && !is_dark_only) || book->part_count == 0) {
        return false;
    }
    book->layers[book->layer_count++] =
        (BookLayer){.sprite = sprite, .slot = (BookSlot)slot, .is_dark_only = is_dark_only};
    book->parts[book->part_count - 1].layer_count++;
    return true;
}

static bool read_line(Book *book, const Art *art, char *line) {
    static const char *const colours[] = {"skin", "hairc", "clothc", "lipc", "legsc", "shoec"};
    char *kind = line[0] == '#' ? NULL : next_word(&line);
    if (!kind) {
        return true;
    }
    if (index_of(colours, (int)(sizeof colours / sizeof *colours), kind) >= 0) {
        return read_colour(book, kind, &line);
    }
    if (strcmp(kind, "part") == 0) {
        return read_part(book, &line);
    }
    if (strcmp(kind, "layer") == 0) {
        return read_layer(book, art, &line);
    }
    if (strcmp(kind, "expr") == 0) {
        return read_tilt(book, &line);
    }
    if (strcmp(kind, "bust") == 0 || strcmp(kind, "figure") == 0) {
        return read_step(kind[0] == 'b' ? &book->bust : &book->figure, &line);
    }
    /* Choices and the cast are for tools: the game has them as tables (person.h). */
    return strcmp(kind, "head") != 0 || read_head(book, &line);
}

/* Room for as many parts and layers as there are lines. */
static bool reserve_parts(Book *book, size_t size) {
    size_t lines = 1;
    for (size_t i = 0; i < size; i++) {
        lines += book->text[i] == '\n';
    }
    book->parts = calloc(lines, sizeof *book->parts);
    book->layers = calloc(lines, sizeof *book->layers);
    return book->parts && book->layers;
}

Err book_open(const char *path, const Art *art, Book *book, Diag *diag) {
    size_t size = 0;
    book->text = SDL_LoadFile(path, &size);
    if (!book->text) {
        return diag_set(diag, ERR_NOT_FOUND, path, 0, 0, "the index of the people is missing");
    }
    if (!reserve_parts(book, size)) {
        return diag_set(diag, ERR_MEMORY, path, 0, 0, "not enough memory for people");
    }
    int number = 0;
    for (char *line = book->text; line && *line;) {
        char *end = strchr(line, '\n');
        if (end) {
            *end = '\0';
        }
        number++;
        if (!read_line(book, art, line)) {
            return diag_set(diag, ERR_FORMAT, path, number, 0, "this line can't be understood");
        }
        line = end ? end + 1 : NULL;
    }
    return ERR_OK;
}

void book_close(Book *book) {
    SDL_free(book->text);
    free(book->parts);
    free(book->layers);
    book->text = NULL;
}

const BookPart *book_find_part(const Book *book, const char *name) {
    for (int i = 0; i < book->part_count; i++) {
        if (strcmp(book->parts[i].name, name) == 0) {
            return &book->parts[i];
        }
    }
    return NULL;
}

static const char *yes_no(uint8_t value) {
    return value ? "1" : "0";
}

static const char *mouth_of(const Book *book, const Person *person) {
    if (strcmp(person_beard_names[person->beard], "full") == 0) {
        return book->hairs[person->hair_colour].is_dark ? "/beard-dark" : "/beard";
    }
    return person->lip ? "/lip" : "";
}

typedef struct BookWord {
    const char *key, *value;
} BookWord;

/* The value of the `length` letters of `key` for this look; "none" for keys nobody chooses. */
static const char *value_of(const Book *book, const BookLook *look, const char *key,
                            size_t length) {
    static const char *const earrings[PERSON_EARRINGS] = {"none", "gold", "pearl"};
    const Person *person = &look->person;
    const BookWord words[] = {{"hair", person_hair_names[person->hair]},
                              {"face", person_face_names[person->face]},
                              {"nose", person_nose_names[person->nose]},
                              {"glasses", person_glasses_names[person->glasses]},
                              {"beard", person_beard_names[person->beard]},
                              {"earring", earrings[person->earring]},
                              {"shape", person_shape_names[person->shape]},
                              {"outfit", person_outfit_names[person->outfit]},
                              {"expr", person_expression_names[look->face]},
                              {"pose", look->pose},
                              {"lash", person->lashes ? "lash" : "plain"},
                              {"mouth", mouth_of(book, person)},
                              {"freckles", yes_no(person->freckles)},
                              {"age", yes_no(person->age_lines)},
                              {"aid", yes_no(person->hearing_aid)}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].key) == length && strncmp(words[i].key, key, length) == 0) {
            return words[i].value;
        }
    }
    return "none";
}

bool book_step_counts(const Book *book, const BookStep *step, const BookLook *look) {
    const char *at = step->condition + strspn(step->condition, " ");
    while (*at) {
        size_t length = strcspn(at, " ");
        size_t key_length = strcspn(at, "!=");
        bool is_not = at[key_length] == '!';
        size_t skip = key_length + (is_not ? 2 : 1);
        const char *value = value_of(book, look, at, key_length);
        bool is_equal = skip <= length && strlen(value) == length - skip &&
                        strncmp(value, at + skip, length - skip) == 0;
        if (is_equal == is_not) {
            return false;
        }
        at += length;
        at += strspn(at, " \r");
    }
    return true;
}

void book_part_name(const Book *book, const BookStep *step, const BookLook *look,
                    char out[BOOK_PART_NAME]) {
    bool is_blink = look->blink && strstr(step->part, "head/eyes/") != NULL;
    size_t used = 0;
    for (const char *at = step->part; *at;) {
        if (*at != '{') {
            out[used] = *at++;
            used += used < BOOK_PART_NAME - 1;
            continue;
        }
        size_t length = strcspn(at + 1, "}");
        bool is_expression = strncmp(at + 1, "expr", length) == 0;
        const char *value = is_blink && is_expression ? "blink"
                                                      : value_of(book, look, at + 1, length);
        for (; *value; value++) {
            out[used] = *value;
            used += used < BOOK_PART_NAME - 1;
        }
        at += length + 1 + (at[length + 1] == '}');
    }
    out[used] = '\0';
}
