/* The pass of walk.py, compiled: the same tables of the same tree, in a third of the time.
 *
 * walk.py says what is done and why, and is what runs where this could not be built; tests/page/test_compiled_walk.py
 * holds the two together. What is met by name (which elements are blocks, which attributes name a box) is told by
 * tree_tables.py at `prepare`, so that it stands in one place.
 *
 * The tree is selectolax's own. It is read through the functions that Lexbor exports for that (the _noi ones, not
 * inlined), so that nothing is taken for known of how a node lies in memory. A name of them that is missing fails
 * `prepare`.
 */
#define _GNU_SOURCE /* memmem, RTLD_NOLOAD */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <dlfcn.h>

#include "folding.h"
#include "nesting.h"
#include "utf8.h"

/* --- coming to an element and leaving it --- */

/* The box of the <figure> that is open, -1 where there is none. */
static Py_ssize_t figure(const pass *self) {
    for (size_t depth = self->depth; depth--;)
        if (self->levels[depth].facts.kind == FIGURE) return self->levels[depth].box;
    return -1;
}

static int leave_link(pass *self) {
    if (self->link_from >= 0 && end_span(self) < 0) return -1;
    self->link = NULL;
    self->link_from = NO_LINK;
    return 0;
}

static int leave_time(pass *self) {
    if (self->time == NULL) return 0;
    const byte *from = self->line.data + self->time_from, *end = self->line.data + self->line.size;
    folded found;
    self->part.size = 0;
    if (from < end && fold(&self->part, from, end, &found) < 0) return -1;
    Py_ssize_t at = box(self);
    if (at < 0 || mark(self, time_tag, attributes_of(self->time), text_of(self->part.data, self->part.size), at) < 0)
        return -1;
    self->time = NULL;
    return 0;
}

static int leave(pass *self, const tag_facts *facts) {
    switch (facts->kind) {
    case BLOCK:
    case HOLDER:
    case FIGURE:
        if (close_line(self) < 0) return -1;
        pop(self);
        return 0;
    case LINK:
        return leave_link(self);
    case BOLD:
        if (self->bold_depth) self->bold_depth--;
        if (!self->bold_depth) self->bold += self->length - self->bold_from;
        return 0;
    case TIME:
        return leave_time(self);
    default:
        return 0;
    }
}

/* 1 to go into the element, 0 to pass it over. */
static int enter(pass *self, node *element, const tag_facts *facts) {
    Py_ssize_t at;
    bool is_block = facts->kind == BLOCK || facts->kind == HOLDER;
    if (facts->kind == PASSED_OVER) return 0;
    if (is_block && close_line(self) < 0) return -1;
    if (!facts->is_undated && bears_date(element))
        if ((at = box(self)) < 0 || mark(self, dated_tag, attributes_of(element), text_under(self, element), at) < 0)
            return -1;
    if (is_block && lexbor.first_child(element) == NULL) return 0;
    switch (facts->kind) {
    case HOLDER:
        return (at = folds(self, element, facts)) < 0 ? -1 : !at;
    case BLOCK:
        return push(self, element, facts, NULL, innermost(self)->is_furniture) < 0 ? -1 : 1;
    case FIGURE:
        if (close_line(self) < 0 || push(self, element, facts, NULL, innermost(self)->is_furniture) < 0) return -1;
        return box(self) < 0 ? -1 : 1;
    case LINK:
        if (self->link != NULL && leave_link(self) < 0) return -1;
        self->link = element;
        self->link_from = LINK_BEGUN;
        return 1;
    case BOLD:
        if (!self->bold_depth++) self->bold_from = self->length;
        return 1;
    case TIME:
        self->time = element;
        self->time_from = self->line.size;
        return 1;
    case BREAK:
        self->breaks++;
        self->space_due = true;
        return 0;
    case RULE:
        return close_line(self);
    case PICTURE:
        return mark(self, picture_tag, attributes_of(element), Py_NewRef(empty_text), figure(self));
    case META:
        at = -1;
        if (self->depth > 1 && (at = box(self)) < 0) return -1; /* not in <head> */
        return mark(self, facts->tag, attributes_of(element), Py_NewRef(empty_text), at);
    case LINKED:
        if (!is_canonical(attribute_of(element, "rel"))) return 0;
        return mark(self, facts->tag, attributes_of(element), Py_NewRef(empty_text), -1);
    case TITLE:
        return mark(self, facts->tag, attributes_of(element), text_under(self, element), -1);
    case SCRIPT:
        if (!has(attribute_of(element, "type"), "ld+json")) return 0;
        return mark(self, facts->tag, attributes_of(element), text_under(self, element), -1);
    case HTML:
        return mark(self, facts->tag, attributes_of(element), Py_NewRef(empty_text), -1) < 0 ? -1 : 1;
    default:
        return 1;
    }
}

