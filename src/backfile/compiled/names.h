/* The words in a box's names, and whether one of them can tell what the box is: see box_names.py, whose pattern and
 * tables these are. */
#pragma once
#include "pass.h"

static bool is_lower(byte one) { return one >= 'a' && one <= 'z'; }
static bool is_letter(byte one) { return is_lower(one) || (one >= 'A' && one <= 'Z'); }
static bool is_digit(byte one) { return one >= '0' && one <= '9'; }

/* Where the word that begins here ends. */
static const byte *word_end(const byte *at, const byte *end) {
    if (!is_lower(*at)) {
        while (at < end && is_letter(*at)) at++;
        return at;
    }
    while (at < end && is_lower(*at)) at++;
    const byte *digits = at;
    while (at < end && is_digit(*at)) at++;
    bool goes_on = at < end && is_lower(*at); /* "h2a": a digit before a letter is not the word's */
    return goes_on && at > digits ? at - 1 : at;
}

PyDoc_STRVAR(words_of_doc, "words_of(name, /)\n--\n\n"
                           "The words in a box's names, in order; ValueError for a name that is not ASCII.");

static PyObject *words_of(PyObject *module, PyObject *name) {
    (void)module;
    if (!PyUnicode_Check(name) || !PyUnicode_IS_ASCII(name))
        return PyErr_Format(PyExc_ValueError, "%R is not ASCII", name);
    const byte *at = PyUnicode_1BYTE_DATA(name), *end = at + PyUnicode_GET_LENGTH(name);
    PyObject *words = PyList_New(0);
    while (words != NULL && at < end) {
        if (!is_letter(*at)) {
            at++;
            continue;
        }
        const byte *stop = word_end(at, end);
        if (append_row(words, text_of(at, (size_t)(stop - at))) < 0) Py_CLEAR(words);
        at = stop;
    }
    return words;
}

/* --- words that tell --- */

enum { TELLING_ROOM = 2048, MOST_STEMS = 64 }; /* room is a power of two, and four times what is told at most */

static PyObject *telling; /* the words, a frozenset, and the stems: what `slots` and `stems` point into */
static PyObject *stem_texts;
static slice slots[TELLING_ROOM], stems[MOST_STEMS];
static size_t stem_count, shortest_stemmed; /* a word must be longer to be known by its stem */

static slice *slot_of(slice word) {
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < word.size; i++) hash = (hash ^ word.at[i]) * 16777619u;
    size_t place = hash & (TELLING_ROOM - 1);
    while (slots[place].at != NULL && !is_text(slots[place], (const char *)word.at, word.size))
        place = (place + 1) & (TELLING_ROOM - 1);
    return &slots[place];
}

static bool tells(slice word) {
    if (slot_of(word)->at != NULL) return true;
    for (size_t i = 0; word.size > shortest_stemmed && i < stem_count; i++)
        if (word.size >= stems[i].size && !memcmp(word.at, stems[i].at, stems[i].size)) return true;
    return false;
}

static slice ascii_of(PyObject *text) {
    return (slice){PyUnicode_1BYTE_DATA(text), (size_t)PyUnicode_GET_LENGTH(text)};
}

static bool may_tell(slice name) {
    for (const byte *at = name.at, *end = name.at + name.size, *stop; at < end; at = stop) {
        stop = is_letter(*at) ? word_end(at, end) : at + 1;
        if (is_letter(*at) && tells((slice){at, (size_t)(stop - at)})) return true;
    }
    return false;
}

PyDoc_STRVAR(tell_doc,
             "tell(words, stems, shortest, /)\n--\n\n"
             "Says for may_hint() which words tell, and how words longer than `shortest` begin that do; all in ASCII.");

static PyObject *tell(PyObject *module, PyObject *args) {
    PyObject *words, *beginnings, *word, *all;
    Py_ssize_t shortest;
    (void)module;
    if (!PyArg_ParseTuple(args, "O!O!n", &PyFrozenSet_Type, &words, &PyTuple_Type, &beginnings, &shortest)) return NULL;
    if (PySet_GET_SIZE(words) * 4 > TELLING_ROOM || PyTuple_GET_SIZE(beginnings) > MOST_STEMS)
        return PyErr_Format(PyExc_ValueError, "at most %d words and %d stems", TELLING_ROOM / 4, MOST_STEMS);
    all = PyObject_GetIter(words);
    if (all == NULL) return NULL;
    memset(slots, 0, sizeof(slots));
    while ((word = PyIter_Next(all)) != NULL) {
        if (PyUnicode_IS_ASCII(word)) *slot_of(ascii_of(word)) = ascii_of(word);
        Py_DECREF(word); /* the frozenset holds it */
    }
    Py_DECREF(all);
    stem_count = (size_t)PyTuple_GET_SIZE(beginnings), shortest_stemmed = (size_t)shortest;
    for (size_t i = 0; i < stem_count; i++) stems[i] = ascii_of(PyTuple_GET_ITEM(beginnings, (Py_ssize_t)i));
    Py_XSETREF(telling, Py_NewRef(words));
    Py_XSETREF(stem_texts, Py_NewRef(beginnings));
    Py_RETURN_NONE;
}

PyDoc_STRVAR(may_hint_doc,
             "may_hint(name, /)\n--\n\n"
             "Whether a word of a box's names tells what it may be; ValueError for a name that is not ASCII.");

static PyObject *may_hint(PyObject *module, PyObject *name) {
    (void)module;
    if (!PyUnicode_Check(name) || !PyUnicode_IS_ASCII(name))
        return PyErr_Format(PyExc_ValueError, "%R is not ASCII", name);
    return PyBool_FromLong(may_tell(ascii_of(name)));
}
