namespace Tiny.Nn.Tabular.Exports.Writers.C;

/// <summary>How C exports count words.</summary>
internal static class CWords
{
    /// <summary>{0}: the type of counts.</summary>
    internal const string Count = """
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
        static void count_words(const char *text, {0} *counts, int places)
        {
            const uint64_t basis = UINT64_C(14695981039346656037);
            uint64_t hash = basis;
            size_t length = trimmed(&text), used = 0;
            int in_word = 0, i;
            {0} squares = 0;
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
        """;
}
