/* The line that is open, and the block that it becomes. */
#pragma once
#include "pass.h"

/* Everything that stands under an element, as it is. */
static PyObject *text_under(pass *self, node *top) {
    bytes_buffer text = {0};
    int failed = 0;
    for (node *one = lexbor.first_child(top); one != NULL && !failed; one = following(one, top)) {
        if (lexbor.type(one) != TEXT) continue;
        size_t size = 0;
        byte *raw = lexbor.text(one, &size);
        failed = raw != NULL && append(&text, raw, size) < 0;
        if (raw != NULL) lexbor.free_text(self->document, raw);
    }
    PyObject *found = failed ? NULL : text_of(text.data, text.size);
    PyMem_Free(text.data);
    return found;
}

/* Walk._end_span */
static int end_span(pass *self) {
    slice said = attribute_of(self->link, "href");
    PyObject *href = text_of(said.at, said.size);
    if (href == NULL) return -1;
    bool is_author =
        IS(attribute_of(self->link, "rel"), "author") || IS(attribute_of(self->link, "itemprop"), "author");
    if ((is_author && PySet_Add(self->author_links, href) < 0) ||
        (self->spans == NULL && (self->spans = PyList_New(0)) == NULL)) {
        Py_DECREF(href);
        return -1;
    }
    PyObject *row = RECORD(span_type, PyLong_FromSsize_t(self->link_from), PyLong_FromSize_t(self->length), href);
    self->linked += self->length - (size_t)self->link_from;
    return append_row(self->spans, row);
}

/* A list that the line had gathered as a tuple; the line has none then. */
static PyObject *taken(PyObject **list) {
    PyObject *found = *list == NULL ? Py_NewRef(empty_tuple) : PyList_AsTuple(*list);
    Py_CLEAR(*list);
    return found;
}

static int end_hidden(pass *self) {
    self->hiding = NULL;
    if (self->length <= self->hidden_from) return 0;
    if (self->hidden == NULL && (self->hidden = PyList_New(0)) == NULL) return -1;
    return append_row(self->hidden, Py_BuildValue("nn", (Py_ssize_t)self->hidden_from, (Py_ssize_t)self->length));
}

enum { LONGEST_INITIAL = 2, LEAST_WITH_INITIAL = 80 }; /* unseen.py has them */

/* Walk._seen: the text, of which it takes over the reference, without what no reader saw. */
static PyObject *seen_text(pass *self, PyObject *text) {
    PyObject *spans = taken(&self->spans), *seams = taken(&self->seams), *words = NULL, *seen = NULL;
    PyObject *row = RECORD(block_type, text, Py_NewRef(innermost(self)->facts.tag), PyLong_FromLong(0), spans,
                           PyLong_FromSize_t(self->bold), PyLong_FromSize_t(self->linked), seams);
    PyObject *places = self->hidden == NULL ? Py_NewRef(empty_tuple) : Py_NewRef(self->hidden);
    Py_CLEAR(self->hidden);
    if (row != NULL) seen = PyObject_CallFunction(seen_part, "OOn", row, places, (Py_ssize_t)self->first);
    Py_XDECREF(row);
    Py_DECREF(places);
    text = NULL;
    if (seen != NULL && PyArg_ParseTuple(seen, "OOOnnO", &text, &spans, &seams, &self->bold, &self->linked, &words)) {
        self->spans = PySequence_List(spans);
        self->seams = PySequence_List(seams);
        PyObject *grown = PySequence_InPlaceConcat(self->unseen, words);
        if (self->spans == NULL || self->seams == NULL || grown == NULL) text = NULL;
        Py_XDECREF(grown);
        Py_XINCREF(text);
    } else text = NULL;
    Py_XDECREF(seen);
    return text;
}

/* A block of the text given, which it takes over, in the innermost box. */
static int add_block(pass *self, PyObject *text, size_t bold, size_t linked, bool all_linked) {
    PyObject *spans = taken(&self->spans), *seams = taken(&self->seams);
    if (text != NULL && spans != NULL && seams != NULL && self->oddities & INVISIBLE) {
        PyObject *cleaned = PyObject_CallFunctionObjArgs(without_invisible, text, spans, seams, NULL);
        Py_CLEAR(text);
        Py_CLEAR(spans);
        Py_CLEAR(seams);
        if (cleaned != NULL && PyArg_ParseTuple(cleaned, "OOO", &text, &spans, &seams))
            Py_INCREF(text), Py_INCREF(spans), Py_INCREF(seams);
        Py_XDECREF(cleaned);
    }
    self->looks_double_encoded |= (self->oddities & DOUBLE_ENCODED) != 0;
    self->oddities = 0;
    Py_ssize_t at = text == NULL || PyUnicode_GET_LENGTH(text) == 0 ? -1 : box(self);
    if (at >= 0) {
        PyObject *row = RECORD(block_type, text, Py_NewRef(innermost(self)->facts.tag), PyLong_FromSsize_t(at), spans,
                               PyLong_FromSize_t(bold),
                               PyLong_FromSize_t(all_linked ? (size_t)PyUnicode_GET_LENGTH(text) : linked), seams);
        return append_row(self->blocks, row);
    }
    Py_XDECREF(text), Py_XDECREF(spans), Py_XDECREF(seams);
    return PyErr_Occurred() ? -1 : 0;
}

