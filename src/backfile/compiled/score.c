/* The block model of model_features.py and block_model.py, compiled: the same likelihoods of the same blocks.
 *
 * model_features.py says what is looked at and why, block_model.py what the network is; both run where this could not
 * be built, and tests/label/test_compiled_score.py holds them together. What they know by name (elements, marks at a
 * text's end, words) they tell at `prepare`.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "network.h"

/* --- what the model looks at --- */

enum { HEAD = 40, COUNTED = 300, PROBE = 40, SPACELESS = 15 };

/* One block of the zone. */
typedef struct {
    PyObject *text, *head;
    Py_ssize_t box;
    float chars, words, emphasis, links, mass;
    float counts[5]; /* spaces, commas, digits, capitals, bytes past ASCII */
    float size, per_word, dek_share;
    long end, tag;
    bool is_h1, is_title, is_held;
} block_facts;

/* What stands under a box of the page. */
typedef struct {
    Py_ssize_t parent, depth, first, last; /* places in the zone: the first under it, one past the last */
    double chars, mass, linked;
    const float *name; /* see of_name; NULL where not yet asked */
} box_facts;

typedef struct {
    const network *net;
    Py_ssize_t count, box_count;
    block_facts *blocks;
    box_facts *boxes;
    PyObject **names; /* what `boxes[i].name` points into */
    Py_ssize_t headline, main;
    double total, chars, held_share;
    bool has_body;
} zone_facts;

static void count_characters(block_facts *block) {
    int kind = PyUnicode_KIND(block->text);
    const void *data = PyUnicode_DATA(block->text);
    Py_ssize_t size = PyUnicode_GET_LENGTH(block->text);
    int counts[5] = {0};
    for (Py_ssize_t i = 0; i < size && i < COUNTED; i++) {
        Py_UCS4 one = PyUnicode_READ(kind, data, i);
        if (one >= 0x80) counts[4] += one < 0x800 ? 2 : one < 0x10000 ? 3 : 4;
        else if (one == ' ' || one == '\t') counts[0]++;
        else if (one == ',' || one == ';') counts[1]++;
        else if (one >= '0' && one <= '9') counts[2]++;
        else if (one >= 'A' && one <= 'Z') counts[3]++;
    }
    for (int i = 0; i < 5; i++) block->counts[i] = (float)counts[i];
}

static long number_of(PyObject *numbers, PyObject *key, long otherwise) {
    PyObject *found = PyDict_GetItemWithError(numbers, key);
    return found == NULL ? otherwise : PyLong_AsLong(found);
}

static int read_block(const network *net, PyObject *row, block_facts *block) {
    block->text = PyTuple_GET_ITEM(row, 0);
    block->box = PyLong_AsSsize_t(PyTuple_GET_ITEM(row, 2));
    PyObject *tag = PyTuple_GET_ITEM(row, 1);
    Py_ssize_t chars = PyUnicode_GET_LENGTH(block->text);
    if (chars == 0) {
        PyErr_SetString(PyExc_ValueError, "a block without text");
        return -1;
    }
    block->head = PyUnicode_Substring(block->text, 0, HEAD);
    PyObject *last = PyUnicode_Substring(block->text, chars - 1, chars);
    if (block->head == NULL || last == NULL) return -1;
    block->end = number_of(net->ends, last, 0);
    Py_DECREF(last);
    block->tag = number_of(net->tags, tag, TAGS - 1);
    block->is_h1 = PyUnicode_CompareWithASCIIString(tag, "h1") == 0;
    count_characters(block);
    block->chars = (float)chars;
    block->size = fminf(block->chars, COUNTED);
    block->per_word = block->size / (block->counts[0] + 1);
    block->words = block->chars / (block->per_word > SPACELESS ? 3 : block->per_word);
    block->emphasis = (float)PyLong_AsDouble(PyTuple_GET_ITEM(row, 4)) / block->chars;
    block->links = (float)PyLong_AsDouble(PyTuple_GET_ITEM(row, 5)) / block->chars;
    bool is_sentence = block->end == 1 || block->end == 2;
    block->mass = block->words >= 9 && block->links < 0.4f ? block->chars * (is_sentence ? 1.0f : 0.25f) : 0.0f;
    return PyErr_Occurred() ? -1 : 0;
}

