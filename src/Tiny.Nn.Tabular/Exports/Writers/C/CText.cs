namespace Tiny.Nn.Tabular.Exports.Writers.C;

/// <summary>What every C export is made of beside its plan.</summary>
internal static class CText
{
    internal const string Start = """
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
        """;

    internal const string PowerOfTwoSingle = """
        static float power_of_twof(float n)
        {
            const uint32_t bits = (uint32_t)((int32_t)n + 127) << 23;
            float power;
            memcpy(&power, &bits, sizeof power);
            return power;
        }
        """;

    internal const string PowerOfTwoDouble = """
        static double power_of_two(double n)
        {
            const uint64_t bits = (uint64_t)((int64_t)n + 1023) << 52;
            double power;
            memcpy(&power, &bits, sizeof power);
            return power;
        }
        """;

    internal const string SignificandSingle = """
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
        """;

    internal const string SignificandDouble = """
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
        """;

    /// <summary>{0}: the network's type; {1}: its fused multiply-add.</summary>
    internal const string Multiply = """
        /* y = b + W x, each output one chain of multiply-adds. */
        static void multiply(const {0} *w, const {0} *b, const {0} *x, {0} *y, int groups, int outputs, int inputs)
        {
            int group, i, k;
            for (group = 0; group < groups; group++, x += inputs) {
                for (i = 0; i < outputs; i++) {
                    {0} sum = 0;
                    if (b) {
                        sum = READ(*b);
                        b++;
                    }
                    for (k = 0; k < inputs; k++, w++) {
                        sum = {1}(READ(*w), x[k], sum);
                    }
                    *y++ = sum;
                }
            }
        }
        """;

    /// <summary>{0}: the network's type; {1}: its fused multiply-add.</summary>
    internal const string MultiplyBytes = """
        /* The same with weights s q: bytes, and a factor for each output. */
        static void multiply_bytes(const int8_t *q, const {0} *s, const {0} *b, const {0} *x, {0} *y, int outputs, int inputs)
        {
            int i, k;
            for (i = 0; i < outputs; i++) {
                const {0} scale = READ(s[i]);
                {0} sum = b ? READ(b[i]) : 0;
        #ifdef EXACT
                for (k = 0; k < inputs; k++, q++) {
                    sum = {1}(({0})*q * scale, x[k], sum);
                }
        #else
                {0} part = 0;
                for (k = 0; k < inputs; k++, q++) {
                    part += ({0})READ_BYTE(*q) * x[k];
                }
                sum += scale * part;
        #endif
                y[i] = sum;
            }
        }
        """;

    /// <summary>{0}: a type; {1}: what ends the names.</summary>
    internal const string Largest = """
        static {0} largest{1}(const {0} *x, int count)
        {
            {0} most = -INFINITY;
            int i;
            for (i = 0; i < count; i++) {
                most = x[i] > most ? x[i] : most;
            }
            return most;
        }
        """;

    internal const string Sum = """
        static {0} sum{1}(const {0} *x, int count)
        {
            {0} total = 0;
            int i;
            for (i = 0; i < count; i++) {
                total += x[i];
            }
            return total;
        }
        """;

    internal const string FoldedSum = """
        /* By 64 running sums, folded at the end: the order in which the engine adds. */
        static {0} folded_sum{1}(const {0} *x, int count)
        {
            {0} sums[64] = { 0 };
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
        """;

    /// <summary>{0}: the type of cells.</summary>
    internal const string Rank = """
        /* The place of each number among those of its own that rise: between two of them the part of the way, the middle of those that it equals. */
        static void rank(const {0} *q, const {0} *x, {0} *y, int outputs, int count)
        {
            int i;
            for (i = 0; i < outputs; i++, q += count) {
                const {0} number = x[i];
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
                    y[i] = REAL(0.5) * ({0})(from + past - 1);
                } else if (from == 0 || from == count) {
                    y[i] = ({0})(from == 0 ? 0 : count - 1);
                } else {
                    y[i] = ({0})(from - 1) + (number - READ(q[from - 1])) / (READ(q[from]) - READ(q[from - 1]));
                }
            }
        }
        """;
}
