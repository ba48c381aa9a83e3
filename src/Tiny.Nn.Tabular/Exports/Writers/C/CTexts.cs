namespace Tiny.Nn.Tabular.Exports.Writers.C;

/// <summary>How C exports read texts: levels and missing cells.</summary>
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
}
