/* The words in a box's names: see names.py, whose pattern for them this is, for names in ASCII. */
#pragma once
#include <Python.h>
#include <ctype.h>

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