/* Whether a block begins as a title or a description of the page does, and stands in its JSON-LD's articleBody. */
static int compare_with_said(block_facts *block, PyObject *titles, PyObject *deks, PyObject *body) {
    int is_title = PySet_Contains(titles, block->head);
    PyObject *dek = PyDict_GetItemWithError(deks, block->head);
    if (is_title < 0 || (dek == NULL && PyErr_Occurred())) return -1;
    block->is_title = is_title;
    if (dek != NULL) block->dek_share = fminf(2, block->chars / (float)PyLong_AsDouble(dek));
    Py_ssize_t chars = PyUnicode_GET_LENGTH(block->text);
    if (PyUnicode_GET_LENGTH(body) == 0 || chars * 2 < PROBE) return 0;
    int held = PyUnicode_Contains(body, block->head);
    if (held == 0 && chars > PROBE) {
        PyObject *tail = PyUnicode_Substring(block->text, chars - PROBE, chars);
        held = tail == NULL ? -1 : PyUnicode_Contains(body, tail);
        Py_XDECREF(tail);
    }
    block->is_held = held == 1;
    return held < 0 ? -1 : 0;
}

static void find_headline(zone_facts *zone) {
    Py_ssize_t first[4] = {-1, -1, -1, -1}; /* of: both; an <h1>; a title */
    for (Py_ssize_t i = zone->count - 1; i >= 0; i--) {
        const block_facts *block = &zone->blocks[i];
        if (block->is_h1 && block->is_title) first[0] = i;
        if (block->is_h1) first[1] = i;
        if (block->is_title) first[2] = i;
    }
    int which = 0;
    while (which < 3 && first[which] < 0) which++;
    zone->headline = first[which];
}

/* What stands under each box, and which box has most of the text and is innermost. A box comes after the one around it.
 */
static void add_up(zone_facts *zone) {
    for (Py_ssize_t i = 0; i < zone->count; i++) {
        const block_facts *block = &zone->blocks[i];
        box_facts *box = &zone->boxes[block->box];
        zone->total += block->mass;
        zone->chars += block->chars;
        if (!box->last) box->first = i;
        box->last = i + 1;
        box->chars += block->chars;
        box->mass += block->mass;
        box->linked += block->chars * block->links;
    }
    if (zone->total < 1) zone->total = 1;
    for (Py_ssize_t at = zone->box_count - 1; at > 0; at--) {
        const box_facts *box = &zone->boxes[at];
        box_facts *around = &zone->boxes[box->parent];
        if (!box->last) continue;
        if (!around->last || box->first < around->first) around->first = box->first;
        if (box->last > around->last) around->last = box->last;
        around->chars += box->chars;
        around->mass += box->mass;
        around->linked += box->linked;
    }
    Py_ssize_t deepest = -2;
    for (Py_ssize_t at = 0; at < zone->box_count; at++) {
        const box_facts *box = &zone->boxes[at];
        Py_ssize_t depth = box->mass / zone->total >= 0.5 ? box->depth : -1;
        if (depth > deepest) {
            deepest = depth;
            zone->main = at;
        }
    }
}

static float log_third(float x) { return log1pf(x) / 3; }

