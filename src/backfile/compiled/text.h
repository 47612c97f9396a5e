/* Bytes that grow, and text with its white space folded as Python does it. */
#pragma once
#include <Python.h>
#include <stdbool.h>
#include <string.h>

typedef unsigned char byte;

typedef struct {
    byte *data;
    size_t size, room;
} bytes_buffer;

/* Room for so many bytes more, and four past them, so that a character that is cut off can be looked at. */
static int make_room(bytes_buffer *buffer, size_t more) {
    if (buffer->size + more + 4 <= buffer->room) return 0;
    size_t room = (buffer->size + more) * 2 + 256;
    byte *data = PyMem_Realloc(buffer->data, room);
    if (data == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    buffer->data = data;
    buffer->room = room;
    return 0;
}

static int append(bytes_buffer *buffer, const byte *data, size_t size) {
    if (make_room(buffer, size) < 0) return -1;
    memcpy(buffer->data + buffer->size, data, size);
    buffer->size += size;
    return 0;
}

static PyObject *text_of(const byte *data, size_t size) {
    return size ? PyUnicode_DecodeUTF8((const char *)data, (Py_ssize_t)size, "replace") : PyUnicode_New(0, 0);
}

/* --- white space, as Python's str.isspace and str.split see it --- */

static const bool ASCII_SPACE[0x80] = {[9] = 1, 1, 1, 1, 1, [28] = 1, 1, 1, 1, 1};

/* How many bytes of white space begin here, past ASCII; 0 for none. */
static size_t wide_space_at(const byte *at, const byte *end) {
    byte first = *at;
    if (first == 0xC2) return end - at > 1 && (at[1] == 0x85 || at[1] == 0xA0) ? 2 : 0;
    if (end - at < 3) return 0;
    if (first == 0xE1) return at[1] == 0x9A && at[2] == 0x80 ? 3 : 0;
    if (first == 0xE3) return at[1] == 0x80 && at[2] == 0x80 ? 3 : 0;
    if (first != 0xE2) return 0;
    if (at[1] == 0x81) return at[2] == 0x9F ? 3 : 0;
    if (at[1] != 0x80) return 0;
    return at[2] <= 0x8A || at[2] == 0xA8 || at[2] == 0xA9 || at[2] == 0xAF ? 3 : 0;
}

static inline size_t space_at(const byte *at, const byte *end) {
    return *at < 0x80 ? ASCII_SPACE[*at] : *at < 0xC2 || *at > 0xE3 ? 0 : wide_space_at(at, end);
}

enum { INVISIBLE = 1, DOUBLE_ENCODED = 2 };

/* Whether a character that walk.py takes out begins here, or one that double encoding leaves. */
static int oddity_at(const byte *at, const byte *end) {
    size_t left = (size_t)(end - at);
    if (at[0] == 0xC2) return left > 1 && at[1] == 0xAD ? INVISIBLE : 0;
    if (at[0] == 0xC3) {
        if (left > 1 && at[1] == 0x83) return DOUBLE_ENCODED;
        return left > 4 && !memcmp(at + 1, "\xA2\xE2\x82\xAC", 4) ? DOUBLE_ENCODED : 0;
    }
    if (left < 3) return 0;
    if (at[0] == 0xE2) return !memcmp(at + 1, "\x80\x8B", 2) || !memcmp(at + 1, "\x81\xA0", 2) ? INVISIBLE : 0;
    return at[0] == 0xEF && !memcmp(at + 1, "\xBB\xBF", 2) ? INVISIBLE : 0;
}

typedef struct {
    size_t length; /* code points */
    int oddities;
    bool begins_with_space, ends_with_space;
} folded;

/* Whether eight bytes are folded already: printable ASCII, no two spaces together and none at either end. */
static bool are_plain(uint64_t eight) {
    const uint64_t ones = 0x0101010101010101ull, highs = ones * 0x80;
    uint64_t control = (eight - ones * 0x20) & ~eight & highs; /* below 0x20, where no byte is past ASCII */
    uint64_t not_space = eight ^ ones * 0x20;
    uint64_t space = (not_space - ones) & ~not_space & highs; /* of each space, and of a byte or two after one */
    return !((eight & highs) | control | (space & space >> 8) | (space & 0x8000000000000080ull));
}

/* Append text with its white space folded to single spaces, and none at its ends. */
static int fold(bytes_buffer *into, const byte *at, const byte *end, folded *found) {
    if (make_room(into, (size_t)(end - at)) < 0) return -1;
    byte *out = into->data + into->size;
    size_t length = 0;
    bool due = false;
    *found = (folded){0, 0, at < end && space_at(at, end), false};
    while (at < end) {
        size_t space = space_at(at, end);
        if (space) {
            due = true;
            at += space;
            continue;
        }
        if (due && length) {
            *out++ = ' ';
            length++;
        }
        due = false;
        for (uint64_t eight; end - at >= 8; at += 8, out += 8, length += 8) {
            memcpy(&eight, at, 8);
            if (!are_plain(eight)) break;
            memcpy(out, &eight, 8);
        }
        for (; at < end && !space_at(at, end); *out++ = *at++) {
            if (*at >= 0xC2) found->oddities |= oddity_at(at, end);
            length += (*at & 0xC0) != 0x80;
        }
    }
    found->length = length;
    found->ends_with_space = due;
    into->size = (size_t)(out - into->data);
    return 0;
}

static Py_UCS4 character_at(const byte *at) {
    if (at[0] < 0x80) return at[0];
    if (at[0] < 0xE0) return (Py_UCS4)(at[0] & 0x1F) << 6 | (at[1] & 0x3F);
    if (at[0] < 0xF0) return (Py_UCS4)(at[0] & 0x0F) << 12 | (Py_UCS4)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
    return (Py_UCS4)(at[0] & 0x07) << 18 | (Py_UCS4)(at[1] & 0x3F) << 12 | (Py_UCS4)(at[2] & 0x3F) << 6 |
           (at[3] & 0x3F);
}
