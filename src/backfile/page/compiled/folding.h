/* Boxes that are taken whole: see folding.py. */
#pragma once
#include "lines.h"

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
    }
    return false;
}

/* folding.kept_open: whether a box has something in it that must be walked; -1 after an error.
 *
 * What was found in the box around it is looked at first, so that no node is looked at more than twice. */
static int is_kept_open(pass *self, node *top) {
    for (node *at = self->of_use; at != NULL; at = lexbor.parent(at))
        if (at == top) return 1;
    for (node *one = top; one != NULL; one = following(one, top)) {
        if (lexbor.type(one) != ELEMENT) continue;
        const tag_facts *facts = facts_of(self, one);
        if (facts == NULL) return -1;
        if (!facts->is_of_use && !bears_date(one) && !is_author_in_any_case(attribute_of(one, "rel"))) continue;
        self->of_use = one;
        return 1;
    }
    return 0;
}

enum { LONGEST_LINE = 80, LONGEST_WIDE = 26 };

/* folding.folded_lines into `part`: 1 if the box is taken whole, 0 if a line of it is too long for that. */
static int fold_lines(pass *self, node *top, int *oddities) {
    size_t longest = 0, longest_from = 0, longest_size = 0;
    self->part.size = 0;
    for (node *one = lexbor.first_child(top); one != NULL; one = following(one, top)) {
        if (lexbor.type(one) != TEXT) continue;
        size_t size = 0;
        byte *raw = lexbor.text(one, &size);
        if (raw == NULL) continue;
        for (const byte *from = raw, *end = raw + size; from < end;) {
            const byte *stop = memchr(from, '\n', (size_t)(end - from));
            if (stop == NULL) stop = end;
            size_t start = self->part.size;
            folded found;
            if ((start && append(&self->part, (const byte *)"\n", 1) < 0) ||
                fold(&self->part, from, stop, &found) < 0) {
                lexbor.free_text(self->document, raw);
                return -1;
            }
            if (!found.length) self->part.size = start;
            *oddities |= found.oddities;
            if (found.length > longest) {
                longest = found.length;
                longest_from = start ? start + 1 : 0;
                longest_size = self->part.size - longest_from;
            }
            from = stop + 1;
        }
        lexbor.free_text(self->document, raw);
        if (longest >= LONGEST_LINE) return 0;
    }
    if (longest < LONGEST_WIDE) return 1;
    size_t middle = longest / 2;
    const byte *at = self->part.data + longest_from, *end = at + longest_size;
    for (; at < end && middle; middle--) do
            at++;
        while (at < end && (*at & 0xC0) == 0x80);
    Py_UCS4 letter = at < end ? character_at(at) : 0;
    return !(letter >= 0x2E80 && letter <= 0xD7A3);
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
        PyObject *said = PyObject_CallFunctionObjArgs(is_folded, name, facts->tag, NULL);
        if (said == NULL) {
            Py_DECREF(name);
            return -1;
        }
        is_furniture = said == Py_True && !(facts->is_footer && is_in_article(self));
        Py_DECREF(said);
    }
    if (push(self, element, facts, name, is_furniture) < 0) return -1;
    if (!is_furniture || self->link != NULL) return 0;
    int is_open = is_kept_open(self, element);
    if (is_open) return is_open < 0 ? -1 : 0;
    int oddities = 0, whole = fold_lines(self, element, &oddities);
    if (whole <= 0) return whole;
    if (name == NULL) pop(self); /* its place is the box that said so */
    if (self->part.size) {
        PyObject *text = text_of(self->part.data, self->part.size);
        self->oddities = oddities;
        if (add_block(self, text, 0, ALL) < 0) return -1;
    }
    if (name != NULL) pop(self);
    return 1;
}