/* features._dense: one row of it. */
static void write_row(const zone_facts *zone, Py_ssize_t i, double before, float *row) {
    const block_facts *block = &zone->blocks[i];
    bool is_sentence = block->end == 1 || block->end == 2;
    float away = zone->headline >= 0 ? (float)(i - zone->headline) : 0;
    *row++ = log_third(block->chars);
    *row++ = log_third(block->words);
    *row++ = log_third(fmaxf(away, 0));
    *row++ = log_third(fmaxf(-away, 0));
    *row++ = block->is_title;
    *row++ = zone->headline >= 0 && away == 0;
    *row++ = away > 0;
    *row++ = block->dek_share;
    *row++ = block->dek_share > 0;
    *row++ = zone->has_body && block->is_held;
    *row++ = zone->has_body && !block->is_held;
    *row++ = zone->has_body ? (float)zone->held_share : 0;
    *row++ = block->counts[1] / block->size * 50;
    *row++ = block->counts[2] / block->size * 3;
    *row++ = block->counts[3] / block->size * 3;
    *row++ = block->counts[4] / block->size;
    *row++ = block->per_word / 8;
    *row++ = block->links;
    *row++ = block->emphasis;
    *row++ = block->words >= 9;
    *row++ = block->words >= 20;
    *row++ = is_sentence;
    *row++ = (float)i / (float)zone->count * 2;
    *row++ = (float)(before / zone->total);
    *row++ = (float)(block->mass / zone->total);
    *row++ = (float)(log(zone->total) / 6);
    *row++ = (float)(log1p((double)zone->count) / 5);
    *row++ = (float)(zone->total / fmax(1, zone->chars));
    Py_ssize_t steps = LEVELS, at = block->box;
    const box_facts *inner[3];
    for (Py_ssize_t level = 0; level < LEVELS; level++, at = zone->boxes[at].parent) {
        const box_facts *box = &zone->boxes[at];
        if (level < 3) inner[level] = box;
        if (steps == LEVELS && box->mass / zone->total >= 0.5) steps = level;
    }
    double below = (double)(zone->boxes[block->box].depth - zone->boxes[zone->main].depth);
    *row++ = (float)steps / 4;
    *row++ = (float)fmin(8, fmax(-4, below)) / 4;
    for (int k = 0; k < 3; k++) *row++ = (float)(inner[k]->mass / zone->total);
    for (int k = 0; k < 3; k++) *row++ = (float)(inner[k]->mass / fmax(1, inner[k]->chars));
    for (int k = 0; k < 3; k++) *row++ = (float)(inner[k]->linked / fmax(1, inner[k]->chars));
    for (int k = 0; k < 3; k++) *row++ = log1pf((float)(inner[k]->last - inner[k]->first)) / 4;
}

/* --- words and names --- */

static int add_word(const network *net, PyObject *word, float *x) {
    PyObject *row = PyDict_GetItemWithError(net->words, word);
    if (row == NULL) return PyErr_Occurred() ? -1 : 0;
    add_to(x, net->text + PyLong_AsLong(row) * WIDTH);
    return 0;
}

/* Look up a word with a mark before it; takes over the reference to the word. */
static int add_marked(const network *net, PyObject *mark, PyObject *word, float *x) {
    PyObject *marked = word == NULL ? NULL : PyUnicode_Concat(mark, word);
    int failed = marked == NULL ? -1 : add_word(net, marked, x);
    Py_XDECREF(marked);
    Py_XDECREF(word);
    return failed;
}

/* vocabulary.words_of, looked up; how a block begins only where its first word begins a known beginning. */
static int add_words(const network *net, const block_facts *block, float *x) {
    PyObject *lower = PyObject_CallMethodNoArgs(block->head, net->lower);
    PyObject *words = lower == NULL ? NULL : PyUnicode_Split(lower, NULL, -1);
    Py_XDECREF(lower);
    if (words == NULL) return -1;
    Py_ssize_t count = PyList_GET_SIZE(words);
    int failed = 0;
    for (Py_ssize_t i = 0; i < count && !failed; i++) failed = add_word(net, PyList_GET_ITEM(words, i), x);
    int is_lead = count && !failed ? PySet_Contains(net->leads, PyList_GET_ITEM(words, 0)) : 0;
    if (is_lead < 0) failed = -1;
    if (is_lead > 0) {
        PyObject *two = PyList_GetSlice(words, 0, 2);
        failed = two == NULL || add_marked(net, net->begins, Py_NewRef(PyList_GET_ITEM(words, 0)), x) < 0 ||
                 add_marked(net, net->begins, PyUnicode_Join(net->space, two), x) < 0 ||
                 (PyUnicode_GET_LENGTH(block->head) < HEAD &&
                  add_marked(net, net->is_whole, PyUnicode_Join(net->space, words), x) < 0);
        Py_XDECREF(two);
    }
    Py_DECREF(words);
    return failed ? -1 : 0;
}

