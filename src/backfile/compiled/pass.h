/* What the pass knows of elements, what it has open, and the tables that it fills. */
#pragma once
#include "tree.h"

/* What an element is to the pass; the numbers are those of elements.Kind. */
typedef enum {
    INLINE,
    BLOCK,
    HOLDER,
    FIGURE,
    LINK,
    BOLD,
    TIME,
    BREAK,
    RULE,
    PASSED_OVER,
    PICTURE,
    META,
    LINKED,
    TITLE,
    SCRIPT,
    HTML
} kind_of;

typedef struct {
    PyObject *tag;
    kind_of kind;
    bool is_heading, is_paragraph, is_footer, is_article;
    bool is_of_use, is_undated, is_folded; /* see folding.py; folded whatever its names */
} tag_facts;

enum { KNOWN_TAGS = 512 };
static tag_facts known[KNOWN_TAGS]; /* by Lexbor's number of the element; what is past it is asked by name */
static PyObject *kinds, *headings, *of_use, *undated, *folded_tags, *naming; /* naming: a tuple of str */
static PyObject *block_type, *box_type, *span_type, *mark_type;
static PyObject *is_folded, *without_invisible, *hides, *seen_part;
static PyObject *empty_text, *empty_tuple, *time_tag, *dated_tag, *picture_tag;

typedef struct {
    node *element;
    tag_facts facts; /* with a reference of its own to the tag */
    PyObject *name;  /* NULL where not yet read */
    Py_ssize_t box;  /* -1 where it has none */
    bool is_furniture;
} level;

typedef struct {
    node *document, *root;
    PyObject *blocks, *boxes, *marks, *author_links;
    PyObject *spans, *seams; /* of the line that is open; NULL where empty */
    node *of_use;            /* what was found to keep a box open, until it is passed; NULL where nothing was */
    level *levels;
    size_t depth, levels_room;
    tag_facts by_name; /* of the last element that Lexbor has no number for */
    bytes_buffer line, part;
    size_t length, part_from, breaks, linked, bold, bold_from;
    size_t time_from; /* a byte of the line */
    Py_ssize_t link_from, bold_depth;
    size_t first; /* code points of the line's first run of text */
    node *link, *time;
    PyObject *unseen; /* all words that were taken out */
    PyObject *hidden; /* places in the line that no reader saw; NULL where there are none */
    node *hiding;     /* the element that hides what is in it; NULL where none is open */
    size_t hidden_from;
    bool space_due;
    int oddities; /* of the line */
    bool looks_double_encoded, is_unsound;
} pass;

enum { NO_LINK = -1, LINK_BEGUN = -2 };

static int facts_by_name(node *element, tag_facts *facts) {
    size_t size = 0;
    const byte *name = lexbor.name(element, &size);
    PyObject *tag = text_of(name, name == NULL ? 0 : size);
    if (tag == NULL) return -1;
    PyUnicode_InternInPlace(&tag);
    PyObject *kind = PyDict_GetItemWithError(kinds, tag);
    if (kind == NULL && PyErr_Occurred()) return -1;
    *facts = (tag_facts){
        .tag = tag,
        .kind = kind == NULL ? INLINE : (kind_of)PyLong_AsLong(kind),
        .is_heading = PySet_Contains(headings, tag) == 1,
        .is_of_use = PySet_Contains(of_use, tag) == 1,
        .is_undated = PySet_Contains(undated, tag) == 1,
        .is_folded = PySet_Contains(folded_tags, tag) == 1,
        .is_paragraph = PyUnicode_CompareWithASCIIString(tag, "p") == 0,
        .is_footer = PyUnicode_CompareWithASCIIString(tag, "footer") == 0,
        .is_article = PyUnicode_CompareWithASCIIString(tag, "article") == 0,
    };
    return 0;
}

static const tag_facts *facts_of(pass *self, node *element) {
    uintptr_t id = lexbor.tag_id(element);
    if (id < KNOWN_TAGS) {
        if (known[id].tag == NULL && facts_by_name(element, &known[id]) < 0) return NULL;
        return &known[id];
    }
    Py_CLEAR(self->by_name.tag);
    return facts_by_name(element, &self->by_name) < 0 ? NULL : &self->by_name;
}

static bool is_naming(slice name) {
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(naming); i++) {
        PyObject *one = PyTuple_GET_ITEM(naming, i);
        if (is_text(name, (const char *)PyUnicode_1BYTE_DATA(one), (size_t)PyUnicode_GET_LENGTH(one))) return true;
    }
    return false;
}

/* unseen.hides: whether a style or classes hide what is in their element; -1 after an error. */
static int is_told_to_hide(slice value) {
    PyObject *text = text_of(value.at, value.size);
    PyObject *said = text == NULL ? NULL : PyObject_CallOneArg(hides, text);
    int found = said == NULL ? -1 : said == Py_True;
    Py_XDECREF(text);
    Py_XDECREF(said);
    return found;
}

