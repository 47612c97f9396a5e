/* The network of block_model.py: its weights, and its layers. */
#pragma once
#include <Python.h>
#include <math.h>
#include <string.h>

enum {
    WIDTH = 32,
    EMBEDDING = 12,
    MOST_NAMES = 16384,
    TRAITS = 8,
    COLUMNS = 42,
    TAGS = 23,
    ENDS = 6,
    LEVELS = 6,
    POOLED = 4,
    LAYERS = 3
};
static const int POOLED_LEVELS[POOLED] = {1, 2, 3, 5}; /* model.POOLED_LEVELS */
static const size_t REACHES[LAYERS] = {1, 3, 1};       /* model.REACHES, and that of the last layer */
#define CAPSULE "backfile.compiled._score.network"

typedef struct {
    PyObject *words, *tags, *ends; /* str to number */
    PyObject *leads;               /* words that a known beginning begins with */
    PyObject *names, *name_words;  /* word of a name to number; (tag, name) to words */
    PyObject *named;               /* (tag, name) to bytes: 3 x WIDTH numbers */
    PyObject *lower, *space, *empty, *begins, *is_whole;
    float *text, *name; /* a word: WIDTH; a word of a name: EMBEDDING */
    float of_name[3][EMBEDDING * WIDTH];
    float least[COLUMNS], most[COLUMNS], columns[COLUMNS * WIDTH], of_tag[TAGS * WIDTH], of_end[ENDS * WIDTH];
    float first_bias[WIDTH], near[LAYERS][3 * WIDTH * WIDTH], near_bias[LAYERS][WIDTH];
    float trait[WIDTH * TRAITS], trait_bias[TRAITS], pooled[(POOLED + 1) * TRAITS * WIDTH], own[WIDTH * WIDTH];
    float pooled_bias[WIDTH], out[WIDTH], out_bias[1];
} network;

typedef struct {
    Py_ssize_t first, last;
} range;

static inline void add_to(float *restrict x, const float *restrict more) {
    for (int k = 0; k < WIDTH; k++) x[k] += more[k];
}

static inline void rectify(float *x, int size) {
    for (int k = 0; k < size; k++) x[k] = x[k] > 0 ? x[k] : 0;
}

/* out += x @ matrix, of `rows` x WIDTH. */
static inline void add_product(const float *restrict x, const float *restrict matrix, int rows, float *restrict out) {
    for (int i = 0; i < rows; i++) {
        float one = x[i];
        const float *row = matrix + i * WIDTH;
        for (int k = 0; k < WIDTH; k++) out[k] += one * row[k];
    }
}

static void add_columns(const network *net, const float *row, float *x) {
    float held[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) held[i] = fminf(fmaxf(row[i], net->least[i]), net->most[i]);
    add_product(held, net->columns, COLUMNS, x);
}

/* x += max(0, a layer over each block, the one `reach` before it and the one `reach` after). */
static void add_near(const network *net, int layer, size_t count, float *x, float *spare) {
    const float *before = net->near[layer], *own = before + WIDTH * WIDTH, *after = own + WIDTH * WIDTH;
    size_t reach = REACHES[layer];
    for (size_t i = 0; i < count; i++) {
        float *out = spare + i * WIDTH;
        memcpy(out, net->near_bias[layer], WIDTH * sizeof(float));
        add_product(x + i * WIDTH, own, WIDTH, out);
        if (i >= reach) add_product(x + (i - reach) * WIDTH, before, WIDTH, out);
        if (i + reach < count) add_product(x + (i + reach) * WIDTH, after, WIDTH, out);
        rectify(out, WIDTH);
    }
    for (size_t i = 0; i < count; i++) add_to(x + i * WIDTH, spare + i * WIDTH);
}

/* x += max(0, a layer over each block's own row and the means of a few traits under the boxes around it and in the
 * zone). */
static void add_around(const network *net, size_t count, const range *ranges, float *x, float *spare) {
    float *sums = spare; /* (count + 1) x TRAITS: of the blocks before */
    memset(sums, 0, TRAITS * sizeof(float));
    for (size_t i = 0; i < count; i++) {
        float traits[TRAITS];
        memcpy(traits, net->trait_bias, sizeof(traits));
        for (int k = 0; k < WIDTH; k++)
            for (int t = 0; t < TRAITS; t++) traits[t] += x[i * WIDTH + k] * net->trait[k * TRAITS + t];
        rectify(traits, TRAITS);
        for (int t = 0; t < TRAITS; t++) sums[(i + 1) * TRAITS + t] = sums[i * TRAITS + t] + traits[t];
    }
    float zone[WIDTH], means[TRAITS];
    memcpy(zone, net->pooled_bias, sizeof(zone));
    for (int t = 0; t < TRAITS; t++) means[t] = sums[count * TRAITS + t] / (float)count;
    add_product(means, net->pooled + POOLED * TRAITS * WIDTH, TRAITS, zone);
    for (size_t i = 0; i < count; i++) {
        float out[WIDTH];
        memcpy(out, zone, sizeof(out));
        add_product(x + i * WIDTH, net->own, WIDTH, out);
        for (int level = 0; level < POOLED; level++) {
            range under = ranges[i * POOLED + level];
            float size = (float)(under.last - under.first);
            for (int t = 0; t < TRAITS; t++)
                means[t] = (sums[under.last * TRAITS + t] - sums[under.first * TRAITS + t]) / (fmaxf(size, 1) + 1);
            add_product(means, net->pooled + level * TRAITS * WIDTH, TRAITS, out);
        }
        rectify(out, WIDTH);
        add_to(x + i * WIDTH, out);
    }
}

/* The layers after the first, in place; `spare` holds 4 x WIDTH a block and one more. */
static void run_layers(const network *net, size_t count, const range *ranges, float *x, float *spare) {
    add_near(net, 0, count, x, spare);
    add_near(net, 1, count, x, spare);
    add_around(net, count, ranges, x, spare);
    add_near(net, 2, count, x, spare);
}

static double likelihood(const network *net, const float *x) {
    float logit = net->out_bias[0];
    for (int k = 0; k < WIDTH; k++) logit += x[k] * net->out[k];
    return 1 / (1 + exp(-fmin(30, fmax(-30, (double)logit))));
}