/* What a box's names add to the first layer, as the block's own box, as the next, as one further up: 3 x WIDTH of
 * bytes. */
static PyObject *numbers_of_name(const network *net, PyObject *tag, PyObject *name) {
    PyObject *words = PyObject_CallFunctionObjArgs(net->name_words, tag, name, NULL);
    PyObject *numbers = words == NULL ? NULL : PyBytes_FromStringAndSize(NULL, 3 * WIDTH * sizeof(float));
    float sum[EMBEDDING] = {0};
    for (Py_ssize_t i = 0; numbers != NULL && i < PyList_GET_SIZE(words); i++) {
        PyObject *row = PyDict_GetItemWithError(net->names, PyList_GET_ITEM(words, i));
        if (row == NULL && PyErr_Occurred()) Py_CLEAR(numbers);
        for (int k = 0; row != NULL && k < EMBEDDING; k++) sum[k] += net->name[PyLong_AsLong(row) * EMBEDDING + k];
    }
    Py_XDECREF(words);
    if (numbers == NULL) return NULL;
    float *into = (float *)PyBytes_AS_STRING(numbers);
    memset(into, 0, 3 * WIDTH * sizeof(float));
    for (int part = 0; part < 3; part++) add_product(sum, net->of_name[part], EMBEDDING, into + part * WIDTH);
    return numbers;
}

/* The same, kept by tag and name; the root's is that of no name. */
static const float *name_of(zone_facts *zone, PyObject *boxes, Py_ssize_t at) {
    box_facts *box = &zone->boxes[at];
    if (box->name != NULL) return box->name;
    const network *net = zone->net;
    PyObject *row = PyTuple_GET_ITEM(boxes, at);
    PyObject *tag = at ? PyTuple_GET_ITEM(row, 1) : net->empty, *name = at ? PyTuple_GET_ITEM(row, 2) : net->empty;
    PyObject *key = PyTuple_Pack(2, tag, name);
    PyObject *found = key == NULL ? NULL : Py_XNewRef(PyDict_GetItemWithError(net->named, key));
    if (found == NULL && !PyErr_Occurred() && (found = numbers_of_name(net, tag, name)) != NULL) {
        if (PyDict_GET_SIZE(net->named) >= MOST_NAMES) PyDict_Clear(net->named);
        if (PyDict_SetItem(net->named, key, found) < 0) Py_CLEAR(found);
    }
    Py_XDECREF(key);
    zone->names[at] = found;
    return box->name = found == NULL ? NULL : (const float *)PyBytes_AS_STRING(found);
}

/* The first layer, from what the block is, its words, its boxes' names. */
static int write_first_layer(zone_facts *zone, PyObject *boxes, float *x) {
    double before = 0;
    for (Py_ssize_t i = 0; i < zone->count; i++, x += WIDTH) {
        const block_facts *block = &zone->blocks[i];
        float row[COLUMNS];
        write_row(zone, i, before, row);
        before += block->mass;
        memcpy(x, zone->net->first_bias, WIDTH * sizeof(float));
        add_columns(zone->net, row, x);
        add_to(x, zone->net->of_tag + block->tag * WIDTH);
        add_to(x, zone->net->of_end + block->end * WIDTH);
        if (add_words(zone->net, block, x) < 0) return -1;
        Py_ssize_t at = block->box;
        for (int level = 0; level < LEVELS; level++, at = zone->boxes[at].parent) {
            const float *name = name_of(zone, boxes, at);
            if (name == NULL) return -1;
            add_to(x, name + (level < 2 ? level : 2) * WIDTH);
        }
        rectify(x, WIDTH);
    }
    return 0;
}

