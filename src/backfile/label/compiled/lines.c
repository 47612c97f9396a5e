/* Which of the rules of lines a line fits, compiled: what lines.py does, with the tree of sieve.py laid flat.
 *
 * Patterns are matched by Python's own re module, as there; what is done here is to find the few that are worth it.
 */
#define _GNU_SOURCE /* memmem */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <string.h>

enum { LONGEST = 4096, MOST_RULES = 64 };
#define CAPSULE "backfile.label._lines.rules"

/* A beginning of lines: the rules whose lines can begin so, and where its ways on stand among the edges, by their
 * letters. */
typedef struct {
    uint64_t rules;
    Py_ssize_t first, past;
} sieve_node;

typedef struct {
    Py_UCS4 letter;
    Py_ssize_t node;
} edge;

typedef struct {
    sieve_node *nodes;
    edge *edges;
    uint64_t *of_size; /* the rules whose lines can be so long */
    Py_ssize_t longest, reach;
    Py_UCS4 end;                   /* stands for a line's end among the letters */
    PyObject *rules;               /* a tuple of (rule, pattern, needs): LineRule, str, tuple of bytes */
    PyObject *matches[MOST_RULES]; /* each pattern's match method, NULL until a line is tried on it */
    PyObject *matcher, *may_match;
} rule_set;

static const sieve_node *way_on(const rule_set *set, const sieve_node *from, Py_UCS4 letter) {
    Py_ssize_t low = from->first, high = from->past;
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (set->edges[middle].letter < letter) low = middle + 1;
        else high = middle;
    }
    return low < from->past && set->edges[low].letter == letter ? &set->nodes[set->edges[low].node] : NULL;
}

/* Sieve.may_match into `rules`; -1 after an error. Letters past ASCII that are not in the tree as they stand are left
 * to it. */
static int find_rules(const rule_set *set, PyObject *text, uint64_t *rules) {
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t size = PyUnicode_GET_LENGTH(text), looked_at = size < set->reach ? size : set->reach;
    const sieve_node *node = set->nodes, *next;
    Py_ssize_t i = 0;
    for (*rules = node->rules; i < looked_at; i++, node = next) {
        Py_UCS4 letter = PyUnicode_READ(kind, data, i);
        next = way_on(set, node, letter);
        if (next == NULL && letter > 0x7F) {
            PyObject *found = PyObject_CallOneArg(set->may_match, text);
            if (found != NULL) *rules = PyLong_AsUnsignedLongLong(found);
            Py_XDECREF(found);
            return PyErr_Occurred() ? -1 : 0;
        }
        if (next == NULL) break;
        *rules |= next->rules;
        if (next->first == next->past) break;
    }
    if (i == size && i < set->reach && (next = way_on(set, node, set->end)) != NULL) *rules |= next->rules;
    *rules &= set->of_size[size];
    return 0;
}

/* The ASCII in a text, in small letters: what needs are looked for in. */
static size_t fold_ascii(PyObject *text, char *into) {
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    size_t size = 0;
    for (Py_ssize_t i = 0; i < PyUnicode_GET_LENGTH(text); i++) {
        Py_UCS4 letter = PyUnicode_READ(kind, data, i);
        if (letter < 0x80) into[size++] = (char)(letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter);
    }
    return size;
}

static bool has_need(PyObject *needs, const char *folded, size_t size) {
    Py_ssize_t count = PyTuple_GET_SIZE(needs);
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject *need = PyTuple_GET_ITEM(needs, i);
        if (memmem(folded, size, PyBytes_AS_STRING(need), (size_t)PyBytes_GET_SIZE(need)) != NULL) return true;
    }
    return count == 0;
}

static int matches(rule_set *set, int place, PyObject *row, PyObject *text) {
    if (set->matches[place] == NULL) {
        set->matches[place] = PyObject_CallOneArg(set->matcher, PyTuple_GET_ITEM(row, 1));
        if (set->matches[place] == NULL) return -1;
    }
    PyObject *found = PyObject_CallOneArg(set->matches[place], text);
    int is_match = found == NULL ? -1 : found != Py_None;
    Py_XDECREF(found);
    return is_match;
}

PyDoc_STRVAR(first_fit_doc, "first_fit(rules, text, /)\n--\n\nThe first rule that a line fits, or None.");

static PyObject *first_fit(PyObject *module, PyObject *const *args, Py_ssize_t count) {
    (void)module;
    rule_set *set = count == 2 ? PyCapsule_GetPointer(args[0], CAPSULE) : NULL;
    if (set == NULL || !PyUnicode_Check(args[1]))
        return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_TypeError, "first_fit(rules, text): a str");
    PyObject *text = args[1];
    char folded[LONGEST];
    uint64_t rules;
    if (PyUnicode_GET_LENGTH(text) > set->longest) Py_RETURN_NONE;
    if (find_rules(set, text, &rules) < 0) return NULL;
    size_t size = rules ? fold_ascii(text, folded) : 0;
    for (int place = 0; rules; place++, rules >>= 1) {
        if (!(rules & 1)) continue;
        PyObject *row = PyTuple_GET_ITEM(set->rules, place);
        int is_match = has_need(PyTuple_GET_ITEM(row, 2), folded, size) ? matches(set, place, row, text) : 0;
        if (is_match < 0) return NULL;
        if (is_match) return Py_NewRef(PyTuple_GET_ITEM(row, 0));
    }
    Py_RETURN_NONE;
}

