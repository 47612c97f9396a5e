/* The tree as Lexbor has it, read through the functions that it exports for that (the _noi ones, not inlined): nothing
 * is taken for known of how a node lies in memory. */
#pragma once
#include "text.h"

typedef struct node node;           /* lxb_dom_node_t, and the element that it may be */
typedef struct attribute attribute; /* lxb_dom_attr_t */

enum { ELEMENT = 1, TEXT = 3 }; /* DOM Standard, section 4.4: nodeType */

static struct {
    node *(*next)(node *);
    node *(*parent)(node *);
    node *(*first_child)(node *);
    int (*type)(node *);
    uintptr_t (*tag_id)(node *);
    byte *(*text)(node *, size_t *);
    void *(*free_text)(node *document, byte *);
    const byte *(*name)(node *, size_t *);
    attribute *(*first_attribute)(node *);
    attribute *(*next_attribute)(attribute *);
    const byte *(*attribute_name)(attribute *, size_t *);
    const byte *(*value)(attribute *, size_t *);
} lexbor;

static const struct {
    const char *symbol;
    void *place;
} SYMBOLS[] = {
    {"lxb_dom_node_next_noi", &lexbor.next},
    {"lxb_dom_node_parent_noi", &lexbor.parent},
    {"lxb_dom_node_first_child_noi", &lexbor.first_child},
    {"lxb_dom_node_type_noi", &lexbor.type},
    {"lxb_dom_node_tag_id_noi", &lexbor.tag_id},
    {"lxb_dom_node_text_content", &lexbor.text},
    {"lxb_dom_document_destroy_text_noi", &lexbor.free_text},
    {"lxb_dom_element_qualified_name", &lexbor.name},
    {"lxb_dom_element_first_attribute_noi", &lexbor.first_attribute},
    {"lxb_dom_element_next_attribute_noi", &lexbor.next_attribute},
    {"lxb_dom_attr_qualified_name", &lexbor.attribute_name},
    {"lxb_dom_attr_value_noi", &lexbor.value},
};

/* The next node in document order that is not under this one; NULL at the end of `top`. */
static node *after(node *one, node *top) {
    while (one != top) {
        node *next = lexbor.next(one);
        if (next != NULL) return next;
        one = lexbor.parent(one);
        if (one == NULL) return NULL;
    }
    return NULL;
}

static node *following(node *one, node *top) {
    node *child = lexbor.first_child(one);
    return child != NULL ? child : after(one, top);
}

typedef struct {
    const byte *at; /* NULL for an attribute without a value */
    size_t size;
} slice;

static slice name_in(attribute *one) {
    slice found;
    found.at = lexbor.attribute_name(one, &found.size);
    return found;
}

static slice value_in(attribute *one) {
    slice found = {NULL, 0};
    found.at = lexbor.value(one, &found.size);
    return found;
}

static bool is_text(slice one, const char *text, size_t size) {
    return one.size == size && !memcmp(one.at, text, size);
}
#define IS(one, text) is_text(one, text, sizeof(text) - 1)

static slice attribute_of(node *element, const char *name) {
    size_t length = strlen(name);
    for (attribute *one = lexbor.first_attribute(element); one != NULL; one = lexbor.next_attribute(one))
        if (is_text(name_in(one), name, length)) return value_in(one);
    return (slice){NULL, 0};
}

static bool has(slice text, const char *word) {
    return text.at != NULL && memmem(text.at, text.size, word, strlen(word)) != NULL;
}

static PyObject *attributes_of(node *element) {
    PyObject *found = PyDict_New();
    attribute *one = found == NULL ? NULL : lexbor.first_attribute(element);
    for (; one != NULL; one = lexbor.next_attribute(one)) {
        slice name = name_in(one), value = value_in(one);
        PyObject *key = text_of(name.at, name.size);
        PyObject *said = value.at == NULL ? Py_NewRef(Py_None) : text_of(value.at, value.size);
        int failed = key == NULL || said == NULL || PyDict_SetItem(found, key, said) < 0;
        Py_XDECREF(key);
        Py_XDECREF(said);
        if (failed) {
            Py_DECREF(found);
            return NULL;
        }
    }
    return found;
}