/* What the boxes around each block hold on the whole, for the network. */
static void write_ranges(const zone_facts *zone, range *ranges) {
    for (Py_ssize_t i = 0; i < zone->count; i++) {
        Py_ssize_t at = zone->blocks[i].box;
        for (int level = 0, pooled = 0; level < LEVELS; level++, at = zone->boxes[at].parent)
            if (pooled < POOLED && level == POOLED_LEVELS[pooled])
                ranges[i * POOLED + pooled++] = (range){zone->boxes[at].first, zone->boxes[at].last};
    }
}

static int read_zone(zone_facts *zone, PyObject *blocks, PyObject *boxes, PyObject *indices, PyObject *titles,
                     PyObject *deks, PyObject *body) {
    for (Py_ssize_t at = 0; at < zone->box_count; at++) {
        PyObject *row = PyTuple_GET_ITEM(boxes, at);
        Py_ssize_t parent = PyLong_AsSsize_t(PyTuple_GET_ITEM(row, 0));
        zone->boxes[at].depth = PyLong_AsSsize_t(PyTuple_GET_ITEM(row, 3));
        zone->boxes[at].parent = at ? parent : 0;
        if (at && (parent < 0 || parent >= at)) {
            PyErr_Format(PyExc_ValueError, "box %zd stands before the one around it", at);
            return -1;
        }
    }
    double held = 0;
    for (Py_ssize_t i = 0; i < zone->count; i++) {
        block_facts *block = &zone->blocks[i];
        Py_ssize_t index = PyLong_AsSsize_t(PyList_GET_ITEM(indices, i));
        if (index < 0 || index >= PyTuple_GET_SIZE(blocks)) {
            PyErr_Format(PyExc_IndexError, "no block %zd", index);
            return -1;
        }
        if (read_block(zone->net, PyTuple_GET_ITEM(blocks, index), block) < 0) return -1;
        if (block->box < 0 || block->box >= zone->box_count) {
            PyErr_Format(PyExc_IndexError, "no box %zd", block->box);
            return -1;
        }
        if (compare_with_said(block, titles, deks, body) < 0) return -1;
        if (block->is_held) held += block->chars;
    }
    zone->has_body = PyUnicode_GET_LENGTH(body) > 0;
    if (zone->has_body) zone->held_share = fmin(1.5, held / (double)PyUnicode_GET_LENGTH(body));
    find_headline(zone);
    add_up(zone);
    return 0;
}

/* --- the module --- */

PyDoc_STRVAR(score_doc, "score(network, blocks, boxes, zone, titles, deks, body, /)\n--\n\n"
                        "P(block is the story's own text) for each block at the indices of a zone: Page.blocks, "
                        "Page.boxes, and what the page says\n"
                        "of itself: heads of its titles (a set), heads of its descriptions and their lengths (a dict), "
                        "articleBody or an empty text.");