/* unseen.is_hiding; -1 after an error. */
static int is_hiding(node *element) {
    int found = 0;
    for (attribute *one = lexbor.first_attribute(element); one != NULL && !found; one = lexbor.next_attribute(one)) {
        slice key = name_in(one);
        bool is_asked = IS(key, "class") || IS(key, "style");
        if (is_asked || IS(key, "role")) {
            slice value = value_in(one);
            found = is_asked ? value.size ? is_told_to_hide(value) : 0 : IS(value, "tooltip");
        } else found = IS(key, "hidden");
    }
    return found;
}

/* names.name_of */
static PyObject *name_of(node *element) {
    bytes_buffer name = {0};
    slice value = attribute_of(element, "class");
    int failed = value.size && append(&name, value.at, value.size) < 0;
    for (attribute *one = lexbor.first_attribute(element); one != NULL && !failed; one = lexbor.next_attribute(one)) {
        slice key = name_in(one);
        if (IS(key, "class")) continue;
        value = value_in(one);
        int hides_it = IS(key, "hidden") ? 1 : IS(key, "style") && value.size ? is_told_to_hide(value) : 0;
        if (hides_it) failed = hides_it < 0 || append(&name, (const byte *)" is-hidden", 10) < 0;
        else if (value.size && is_naming(key))
            failed = append(&name, (const byte *)" ", 1) < 0 || append(&name, value.at, value.size) < 0;
    }
    bool is_ascii = true;
    for (size_t i = 0; i < name.size; i++) {
        if (name.data[i] >= 0x80) is_ascii = false;
        if (name.data[i] >= 'A' && name.data[i] <= 'Z') name.data[i] |= 0x20;
    }
    PyObject *found = failed ? NULL : text_of(name.data, name.size);
    PyMem_Free(name.data);
    if (found != NULL && !is_ascii) Py_SETREF(found, PyObject_CallMethod(found, "lower", NULL));
    return found;
}

/* --- what goes into the tables --- */

/* A record of a named tuple's type; takes over its fields' references, of which any may be NULL after an error. */
static PyObject *record(PyObject *type, Py_ssize_t count, PyObject **fields) {
    bool failed = false;
    for (Py_ssize_t i = 0; i < count; i++) failed |= fields[i] == NULL;
    PyObject *made = failed ? NULL : ((PyTypeObject *)type)->tp_alloc((PyTypeObject *)type, count);
    if (made != NULL) PyObject_GC_UnTrack(made); /* text, numbers and other records: no way round to itself */
    for (Py_ssize_t i = 0; i < count; i++) {
        if (made != NULL) PyTuple_SET_ITEM(made, i, fields[i]);
        else Py_XDECREF(fields[i]);
    }
    return made;
}
#define RECORD(type, ...)                                                                                              \
    record(type, sizeof((PyObject *[]){__VA_ARGS__}) / sizeof(PyObject *), (PyObject *[]){__VA_ARGS__})

/* Takes over the reference to the row. */
static int append_row(PyObject *table, PyObject *row) {
    int failed = row == NULL ? -1 : PyList_Append(table, row);
    Py_XDECREF(row);
    return failed;
}

/* --- the elements that are open --- */

static level *innermost(pass *self) { return &self->levels[self->depth - 1]; }

static int push(pass *self, node *element, const tag_facts *facts, PyObject *name, bool is_furniture) {
    if (self->depth == self->levels_room) {
        size_t room = self->levels_room * 2 + 64;
        level *levels = PyMem_Realloc(self->levels, room * sizeof(level));
        if (levels == NULL) {
            Py_XDECREF(name);
            PyErr_NoMemory();
            return -1;
        }
        self->levels = levels;
        self->levels_room = room;
    }
    self->levels[self->depth++] = (level){element, *facts, name, -1, is_furniture};
    Py_INCREF(facts->tag);
    return 0;
}

static void pop(pass *self) {
    level *last = &self->levels[--self->depth];
    Py_DECREF(last->facts.tag);
    Py_XDECREF(last->name);
}

/* Walk._box: the index of the innermost open box, -1 after an error. */
static Py_ssize_t box(pass *self) {
    size_t depth = self->depth;
    while (self->levels[depth - 1].box < 0) depth--;
    Py_ssize_t index = self->levels[depth - 1].box;
    for (; depth < self->depth; depth++) {
        level *one = &self->levels[depth];
        if (one->name == NULL && (one->name = name_of(one->element)) == NULL) return -1;
        PyObject *row = RECORD(box_type, PyLong_FromSsize_t(index), Py_NewRef(one->facts.tag), Py_NewRef(one->name),
                               PyLong_FromSize_t(depth));
        if (append_row(self->boxes, row) < 0) return -1;
        index = one->box = PyList_GET_SIZE(self->boxes) - 1;
    }
    return index;
}

/* An element of which page_metadata.py reads; takes over the references to its attributes and text. */
static int mark(pass *self, PyObject *tag, PyObject *attributes, PyObject *text, Py_ssize_t at_box) {
    PyObject *row = RECORD(mark_type, Py_NewRef(tag), attributes, text,
                           PyLong_FromSsize_t(PyList_GET_SIZE(self->blocks)), PyLong_FromSsize_t(at_box));
    return append_row(self->marks, row);
}