static void destroy(PyObject *capsule) {
    rule_set *set = PyCapsule_GetPointer(capsule, CAPSULE);
    if (set == NULL) return;
    for (int i = 0; i < MOST_RULES; i++) Py_XDECREF(set->matches[i]);
    Py_XDECREF(set->rules), Py_XDECREF(set->matcher), Py_XDECREF(set->may_match);
    PyMem_Free(set->nodes), PyMem_Free(set->edges), PyMem_Free(set->of_size);
    PyMem_Free(set);
}

/* The tree's nodes, each (rules, ((letter, node), ...)) with the letters rising. */
static int read_nodes(rule_set *set, PyObject *nodes) {
    Py_ssize_t count = PyTuple_GET_SIZE(nodes), edges = 0;
    for (Py_ssize_t i = 0; i < count; i++) edges += PyTuple_GET_SIZE(PyTuple_GET_ITEM(PyTuple_GET_ITEM(nodes, i), 1));
    set->nodes = PyMem_Calloc((size_t)count + 1, sizeof(sieve_node));
    set->edges = PyMem_Calloc((size_t)edges + 1, sizeof(edge));
    if (set->nodes == NULL || set->edges == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0, at = 0; i < count; i++) {
        PyObject *row = PyTuple_GET_ITEM(nodes, i), *ways = PyTuple_GET_ITEM(row, 1);
        set->nodes[i] =
            (sieve_node){PyLong_AsUnsignedLongLong(PyTuple_GET_ITEM(row, 0)), at, at + PyTuple_GET_SIZE(ways)};
        for (Py_ssize_t k = 0; k < PyTuple_GET_SIZE(ways); k++, at++) {
            PyObject *way = PyTuple_GET_ITEM(ways, k);
            set->edges[at].letter = (Py_UCS4)PyLong_AsUnsignedLong(PyTuple_GET_ITEM(way, 0));
            set->edges[at].node = PyLong_AsSsize_t(PyTuple_GET_ITEM(way, 1));
            if (set->edges[at].node < 0 || set->edges[at].node >= count)
                PyErr_SetString(PyExc_ValueError, "no such node");
        }
    }
    return PyErr_Occurred() ? -1 : 0;
}

PyDoc_STRVAR(
    prepare_doc,
    "prepare(nodes, of_size, reach, end, rules, matcher, may_match, /)\n--\n\n"
    "Rules for first_fit(): the tree of sieve.py as tuples of (rules, ((letter, node), ...)), its rules by a line's "
    "length, how far it looks\nand what stands for a line's end; tuples of (rule, pattern, needs); what gives a "
    "pattern's match method, and Sieve.may_match.");

static PyObject *prepare(PyObject *module, PyObject *args) {
    PyObject *nodes, *of_size, *rules, *matcher, *may_match;
    Py_ssize_t reach;
    unsigned int end;
    (void)module;
    if (!PyArg_ParseTuple(args, "O!O!nIO!OO", &PyTuple_Type, &nodes, &PyTuple_Type, &of_size, &reach, &end,
                          &PyTuple_Type, &rules, &matcher, &may_match))
        return NULL;
    Py_ssize_t sizes = PyTuple_GET_SIZE(of_size);
    if (sizes < 1 || sizes > LONGEST || PyTuple_GET_SIZE(rules) > MOST_RULES || PyTuple_GET_SIZE(nodes) < 1)
        return PyErr_Format(PyExc_ValueError, "at most %d rules, for lines of at most %d characters", MOST_RULES,
                            LONGEST - 1);
    rule_set *set = PyMem_Calloc(1, sizeof(rule_set));
    PyObject *capsule = set == NULL ? PyErr_NoMemory() : PyCapsule_New(set, CAPSULE, destroy);
    if (capsule == NULL) {
        PyMem_Free(set);
        return NULL;
    }
    set->reach = reach, set->end = end, set->longest = sizes - 1;
    set->rules = Py_NewRef(rules), set->matcher = Py_NewRef(matcher), set->may_match = Py_NewRef(may_match);
    set->of_size = PyMem_Calloc((size_t)sizes, sizeof(uint64_t));
    if (set->of_size == NULL) PyErr_NoMemory();
    for (Py_ssize_t i = 0; set->of_size != NULL && i < sizes; i++)
        set->of_size[i] = PyLong_AsUnsignedLongLong(PyTuple_GET_ITEM(of_size, i));
    if (PyErr_Occurred() || read_nodes(set, nodes) < 0) Py_CLEAR(capsule);
    return capsule;
}

static PyMethodDef methods[] = {
    {"prepare", prepare, METH_VARARGS, prepare_doc},
    {"first_fit", (PyCFunction)(void (*)(void))first_fit, METH_FASTCALL, first_fit_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "backfile.label._lines", "Rules of lines, compiled.", -1, methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__lines(void) { return PyModule_Create(&definition); }
