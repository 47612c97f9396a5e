/* The tags of elements that stand too deep: see deep_nesting.py, which says why and is the twin. */
#pragma once
#include "names.h"

enum { TAG_SLOTS = 1024, MOST_TAG_NAMES = TAG_SLOTS / 2 };
enum { NESTED, NOT_NESTED, FORMATTING, RAW_TEXT }; /* deep_nesting.TagKind */

typedef struct {
    uint64_t name; /* its hash, 0 where the slot is free */
    uint32_t open, dropped;
    uint32_t kind;
} tag_count;

typedef struct {
    tag_count slots[TAG_SLOTS];
    size_t names;
} tag_counts;

static tag_counts told_tags; /* what is known of each name before any page */

/* Names after the first 512 of a page share one slot: a page of news has a hundred. */
static tag_count *count_of(tag_counts *all, uint64_t name) {
    size_t at = name % TAG_SLOTS;
    while (all->slots[at].name && all->slots[at].name != name) at = (at + 1) % TAG_SLOTS;
    if (all->slots[at].name) return &all->slots[at];
    if (all->names == MOST_TAG_NAMES) return &all->slots[at]; /* the free one at the end of this run */
    all->names++;
    all->slots[at].name = name;
    return &all->slots[at];
}

/* FNV-1a of the name in small letters; `*at` is left after it. */
static uint64_t tag_hash(const byte **at, const byte *end) {
    uint64_t hash = 0xCBF29CE484222325ull;
    for (; *at < end && (is_letter(**at) || (**at >= '0' && **at <= '9')); ++*at)
        hash = (hash ^ (**at | 32)) * 0x100000001B3ull;
    return hash ? hash : 1;
}

PyDoc_STRVAR(tell_tags_doc, "tell_tags(kinds, /)\n--\n\nSays for deep_tags() of which kind an element's name is.");

static PyObject *tell_tags(PyObject *module, PyObject *kinds_of) {
    PyObject *name, *kind;
    Py_ssize_t position = 0;
    (void)module;
    if (!PyDict_Check(kinds_of)) return PyErr_Format(PyExc_TypeError, "a dict, not %R", kinds_of);
    memset(&told_tags, 0, sizeof(told_tags));
    while (PyDict_Next(kinds_of, &position, &name, &kind)) {
        char *data;
        Py_ssize_t size;
        if (PyBytes_AsStringAndSize(name, &data, &size) < 0) return NULL;
        const byte *at = (const byte *)data;
        long number = PyLong_AsLong(kind);
        if (number < 0) return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_ValueError, "%R is no kind", kind);
        count_of(&told_tags, tag_hash(&at, at + size))->kind = (uint32_t)number;
    }
    Py_RETURN_NONE;
}

typedef struct {
    const byte *start, *at, *end;
    tag_counts tags;
    uint64_t *stack;
    size_t depth, formatting, nesting_limit, formatting_limit;
    PyObject *found;
} nesting;

/* Past the text of an element that holds no tags, or past a comment (no name). */
static void skip_text(nesting *self, const byte *name, size_t size) {
    if (!size) {
        const byte *close = memmem(self->at, (size_t)(self->end - self->at), "-->", 3);
        self->at = close == NULL ? self->end : close;
        return;
    }
    while ((self->at = memchr(self->at, '<', (size_t)(self->end - self->at))) != NULL) {
        const byte *tag = self->at++;
        if ((size_t)(self->end - tag) < size + 2 || tag[1] != '/') continue;
        size_t same = 0;
        while (same < size && (tag[2 + same] | 32) == (name[same] | 32)) same++;
        if (same < size) continue;
        self->at = tag;
        return;
    }
    self->at = self->end;
}

static int drop(nesting *self, const byte *tag) {
    PyObject *place = PyLong_FromSsize_t(tag - self->start);
    int failed = place == NULL || PyList_Append(self->found, place) < 0;
    Py_XDECREF(place);
    return failed ? -1 : 0;
}

static void close_tag(nesting *self, tag_count *one, uint64_t name) {
    one->open--;
    if (one->kind == FORMATTING) {
        self->formatting--;
        return;
    }
    while (self->depth && self->stack[--self->depth] != name) count_of(&self->tags, self->stack[self->depth])->open--;
}

static int open_tag(nesting *self, tag_count *one, uint64_t name, const byte *tag) {
    bool formats = one->kind == FORMATTING;
    if (self->depth == self->nesting_limit || (formats && self->formatting == self->formatting_limit)) {
        one->dropped++;
        return drop(self, tag);
    }
    one->open++;
    if (formats) self->formatting++;
    else self->stack[self->depth++] = name;
    return 0;
}

static int meet_tag(nesting *self, const byte *tag) {
    bool closes = self->at < self->end && *self->at == '/';
    if (closes) self->at++;
    else if (self->end - self->at >= 3 && !memcmp(self->at, "!--", 3)) {
        self->at += 3;
        skip_text(self, NULL, 0);
        return 0;
    }
    if (self->at == self->end || !is_letter(*self->at)) return 0;
    const byte *name = self->at;
    uint64_t hash = tag_hash(&self->at, self->end);
    tag_count *one = count_of(&self->tags, hash);
    hash = one->name;
    if (one->kind == RAW_TEXT && !closes) skip_text(self, name, (size_t)(self->at - name));
    else if (one->kind == NOT_NESTED || one->kind == RAW_TEXT) return 0;
    else if (!closes) return open_tag(self, one, hash, tag);
    else if (one->dropped) {
        one->dropped--;
        return drop(self, tag);
    } else if (one->open) close_tag(self, one, hash);
    return 0;
}

PyDoc_STRVAR(deep_tags_doc,
             "deep_tags(markup, nesting, formatting, /)\n--\n\n"
             "Where the tags begin that open or close an element deeper than `nesting`, or one of those that format "
             "text of which `formatting` are open.");

static PyObject *deep_tags(PyObject *module, PyObject *args) {
    const char *markup;
    Py_ssize_t size, nesting_limit, formatting_limit;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#nn", &markup, &size, &nesting_limit, &formatting_limit)) return NULL;
    if (nesting_limit < 1 || formatting_limit < 1) return PyErr_Format(PyExc_ValueError, "limits are at least 1");
    nesting self = {.start = (const byte *)markup,
                    .nesting_limit = (size_t)nesting_limit,
                    .formatting_limit = (size_t)formatting_limit};
    self.at = self.start, self.end = self.start + size;
    self.tags = told_tags;
    self.found = PyList_New(0);
    self.stack = PyMem_Calloc(self.nesting_limit, sizeof(uint64_t));
    if (self.found == NULL || self.stack == NULL) {
        Py_XDECREF(self.found);
        PyMem_Free(self.stack);
        return PyErr_NoMemory();
    }
    while (self.at < self.end) {
        const byte *tag = memchr(self.at, '<', (size_t)(self.end - self.at));
        if (tag == NULL) break;
        self.at = tag + 1;
        if (meet_tag(&self, tag) < 0) {
            Py_CLEAR(self.found);
            break;
        }
    }
    PyMem_Free(self.stack);
    return self.found;
}