static PyObject *score(PyObject *module, PyObject *args) {
    PyObject *capsule, *blocks, *boxes, *indices, *titles, *deks, *body;
    (void)module;
    if (!PyArg_ParseTuple(args, "OO!O!O!O!O!U", &capsule, &PyTuple_Type, &blocks, &PyTuple_Type, &boxes, &PyList_Type,
                          &indices, &PySet_Type, &titles, &PyDict_Type, &deks, &body))
        return NULL;
    zone_facts zone = {.net = PyCapsule_GetPointer(capsule, CAPSULE),
                       .count = PyList_GET_SIZE(indices),
                       .box_count = PyTuple_GET_SIZE(boxes)};
    if (zone.net == NULL) return NULL;
    size_t count = (size_t)zone.count;
    zone.blocks = PyMem_Calloc(count + 1, sizeof(block_facts));
    zone.boxes = PyMem_Calloc((size_t)zone.box_count + 1, sizeof(box_facts));
    zone.names = PyMem_Calloc((size_t)zone.box_count + 1, sizeof(PyObject *));
    float *x = PyMem_Malloc((count + 1) * WIDTH * sizeof(float)),
          *spare = PyMem_Malloc((count + 1) * 4 * WIDTH * sizeof(float));
    range *ranges = PyMem_Malloc((count + 1) * POOLED * sizeof(range));
    PyObject *odds = NULL;
    if (!zone.blocks || !zone.boxes || !zone.names || !x || !spare || !ranges) PyErr_NoMemory();
    else if (read_zone(&zone, blocks, boxes, indices, titles, deks, body) == 0 &&
             write_first_layer(&zone, boxes, x) == 0) {
        write_ranges(&zone, ranges);
        odds = PyList_New(zone.count);
        run_layers(zone.net, count, ranges, x, spare);
        for (Py_ssize_t i = 0; odds != NULL && i < zone.count; i++) {
            PyObject *one = PyFloat_FromDouble(likelihood(zone.net, x + i * WIDTH));
            if (one == NULL) Py_CLEAR(odds);
            else PyList_SET_ITEM(odds, i, one);
        }
    }
    for (Py_ssize_t i = 0; zone.blocks && i < zone.count; i++) Py_XDECREF(zone.blocks[i].head);
    for (Py_ssize_t i = 0; zone.names && i < zone.box_count; i++) Py_XDECREF(zone.names[i]);
    PyMem_Free(zone.blocks), PyMem_Free(zone.boxes), PyMem_Free(zone.names);
    PyMem_Free(x), PyMem_Free(spare), PyMem_Free(ranges);
    return odds;
}

static void destroy(PyObject *capsule) {
    network *net = PyCapsule_GetPointer(capsule, CAPSULE);
    if (net == NULL) return;
    PyObject *held[] = {net->words,      net->leads, net->tags,  net->ends,  net->names,  net->named,
                        net->name_words, net->lower, net->space, net->empty, net->begins, net->is_whole};
    for (size_t i = 0; i < sizeof(held) / sizeof(*held); i++) Py_XDECREF(held[i]);
    PyMem_Free(net->text);
    PyMem_Free(net->name);
    PyMem_Free(net);
}

/* Copy an array of 32-bit floats that must have so many. */
static int copy(PyObject *arrays, const char *name, float *into, size_t count) {
    Py_buffer view;
    PyObject *array = PyDict_GetItemString(arrays, name);
    if (array == NULL) PyErr_Format(PyExc_KeyError, "the weights have no %s", name);
    if (array == NULL || PyObject_GetBuffer(array, &view, PyBUF_C_CONTIGUOUS) < 0) return -1;
    bool fits = view.itemsize == sizeof(float) && view.len == (Py_ssize_t)(count * sizeof(float));
    if (fits) memcpy(into, view.buf, count * sizeof(float));
    else PyErr_Format(PyExc_ValueError, "%s: %zd bytes, not %zu numbers of 32 bits", name, view.len, count);
    PyBuffer_Release(&view);
    return fits ? 0 : -1;
}

PyDoc_STRVAR(prepare_doc, "prepare(arrays, words, leads, tags, ends, names, name_words, /)\n--\n\n"
                          "The network for score(): network_file.py's arrays of 32-bit floats by name; the numbers "
                          "of words, of elements, of marks at\n"
                          "a text's end and of words of names; and name_words, which gives the words of a (tag, name). "
                          "ValueError for arrays of other sizes.");