static int take_text(pass *self, node *one) {
    size_t size = 0;
    byte *raw = lexbor.text(one, &size);
    if (raw == NULL) return 0;
    int failed = add_text(self, raw, size);
    lexbor.free_text(self->document, raw);
    return failed;
}

static int run(pass *self) {
    node *one = self->root;
    for (;;) {
        int type = lexbor.type(one);
        if (type == TEXT && take_text(self, one) < 0) return -1;
        if (type == ELEMENT) {
            const tag_facts *facts = facts_of(self, one);
            int inside = facts == NULL ? -1 : enter(self, one, facts);
            node *child = inside == 1 ? lexbor.first_child(one) : NULL;
            if (inside < 0 || (inside == 1 && child == NULL && leave(self, facts) < 0)) return -1;
            if (child != NULL) {
                bool may_hide = facts->kind == INLINE || facts->kind == LINK || facts->kind == BOLD;
                int is_hidden = may_hide && self->hiding == NULL ? is_hiding(one) : 0;
                if (is_hidden < 0) return -1;
                if (is_hidden) self->hiding = one, self->hidden_from = self->length;
                one = child;
                continue;
            }
        }
        node *next;
        while (one != self->root && (next = lexbor.next(one)) == NULL) {
            one = lexbor.parent(one);
            const tag_facts *facts = facts_of(self, one);
            if (one == self->hiding && end_hidden(self) < 0) return -1;
            if (facts == NULL || leave(self, facts) < 0) return -1;
        }
        if (one == self->root) return close_line(self);
        one = next;
    }
}

static void clear(pass *self) {
    while (self->depth) pop(self);
    Py_XDECREF(self->blocks), Py_XDECREF(self->boxes), Py_XDECREF(self->marks), Py_XDECREF(self->author_links);
    Py_XDECREF(self->spans), Py_XDECREF(self->seams), Py_XDECREF(self->by_name.tag);
    Py_XDECREF(self->unseen), Py_XDECREF(self->hidden);
    PyMem_Free(self->levels), PyMem_Free(self->line.data), PyMem_Free(self->part.data);
}

PyDoc_STRVAR(walk_doc, "walk(number, /)\n--\n\n"
                       "(blocks, boxes, marks, author links, looks double-encoded, unseen words) of the tree whose "
                       "root has this number in memory\n"
                       "(LexborNode.mem_id), which must be alive; None where its text is no sound UTF-8.");

