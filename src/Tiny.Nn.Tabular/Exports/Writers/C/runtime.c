/*
   What every C export is made of beside its plan: the parts below, each under its name. Names in capitals stand for what differs from model to
   model; here they are something, so that this file can be compiled and checked alone.
*/
#include <math.h>
#include <stdio.h>
#include <stddef.h>
#define NUMBER float
#define MULTIPLY_ADD FUSED
#define DECIMAL_MARK '.'
#define ANSWER_LENGTH 1
#define MODEL_MISSING (-2)
#define MODEL_UNSEEN (-1)
typedef float MODEL_real;
static const char *const missing_texts[] = { "NA" };
static const unsigned long letters[][2] = { { 0x61, 0x7A } };
static const unsigned long capitals[][4] = { { 0x41, 0x5A, 1, 32 } };
static const int probes[] = { 0 };
static const float answers[][1] = { { 0 } };
static void run(const int *row, float *answer) { *answer = (float)*row; }

/* == start == */
#include <stdint.h>
#include <string.h>

/* AVR keeps constants in memory unless they are read from flash by name. */
#if defined(__AVR__)
#include <avr/pgmspace.h>
#define FLASH PROGMEM
#define READ(x) pgm_read_float(&(x))
#define READ_INDEX(x) pgm_read_word(&(x))
#define READ_LONG(x) pgm_read_dword(&(x))
#define READ_BYTE(x) ((int8_t)pgm_read_byte(&(x)))
/* Its C library has no rintf. What is 2^23 or more is whole already. */
#define ROUND_FLOAT(x) round_float(x)
static inline float round_float(float x)
{
    return -8388608.0f < x && x < 8388608.0f ? (float)lrint(x) : x;
}
#else
#define FLASH
#define READ(x) (x)
#define READ_INDEX(x) (x)
#define READ_LONG(x) (x)
#define READ_BYTE(x) (x)
#define ROUND_FLOAT(x) rintf(x)
#endif

#ifdef EXACT
/* The bits of tinynn predict: double where it computes in double, and no operation rounded twice or not at all. */
#if defined(__SIZEOF_DOUBLE__) && __SIZEOF_DOUBLE__ < 8
#error "EXACT needs a double of 64 bits, and here it has fewer."
#endif
#if defined(__FLT_EVAL_METHOD__) && __FLT_EVAL_METHOD__ != 0
#error "EXACT needs float arithmetic in float: compile with -msse2 -mfpmath=sse, say."
#endif
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#elif defined(__GNUC__) && !defined(__STRICT_ANSI__)
#pragma GCC optimize("fp-contract=off")
#endif
#define REAL(x) x
#define CHOOSE(exact, single) exact
#define FUSED(x, y, z) fmaf(x, y, z)
#define FUSED_REAL(x, y, z) fma(x, y, z)
#define SQRT(x) sqrt(x)
#else
#define REAL(x) x##f
#define CHOOSE(exact, single) single
#define FUSED(x, y, z) ((x) * (y) + (z))
#define FUSED_REAL(x, y, z) ((x) * (y) + (z))
#define SQRT(x) sqrtf(x)
#endif

/* == power of two single == */
static float power_of_twof(float n)
{
    const uint32_t bits = (uint32_t)((int32_t)n + 127) << 23;
    float power;
    memcpy(&power, &bits, sizeof power);
    return power;
}

/* == power of two double == */
static double power_of_two(double n)
{
    const uint64_t bits = (uint64_t)((int64_t)n + 1023) << 52;
    double power;
    memcpy(&power, &bits, sizeof power);
    return power;
}

/* == significand single == */
/* x = m * 2^e with sqrt(1/2) <= m < sqrt(2). */
static int32_t binary_exponentf(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return (int32_t)((bits + 0x004AFB0Du) >> 23) - 127;
}

static float exponentf(float x)
{
    return (float)binary_exponentf(x);
}