static PyObject *prepare(PyObject *module, PyObject *args) {
    PyObject *arrays, *words, *leads, *tags, *ends, *names, *name_words;
    (void)module;
    if (!PyArg_ParseTuple(args, "O!O!O!O!O!O!O", &PyDict_Type, &arrays, &PyDict_Type, &words, &PySet_Type, &leads,
                          &PyDict_Type, &tags, &PyDict_Type, &ends, &PyDict_Type, &names, &name_words))
        return NULL;
    network *net = PyMem_Calloc(1, sizeof(network));
    PyObject *capsule = net == NULL ? PyErr_NoMemory() : PyCapsule_New(net, CAPSULE, destroy);
    if (capsule == NULL) {
        PyMem_Free(net);
        return NULL;
    }
    size_t word_count = (size_t)PyDict_GET_SIZE(words) + 1, name_count = (size_t)PyDict_GET_SIZE(names) + 1;
    net->words = Py_NewRef(words), net->leads = Py_NewRef(leads), net->tags = Py_NewRef(tags),
    net->ends = Py_NewRef(ends);
    net->names = Py_NewRef(names), net->name_words = Py_NewRef(name_words), net->named = PyDict_New();
    net->lower = PyUnicode_InternFromString("lower"), net->space = PyUnicode_FromString(" ");
    net->empty = PyUnicode_FromString(""), net->begins = PyUnicode_FromString("^"),
    net->is_whole = PyUnicode_FromString("=");
    net->text = PyMem_Calloc(word_count * WIDTH, sizeof(float));
    net->name = PyMem_Malloc(name_count * EMBEDDING * sizeof(float));
    float *embedding = PyMem_Malloc(word_count * EMBEDDING * sizeof(float)), of_text[EMBEDDING * WIDTH];
    const struct {
        const char *name;
        float *into;
        size_t count;
    } parts[] = {
        {"words", embedding, word_count * EMBEDDING},
        {"of_text", of_text, EMBEDDING * WIDTH},
        {"names", net->name, name_count * EMBEDDING},
        {"own_box", net->of_name[0], EMBEDDING * WIDTH},
        {"next_box", net->of_name[1], EMBEDDING * WIDTH},
        {"far_boxes", net->of_name[2], EMBEDDING * WIDTH},
        {"least", net->least, COLUMNS},
        {"most", net->most, COLUMNS},
        {"columns", net->columns, COLUMNS * WIDTH},
        {"tags", net->of_tag, TAGS * WIDTH},
        {"ends", net->of_end, ENDS * WIDTH},
        {"first_bias", net->first_bias, WIDTH},
        {"layer0", net->near[0], 3 * WIDTH * WIDTH},
        {"layer1", net->near[1], 3 * WIDTH * WIDTH},
        {"layer2", net->near[2], 3 * WIDTH * WIDTH},
        {"layer0_bias", net->near_bias[0], WIDTH},
        {"layer1_bias", net->near_bias[1], WIDTH},
        {"layer2_bias", net->near_bias[2], WIDTH},
        {"trait", net->trait, WIDTH * TRAITS},
        {"trait_bias", net->trait_bias, TRAITS},
        {"pooled", net->pooled, (POOLED + 1) * TRAITS * WIDTH},
        {"own", net->own, WIDTH * WIDTH},
        {"pooled_bias", net->pooled_bias, WIDTH},
        {"out", net->out, WIDTH},
        {"out_bias", net->out_bias, 1},
    };
    bool failed = !net->named || !net->lower || !net->space || !net->empty || !net->begins || !net->is_whole ||
                  !net->text || !net->name || !embedding;
    for (size_t i = 0; i < sizeof(parts) / sizeof(*parts) && !failed; i++)
        failed = copy(arrays, parts[i].name, parts[i].into, parts[i].count) < 0;
    for (size_t word = 0; word < word_count && !failed; word++)
        add_product(embedding + word * EMBEDDING, of_text, EMBEDDING, net->text + word * WIDTH);
    PyMem_Free(embedding);
    if (failed) Py_CLEAR(capsule);
    return capsule;
}

static PyMethodDef methods[] = {
    {"prepare", prepare, METH_VARARGS, prepare_doc},
    {"score", score, METH_VARARGS, score_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    "backfile.compiled._score",
    "The block model, compiled.",
    -1,
    methods,
    NULL,
    NULL,
    NULL,
    NULL,
};

PyMODINIT_FUNC PyInit__score(void) { return PyModule_Create(&definition); }
