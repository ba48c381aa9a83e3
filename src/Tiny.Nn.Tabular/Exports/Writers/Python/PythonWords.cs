namespace Tiny.Nn.Tabular.Exports.Writers.Python;

/// <summary>How Python counts the words of a text.</summary>
internal static class PythonWords
{
    internal const string Count = """"
        def _is_letter(code: int) -> bool:
            at = bisect.bisect_right(_FIRST_LETTERS, code) - 1
            return at >= 0 and code <= _LETTERS[at][1]


        def _lower(code: int) -> int:
            for first, last, step, change in _CAPITALS:
                if first <= code <= last and (code - first) % step == 0:
                    return code + change
            return code


        def _count_words(value: object, places: int) -> list[float]:
            """Each word adds 1 at the place h mod n, h the FNV-1a hash of its lower-cased UTF-8; then the counts get length 1."""
            counts = [0.0] * places
            cell = _text(value)
            if _is_missing(cell):
                return counts
            word = ""
            for letter in cell + " ":
                if _is_letter(ord(letter)):
                    word += chr(_lower(ord(letter)))
                elif word:
                    h = 14695981039346656037
                    for one in word.encode("utf-8"):
                        h = (h ^ one) * 1099511628211 % 18446744073709551616
                    counts[h % places] += 1.0
                    word = ""
            norm = math.sqrt(sum(count * count for count in counts))
            return [count / norm for count in counts] if norm > 0 else counts
        """";
}
