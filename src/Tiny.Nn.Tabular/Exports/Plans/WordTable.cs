using System.Text;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>
/// Which letters words are made of, and what becomes of them in lower case: as the engine's runtime knows them, so that no other version of Unicode
/// answers otherwise.
/// </summary>
internal static class WordTable
{
    private const int End = 0x110000;

    private static readonly Lazy<(int First, int Last)[]> AllLetters = new(() => [.. FindLetters()]);
    private static readonly Lazy<(int First, int Last, int Step, int Change)[]> AllLower = new(() => [.. FindLower()]);

    /// <summary>The letters and digits, as ranges in ascending order.</summary>
    internal static IReadOnlyList<(int First, int Last)> Letters => AllLetters.Value;

    /// <summary>The letters that change in lower case: every so many from the first to the last, and what is added to them; in ascending order of the first.</summary>
    internal static IReadOnlyList<(int First, int Last, int Step, int Change)> Lower => AllLower.Value;

    private static IEnumerable<(int, int)> FindLetters()
    {
        int? first = null;
        for (int code = 0; code <= End; code++)
        {
            bool isLetter = code < End && Rune.IsValid(code) && Rune.IsLetterOrDigit(new Rune(code));
            if (!isLetter && first is { } start)
            {
                yield return (start, code - 1);
            }
            first = isLetter ? first ?? code : null;
        }
    }

    private static IEnumerable<(int, int, int, int)> FindLower()
    {
        (int Code, int Change)[] changes =
        [
            .. Enumerable
                .Range(0, End)
                .Where(code => Rune.IsValid(code) && Rune.IsLetterOrDigit(new Rune(code)))
                .Select(code => (code, Rune.ToLowerInvariant(new Rune(code)).Value - code))
                .Where(change => change.Item2 != 0),
        ];
        for (int i = 0, next; i < changes.Length; i = next)
        {
            int step = i + 1 < changes.Length && changes[i + 1].Code - changes[i].Code == 2 ? 2 : 1;
            next = i + 1;
            while (
                next < changes.Length
                && changes[next].Code - changes[next - 1].Code == step
                && changes[next].Change == changes[i].Change
            )
            {
                next++;
            }
            yield return (changes[i].Code, changes[next - 1].Code, step, changes[i].Change);
        }
    }
}