static PyObject *walk(PyObject *module, PyObject *number) {
    pass self = {.root = PyLong_AsVoidPtr(number), .link_from = NO_LINK};
    (void)module;
    if (self.root == NULL) return PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
    if (kinds == NULL) return PyErr_Format(PyExc_RuntimeError, "prepare() comes first");
    self.document = lexbor.parent(self.root);
    if (self.document == NULL) Py_RETURN_NONE;
    self.blocks = PyList_New(0);
    self.boxes = PyList_New(0);
    self.marks = PyList_New(0);
    self.author_links = PySet_New(NULL);
    self.unseen = PyList_New(0);
    PyObject *found = NULL;
    const tag_facts *facts = facts_of(&self, self.root);
    if (self.blocks != NULL && self.boxes != NULL && self.marks != NULL && self.author_links != NULL &&
        self.unseen != NULL && facts != NULL && push(&self, self.root, facts, Py_NewRef(empty_text), false) == 0) {
        PyObject *row =
            RECORD(box_type, PyLong_FromLong(-1), Py_NewRef(facts->tag), Py_NewRef(empty_text), PyLong_FromLong(0));
        self.levels[0].box = 0;
        if (append_row(self.boxes, row) == 0 && run(&self) == 0)
            found = self.is_unsound ? Py_NewRef(Py_None)
                                    : Py_BuildValue("OOOOOO", self.blocks, self.boxes, self.marks, self.author_links,
                                                    self.looks_double_encoded ? Py_True : Py_False, self.unseen);
    }
    clear(&self);
    return found;
}

PyDoc_STRVAR(
    prepare_doc,
    "prepare(library, kinds, headings, of_use, undated, folded_tags, naming, records, is_folded, without_invisible, "
    "hides, "
    "seen_part, /)\n--\n\n"
    "Says where selectolax's own library is, and what walk.py knows; OSError where the library has not the functions "
    "needed.");

static PyObject *prepare(PyObject *module, PyObject *args) {
    const char *path;
    (void)module;
    PyObject *given[14];
    if (!PyArg_ParseTuple(args, "sO!O!O!O!O!O!(OOOO)OOOO", &path, &PyDict_Type, &given[0], &PyFrozenSet_Type, &given[1],
                          &PyFrozenSet_Type, &given[2], &PyFrozenSet_Type, &given[3], &PyFrozenSet_Type, &given[4],
                          &PyTuple_Type, &given[5], &given[6], &given[7], &given[8], &given[9], &given[10], &given[11],
                          &given[12], &given[13]))
        return NULL;
    void *library = dlopen(path, RTLD_LAZY | RTLD_NOLOAD);
    if (library == NULL) return PyErr_Format(PyExc_OSError, "%s is not loaded", path);
    for (size_t i = 0; i < sizeof(SYMBOLS) / sizeof(*SYMBOLS); i++) {
        void *found = dlsym(library, SYMBOLS[i].symbol);
        if (found == NULL) return PyErr_Format(PyExc_OSError, "%s has no %s", path, SYMBOLS[i].symbol);
        memcpy(SYMBOLS[i].place, &found, sizeof(found));
    }
    PyObject **places[] = {&kinds,    &headings,  &of_use,    &undated,   &folded_tags,       &naming, &block_type,
                           &box_type, &span_type, &mark_type, &is_folded, &without_invisible, &hides,  &seen_part};
    for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) Py_XSETREF(*places[i], Py_NewRef(given[i]));
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"prepare", prepare, METH_VARARGS, prepare_doc},
    {"walk", walk, METH_O, walk_doc},
    {"is_utf8", is_utf8, METH_O, is_utf8_doc},
    {"tell_tags", tell_tags, METH_O, tell_tags_doc},
    {"deep_tags", deep_tags, METH_VARARGS, deep_tags_doc},
    {"tell", tell, METH_VARARGS, tell_doc},
    {"may_hint", may_hint, METH_O, may_hint_doc},
    {"words_of", words_of, METH_O, words_of_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    "backfile.compiled._walk",
    "The pass of walk.py, compiled.",
    -1,
    methods,
    NULL,
    NULL,
    NULL,
    NULL,
};

PyMODINIT_FUNC PyInit__walk(void) {
    empty_text = PyUnicode_FromString("");
    empty_tuple = PyTuple_New(0);
    time_tag = PyUnicode_InternFromString("time");
    dated_tag = PyUnicode_InternFromString("dated");
    picture_tag = PyUnicode_InternFromString("img");
    if (empty_text == NULL || empty_tuple == NULL || time_tag == NULL || dated_tag == NULL || picture_tag == NULL)
        return NULL;
    return PyModule_Create(&definition);
}