static float significandf(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    bits -= (uint32_t)binary_exponentf(x) << 23;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* == significand double == */
static int64_t binary_exponent(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return (int64_t)((bits + UINT64_C(0x00095F619980C433)) >> 52) - 1023;
}

static double exponent(double x)
{
    return (double)binary_exponent(x);
}

static double significand(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    bits -= (uint64_t)binary_exponent(x) << 52;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* == multiply == */
/* y = b + W x, each output one chain of multiply-adds. */
static void multiply(const NUMBER *w, const NUMBER *b, const NUMBER *x, NUMBER *y, int groups, int outputs, int inputs)
{
    int group, i, k;
    for (group = 0; group < groups; group++, x += inputs) {
        for (i = 0; i < outputs; i++) {
            NUMBER sum = 0;
            if (b) {
                sum = READ(*b);
                b++;
            }
            for (k = 0; k < inputs; k++, w++) {
                sum = MULTIPLY_ADD(READ(*w), x[k], sum);
            }
            *y++ = sum;
        }
    }
}

/* == multiply bytes == */
/* The same with weights s q: bytes, and a factor for each output. */
static void multiply_bytes(const int8_t *q, const NUMBER *s, const NUMBER *b, const NUMBER *x, NUMBER *y, int outputs, int inputs)
{
    int i, k;
    for (i = 0; i < outputs; i++) {
        const NUMBER scale = READ(s[i]);
        NUMBER sum = b ? READ(b[i]) : 0;
#ifdef EXACT
        for (k = 0; k < inputs; k++, q++) {
            sum = MULTIPLY_ADD((NUMBER)*q * scale, x[k], sum);
        }
#else
        NUMBER part = 0;
        for (k = 0; k < inputs; k++, q++) {
            part += (NUMBER)READ_BYTE(*q) * x[k];
        }
        sum += scale * part;
#endif
        y[i] = sum;
    }
}

/* == largest == */
static NUMBER largest_NUMBER(const NUMBER *x, int count)
{
    NUMBER most = -INFINITY;
    int i;
    for (i = 0; i < count; i++) {
        most = x[i] > most ? x[i] : most;
    }
    return most;
}

/* == sum == */
static NUMBER sum_NUMBER(const NUMBER *x, int count)
{
    NUMBER total = 0;
    int i;
    for (i = 0; i < count; i++) {
        total += x[i];
    }
    return total;
}

/* == folded sum == */
/* By 64 running sums, folded at the end: the order in which the engine adds. */
static NUMBER folded_sum_NUMBER(const NUMBER *x, int count)
{
    NUMBER sums[64] = { 0 };
    int half, i;
    for (i = 0; i < count; i++) {
        sums[i % 64] += x[i];
    }
    for (half = 32; half > 0; half /= 2) {
        for (i = 0; i < half; i++) {
            sums[i] += sums[i + half];
        }
    }
    return sums[0];
}

/* == rank == */
/* The place of each number among those of its own that rise: between two of them the part of the way, the middle of those that it equals. */
static void rank(const NUMBER *q, const NUMBER *x, NUMBER *y, int outputs, int count)
{
    int i;
    for (i = 0; i < outputs; i++, q += count) {
        const NUMBER number = x[i];
        int from = 0, past = count;
        while (from < past) {
            const int middle = (from + past) / 2;
            if (READ(q[middle]) < number) {
                from = middle + 1;
            } else {
                past = middle;
            }
        }
        while (past < count && !(number < READ(q[past]))) {
            past++;
        }
        if (past > from) {
            y[i] = REAL(0.5) * (NUMBER)(from + past - 1);
        } else if (from == 0 || from == count) {
            y[i] = (NUMBER)(from == 0 ? 0 : count - 1);
        } else {
            y[i] = (NUMBER)(from - 1) + (number - READ(q[from - 1])) / (READ(q[from]) - READ(q[from - 1]));
        }
    }
}

/* == missing texts == */
static int is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static int same_in_any_case(const char *text, size_t length, const char *other)
{
    size_t i;
    if (strlen(other) != length) {
        return 0;
    }
    for (i = 0; i < length; i++) {
        if (lower(text[i]) != lower(other[i])) {
            return 0;
        }
    }
    return 1;
}

/* The text between its blanks; its length is 0 where it is missing. */
static size_t trimmed(const char **text)
{
    size_t length;
    if (!*text) {
        return 0;
    }
    while (is_blank(**text)) {
        ++*text;
    }
    length = strlen(*text);
    while (length > 0 && is_blank((*text)[length - 1])) {
        length--;
    }
    return length;
}

static int is_missing(const char *text, size_t length)
{
    size_t i;
    for (i = 0; i < sizeof missing_texts / sizeof *missing_texts; i++) {
        if (same_in_any_case(text, length, missing_texts[i])) {
            return 1;
        }
    }
    return length == 0;
}

/* == number key == */
/* A number in one way of writing: 1, 1.0 and 1e0 are one text. Zeros in front stay, for 01 may be a code. */
static size_t number_key(const char *text, size_t length, char *room)
{
    size_t end = 0, i, zeros = 0, used = 0, count = 0, fraction = 0, first = 0, last = 0;
    int negative = 0, any = 0, marked = 0;
    long power = 0, shift;
    while (end < length && text[end] != 'e' && text[end] != 'E') {
        end++;
    }
    if (end < length) {
        int minus = 0, digits = 0;
        i = end + 1;
        if (length - i > 9) {
            return 0;
        }
        if (i < length && (text[i] == '-' || text[i] == '+')) {
            minus = text[i++] == '-';
        }
        for (; i < length; i++, digits++) {
            if (text[i] < '0' || text[i] > '9') {
                return 0;
            }
            power = 10 * power + (text[i] - '0');
        }
        if (!digits) {
            return 0;
        }
        power = minus ? -power : power;
    }
    if (end > 0 && (text[0] == '-' || text[0] == '+')) {
        negative = text[0] == '-';
        text++;
        end--;
    }
    for (i = 0; i < end; i++) {
        if (text[i] == DECIMAL_MARK && !marked) {
            marked = 1;
            fraction = end - i - 1;
            continue;
        }
        if (text[i] < '0' || text[i] > '9') {
            return 0;
        }
        if (text[i] != '0') {
            first = any ? first : count;
            last = count;
            any = 1;
        }
        count++;
    }
    while (zeros < end && text[zeros] == '0') {
        zeros++;
    }
    if (zeros > 0 && (zeros == end || text[zeros] == DECIMAL_MARK)) {
        zeros--;
    }
    if (count == 0 || zeros + last - first > 40) {
        return 0;
    }
    for (; used < zeros; used++) {
        room[used] = '0';
    }
    if (!any) {
        room[used++] = '0';
        return used;
    }
    if (negative) {
        room[used++] = '-';
    }
    for (i = 0, count = 0; i < end; i++) {
        if (text[i] != DECIMAL_MARK) {
            if (count >= first && count <= last) {
                room[used++] = text[i];
            }
            count++;
        }
    }
    room[used++] = 'e';
    shift = power - (long)fraction + (long)(count - 1 - last);
    if (shift < 0) {
        room[used++] = '-';
        shift = -shift;
    }
    for (i = 1; shift / (long)i >= 10; i *= 10) {
    }
    for (; i > 0; i /= 10) {
        room[used++] = (char)('0' + shift / (long)i % 10);
    }
    return used;
}

/* == level == */
static int same(const char *text, size_t length, const char *other)
{
    return strlen(other) == length && memcmp(text, other, length) == 0;
}

static int level(const char *text, const char *const *levels, const char *const *keys, int count, int writing)
{
    char room[64] = "";
    size_t length = trimmed(&text);
    int i;
    if (!text) {
        return MODEL_MISSING;
    }
    for (i = 0; i < count; i++) {
        if (same(text, length, levels[i])) {
            return i;
        }
    }
    if (is_missing(text, length)) {
        return MODEL_MISSING;
    }
    if (writing == 1) {
        memcpy(room, same_in_any_case(text, length, "true") ? "true" : same_in_any_case(text, length, "false") ? "false" : "?", 6);
        text = room;
        length = strlen(room);
    }

/* == level of a number == */
    else if (writing == 2) {
        length = number_key(text, length, room);
        text = room;
    }

/* == level found == */
    for (i = 0; i < count && length > 0; i++) {
        if (keys[i] && same(text, length, keys[i])) {
            return i;
        }
    }
    return MODEL_UNSEEN;
}

/* == words == */
static int is_letter(uint32_t code)
{
    size_t low = 0, high = sizeof letters / sizeof *letters;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (code < READ_LONG(letters[middle][0])) {
            high = middle;
        } else if (code > READ_LONG(letters[middle][1])) {
            low = middle + 1;
        } else {
            return 1;
        }
    }
    return 0;
}

static uint32_t lower_case(uint32_t code)
{
    size_t i;
    for (i = 0; i < sizeof capitals / sizeof *capitals && code >= READ_LONG(capitals[i][0]); i++) {
        if (code <= READ_LONG(capitals[i][1]) && (code - READ_LONG(capitals[i][0])) % READ_LONG(capitals[i][2]) == 0) {
            return code + READ_LONG(capitals[i][3]);
        }
    }
    return code;
}

/* The letter at the beginning of a text in UTF-8, and how many bytes it has; no letter where they are no UTF-8. */
static uint32_t decode(const char *text, size_t length, size_t *used)
{
    const unsigned char head = (unsigned char)*text;
    const size_t more = head < 0x80 ? 0 : head >= 0xC2 && head < 0xE0 ? 1 : head >= 0xE0 && head < 0xF0 ? 2 : head >= 0xF0 && head < 0xF5 ? 3 : 9;
    uint32_t code = more == 0 ? head : more == 1 ? head & 0x1Fu : more == 2 ? head & 0x0Fu : head & 0x07u;
    size_t i;
    *used = 1;
    if (more >= length) {
        return 0;
    }
    for (i = 1; i <= more; i++) {
        const unsigned char next = (unsigned char)text[i];
        if ((next & 0xC0u) != 0x80u) {
            return 0;
        }
        code = code << 6 | (next & 0x3Fu);
    }
    *used = 1 + more;
    return code;
}

static uint64_t hashed(uint64_t hash, uint32_t code)
{
    unsigned char bytes[4];
    int count, i;
    if (code < 0x80) {
        bytes[0] = (unsigned char)code;
        count = 1;
    } else if (code < 0x800) {
        bytes[0] = (unsigned char)(0xC0u | code >> 6);
        bytes[1] = (unsigned char)(0x80u | (code & 0x3Fu));
        count = 2;
    } else if (code < 0x10000) {
        bytes[0] = (unsigned char)(0xE0u | code >> 12);
        bytes[1] = (unsigned char)(0x80u | (code >> 6 & 0x3Fu));
        bytes[2] = (unsigned char)(0x80u | (code & 0x3Fu));
        count = 3;
    } else {
        bytes[0] = (unsigned char)(0xF0u | code >> 18);
        bytes[1] = (unsigned char)(0x80u | (code >> 12 & 0x3Fu));
        bytes[2] = (unsigned char)(0x80u | (code >> 6 & 0x3Fu));
        bytes[3] = (unsigned char)(0x80u | (code & 0x3Fu));
        count = 4;
    }
    for (i = 0; i < count; i++) {
        hash = (hash ^ bytes[i]) * UINT64_C(1099511628211);
    }
    return hash;
}

/* Each word adds 1 at the place h mod n, h the FNV-1a hash of its lower-cased UTF-8; then the counts get length 1. */
static void count_words(const char *text, NUMBER *counts, int places)
{
    const uint64_t basis = UINT64_C(14695981039346656037);
    uint64_t hash = basis;
    size_t length = trimmed(&text), used = 0;
    int in_word = 0, i;
    NUMBER squares = 0;
    for (i = 0; i < places; i++) {
        counts[i] = 0;
    }
    if (is_missing(text, length)) {
        return;
    }
    for (; length > 0; text += used, length -= used) {
        const uint32_t code = decode(text, length, &used);
        if (is_letter(code)) {
            hash = hashed(hash, lower_case(code));
            in_word = 1;
        } else if (in_word) {
            counts[hash % (uint64_t)places] += 1;
            hash = basis;
            in_word = 0;
        }
    }
    if (in_word) {
        counts[hash % (uint64_t)places] += 1;
    }
    for (i = 0; i < places; i++) {
        squares += counts[i] * counts[i];
    }
    squares = SQRT(squares);
    for (i = 0; i < places && squares > 0; i++) {
        counts[i] /= squares;
    }
}

/* == self-test == */
/* Without EXACT cells are scaled in float, so that answers differ a little from those of the model. */
int main(void)
{
    const int count = (int)(sizeof probes / sizeof *probes);
    double worst = 0;
    int faults = 0, row, i;
    for (row = 0; row < count; row++) {
        MODEL_real answer[ANSWER_LENGTH];
        run(&probes[row], answer);
        for (i = 0; i < ANSWER_LENGTH; i++) {
            const double expected = (double)answers[row][i];
            const double difference = fabs((double)answer[i] - expected);
#ifdef EXACT
            faults += memcmp(&answer[i], &answers[row][i], sizeof answer[i]) != 0;
#else
            faults += !(difference <= 1e-3 * (1 + fabs(expected)));
#endif
            worst = difference > worst ? difference : worst;
        }
    }
    printf("%d rows, %d wrong numbers, largest difference %.3g\n", count, faults, worst);
    return faults != 0;
}