/* Walk._close_line */
static int close_line(pass *self) {
    self->space_due = false;
    self->breaks = 0;
    if (!self->length) return 0;
    if (self->link_from >= 0) {
        if (end_span(self) < 0) return -1;
        self->link_from = LINK_BEGUN;
    }
    if (self->bold_depth) self->bold += self->length - self->bold_from;
    PyObject *text = text_of(self->line.data, self->line.size);
    self->is_unsound |= text != NULL && (size_t)PyUnicode_GET_LENGTH(text) != self->length;
    bool has_links = self->spans != NULL && PyList_GET_SIZE(self->spans) > 1;
    bool may_differ = self->length >= LEAST_WITH_INITIAL && (self->first <= LONGEST_INITIAL || has_links);
    if (self->hiding != NULL) {
        node *hiding = self->hiding;
        if (end_hidden(self) < 0) {
            Py_XDECREF(text);
            return -1;
        }
        self->hiding = hiding;
        self->hidden_from = 0;
    }
    if (text != NULL && (self->hidden != NULL || may_differ)) text = seen_text(self, text);
    if (add_block(self, text, self->bold, self->linked, false) < 0) return -1;
    self->line.size = 0;
    self->length = self->first = self->linked = self->bold = self->bold_from = self->part_from = self->time_from = 0;
    return 0;
}

enum { SHORT_PART = 75 };

/* Walk._ends_line */
static bool ends_line(pass *self, Py_UCS4 next) {
    const tag_facts *facts = &innermost(self)->facts;
    if (facts->is_heading || self->link != NULL) return false;
    size_t bold = self->bold + (self->bold_depth ? self->length - self->bold_from : 0);
    if (bold >= self->length && !self->bold_depth) return true;
    return !facts->is_paragraph && self->length < SHORT_PART && self->part_from == 0 &&
           (Py_UNICODE_ISUPPER(next) || !Py_UNICODE_ISALPHA(next));
}

static bool begins(const byte *at, const byte *end, const char *text) {
    size_t size = strlen(text);
    return (size_t)(end - at) >= size && !memcmp(at, text, size);
}

/* Walk._is_indented */
static bool is_indented(const pass *self, const byte *raw, const byte *end) {
    static const char *const indents[] = {"\xC2\xA0\xC2\xA0", "\xE2\x80\x83", "\xE3\x80\x80"};
    static const char *const ends[] = {".", "!", "?", "\"", "\xE2\x80\x9D", "\xE3\x80\x82", "\xE3\x80\x8D"};
    if (self->link != NULL) return false;
    while (raw < end && (*raw == ' ' || *raw == '\t' || *raw == '\n' || *raw == '\r' || *raw == '\f')) raw++;
    bool found = false;
    for (size_t i = 0; i < sizeof(indents) / sizeof(*indents); i++) found |= begins(raw, end, indents[i]);
    if (!found || self->length - self->part_from >= SHORT_PART) return found;
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
        size_t size = strlen(ends[i]);
        const byte *last = self->line.data + self->line.size;
        if (self->line.size >= size && begins(last - size, last, ends[i])) return true;
    }
    return false;
}

/* Text, Walk._add_text: into the line that is open. */
static int add_text(pass *self, const byte *raw, size_t size) {
    folded found;
    self->part.size = 0;
    if (fold(&self->part, raw, raw + size, &found) < 0) return -1;
    if (!found.length) {
        self->space_due = true;
        return 0;
    }
    if (self->breaks) {
        if (self->breaks > 1 ||
            (self->length && (ends_line(self, character_at(self->part.data)) || is_indented(self, raw, raw + size))))
            if (close_line(self) < 0) return -1;
        self->breaks = 0;
        self->space_due = true;
        self->part_from = self->length;
    }
    if (self->length) {
        if (self->space_due || found.begins_with_space) {
            if (append(&self->line, (const byte *)" ", 1) < 0) return -1;
            self->length++;
        } else {
            if (self->seams == NULL && (self->seams = PyList_New(0)) == NULL) return -1;
            if (append_row(self->seams, PyLong_FromSize_t(self->length)) < 0) return -1;
        }
    }
    if (!self->length) self->first = found.length;
    if (self->link_from == LINK_BEGUN) self->link_from = (Py_ssize_t)self->length;
    if (append(&self->line, self->part.data, self->part.size) < 0) return -1;
    self->length += found.length;
    self->oddities |= found.oddities;
    self->space_due = found.ends_with_space;
    return 0;
}
