namespace Tiny.Nn.Tabular.Exports.Writers.JavaScript;

/// <summary>How JavaScript counts the words of a text.</summary>
internal static class JavaScriptWords
{
    internal const string Count = """
        function find(ranges, code) {
            let low = 0;
            let high = ranges.length;
            while (low < high) {
                const middle = (low + high) >> 1;
                if (code < ranges[middle][0]) high = middle;
                else low = middle + 1;
            }
            return low - 1;
        }

        function isLetter(code) {
            const at = find(letters, code);
            return at >= 0 && code <= letters[at][1];
        }

        function lower(code) {
            for (const [first, last, step, change] of capitals) {
                if (code >= first && code <= last && (code - first) % step === 0) return code + change;
            }
            return code;
        }

        // Each word adds 1 at the place h mod n, h the FNV-1a hash of its lower-cased UTF-8; then the counts get length 1.
        function countWords(value, counts) {
            counts.fill(0);
            const cell = text(value);
            if (isMissing(cell)) return;
            const encoder = new TextEncoder();
            const end = (word) => {
                if (word === "") return "";
                let hash = 14695981039346656037n;
                for (const one of encoder.encode(word)) {
                    hash = BigInt.asUintN(64, (hash ^ BigInt(one)) * 1099511628211n);
                }
                counts[Number(hash % BigInt(counts.length))]++;
                return "";
            };
            let word = "";
            for (const letter of cell) {
                const code = letter.codePointAt(0);
                word = isLetter(code) ? word + String.fromCodePoint(lower(code)) : end(word);
            }
            end(word);
            const norm = Math.sqrt(counts.reduce((sum, count) => sum + count * count, 0));
            counts.forEach((count, i) => {
                counts[i] = norm > 0 ? count / norm : 0;
            });
        }
        """;
}
