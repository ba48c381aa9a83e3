namespace Tiny.Nn.Tabular.Exports.Writers.C;

/// <summary>How C exports read texts: levels, missing cells, words.</summary>
internal static class CTexts
{
    internal const string Missing = """
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
        """;

    /// <summary>{0}: the decimal mark.</summary>
    internal const string NumberKey = """
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
                if (text[i] == '{0}' && !marked) {
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
            if (zeros > 0 && (zeros == end || text[zeros] == '{0}')) {
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
                if (text[i] != '{0}') {
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
        """;

    /// <summary>{0}: what the names of the export begin with, in capitals; {1}: the key of a number, or nothing.</summary>
    internal const string Levels = """
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
                return {0}_MISSING;
            }
            for (i = 0; i < count; i++) {
                if (same(text, length, levels[i])) {
                    return i;
                }
            }
            if (is_missing(text, length)) {
                return {0}_MISSING;
            }
            if (writing == 1) {
                memcpy(room, same_in_any_case(text, length, "true") ? "true" : same_in_any_case(text, length, "false") ? "false" : "?", 6);
                text = room;
                length = strlen(room);
            }{1}
            for (i = 0; i < count && length > 0; i++) {
                if (keys[i] && same(text, length, keys[i])) {
                    return i;
                }
            }
            return {0}_UNSEEN;
        }
        """;

    internal const string LevelOfNumber = """
         else if (writing == 2) {
                length = number_key(text, length, room);
                text = room;
            }
        """;

    /// <summary>{0}: the type of counts.</summary>
    internal const string Words = """
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
