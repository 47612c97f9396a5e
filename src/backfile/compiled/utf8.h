/* Whether bytes are UTF-8 (RFC 3629, section 4): see decode.py. */
#pragma once
#include "text.h"

/* How many bytes the well-formed character that begins here has; 0 where none does. It is past ASCII. */
static size_t character_size(const byte *at, const byte *end) {
    byte first = at[0], second = end - at > 1 ? at[1] : 0;
    size_t size = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    byte least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    byte most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (!size || (size_t)(end - at) < size || second < least || second > most) return 0;
    for (size_t i = 2; i < size; i++)
        if ((at[i] & 0xC0) != 0x80) return 0;
    return size;
}

PyDoc_STRVAR(is_utf8_doc, "is_utf8(payload, /)\n--\n\nWhether the bytes are well-formed UTF-8.");

static PyObject *is_utf8(PyObject *module, PyObject *payload) {
    (void)module;
    char *data;
    Py_ssize_t size;
    if (PyBytes_AsStringAndSize(payload, &data, &size) < 0) return NULL;
    const byte *at = (const byte *)data, *end = at + size;
    while (at < end) {
        for (uint64_t eight; end - at >= 8; at += 8) {
            memcpy(&eight, at, 8);
            if (eight & 0x8080808080808080ull) break;
        }
        if (at < end && *at < 0x80) {
            at++;
        } else if (at < end) {
            size_t length = character_size(at, end);
            if (!length) Py_RETURN_FALSE;
            at += length;
        }
    }
    Py_RETURN_TRUE;
}
