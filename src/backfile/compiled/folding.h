/* Boxes that are taken whole: see folding.py. */
#pragma once
#include "lines.h"
#include "names.h"

static bool is_canonical(slice rel) {
    for (size_t i = 0; i + 9 <= rel.size; i++)
        if (!PyOS_strnicmp((const char *)rel.at + i, "canonical", 9)) return true;
    return false;
}

static bool is_author_in_any_case(slice value) {
    return value.size == 6 && !PyOS_strnicmp((const char *)value.at, "author", 6);
}

/* Microdata of a date, or a data- attribute that holds a time. */
static bool bears_date(node *element) {
    for (attribute *one = lexbor.first_attribute(element); one != NULL; one = lexbor.next_attribute(one)) {
        slice name = name_in(one);
        if (IS(name, "data-timestamp")) return true;
        slice value = IS(name, "itemprop") ? value_in(one) : (slice){NULL, 0};
        if (value.size >= 4 && !memcmp(value.at, "date", 4)) return true;
        if (!IS(name, "title")) continue;
        value = value_in(one);
        if (value.size > 4 && (!memcmp(value.at, "19", 2) || !memcmp(value.at, "20", 2)) && value.at[4] == '-')
            return true;
    }
    return false;
}

/* folding.kept_open: whether an element must be walked itself; -1 after an error. */
static int is_of_use(pass *self, node *element) {
    const tag_facts *facts = facts_of(self, element);
    if (facts == NULL) return -1;
    return facts->is_of_use || bears_date(element) || is_author_in_any_case(attribute_of(element, "rel"));
}

enum { LONGEST_LINE = 80, LONGEST_WIDE = 26 };

typedef struct {
    size_t length, from, size; /* code points; its place in `part`, in bytes */
} longest_line;

/* Append the lines of a text to `part`. */
static int append_lines(pass *self, const byte *from, const byte *end, int *oddities, longest_line *longest) {
    for (const byte *stop; from < end; from = stop + 1) {
        folded found;
        size_t before = self->part.size;
        if ((stop = memchr(from, '\n', (size_t)(end - from))) == NULL) stop = end;
        if (before && append(&self->part, (const byte *)"\n", 1) < 0) return -1;
        size_t start = self->part.size;
        if (fold(&self->part, from, stop, &found) < 0) return -1;
        if (found.length > longest->length) *longest = (longest_line){found.length, start, self->part.size - start};
        if (!found.length) self->part.size = before;
        *oddities |= found.oddities;
    }
    return 0;
}

static bool is_wide(const pass *self, const longest_line *line) {
    const byte *at = self->part.data + line->from, *end = at + line->size;
    for (size_t left = line->length / 2; at < end && left; left -= at < end && (*at & 0xC0) != 0x80) at++;
    Py_UCS4 letter = at < end ? character_at(at) : 0;
    return letter >= 0x2E80 && letter <= 0xD7A3;
}

/* folding.folded_lines into `part`: 1 if the box is taken whole, 0 if a line of it is too long for that or something in
 * it must be walked. */
static int fold_lines(pass *self, node *top, int *oddities) {
    longest_line longest = {0, 0, 0};
    for (node *at = self->of_use; at != NULL; at = lexbor.parent(at))
        if (at == top) return 0;
    self->part.size = 0;
    for (node *one = top; one != NULL; one = following(one, top)) {
        int type = lexbor.type(one), found = type == ELEMENT ? is_of_use(self, one) : 0;
        if (found) self->of_use = one;
        if (found) return found < 0 ? -1 : 0;
        size_t size = 0;
        byte *raw = type == TEXT ? lexbor.text(one, &size) : NULL;
        int failed = raw == NULL ? 0 : append_lines(self, raw, raw + size, oddities, &longest);
        if (raw != NULL) lexbor.free_text(self->document, raw);
        if (failed) return -1;
        if (longest.length >= LONGEST_LINE) return 0;
    }
    return longest.length < LONGEST_WIDE || !is_wide(self, &longest);
}

/* folding.is_folded: whether a box is furniture by its names or its element; -1 after an error. */
static int is_furniture_box(const tag_facts *facts, PyObject *name) {
    if (facts->is_folded) return 1;
    if (PyUnicode_IS_ASCII(name) && !may_tell(ascii_of(name))) return 0;
    PyObject *said = PyObject_CallFunctionObjArgs(is_folded, name, facts->tag, NULL);
    int is_told = said == NULL ? -1 : said == Py_True;
    Py_XDECREF(said);
    return is_told;
}

static bool is_in_article(pass *self) {
    for (size_t i = 0; i < self->depth; i++)
        if (self->levels[i].facts.is_article) return true;
    return false;
}

/* Walk._folds: 1 if the box is done, 0 if it is open now. */
static int folds(pass *self, node *element, const tag_facts *facts) {
    PyObject *name = NULL;
    bool is_furniture = innermost(self)->is_furniture;
    if (!is_furniture) {
        if ((name = name_of(element)) == NULL) return -1;
        int is_told = is_furniture_box(facts, name);
        if (is_told < 0) {
            Py_DECREF(name);
            return -1;
        }
        is_furniture = is_told && !(facts->is_footer && is_in_article(self));
    }
    if (push(self, element, facts, name, is_furniture) < 0) return -1;
    if (!is_furniture || self->link != NULL) return 0;
    int oddities = 0, whole = fold_lines(self, element, &oddities);
    if (whole <= 0) return whole;
    if (name == NULL) pop(self); /* its place is the box that said so */
    if (self->part.size) {
        PyObject *text = text_of(self->part.data, self->part.size);
        self->oddities = oddities;
        if (add_block(self, text, 0, 0, true) < 0) return -1;
    }
    if (name != NULL) pop(self);
    return 1;
}
