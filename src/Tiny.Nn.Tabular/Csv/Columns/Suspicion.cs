using System.Runtime.CompilerServices;
using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A column that was inferred to be a category and probably is none.</summary>
/// <param name="Finding">What is odd.</param>
/// <param name="Problem">The same as an error, with a place and advice.</param>
internal sealed record Suspicion(Finding Finding, DataException Problem)
{
    /// <summary>A column with more levels has to be declared a category.</summary>
    internal const int MostLevels = 1000;

    /// <summary>So many are told of one by one.</summary>
    private const int MostTold = 10;

    /// <summary>Up to here a table may be so small that a category's texts differ in most rows.</summary>
    private const int FewLevels = 50;

    /// <summary>If a column has dates, so have these.</summary>
    private const int FirstTexts = 100;

    /// <summary>Of so few texts some may be ranges, and others numbers: 0, 1, >1.</summary>
    private const int FewestBounds = 5;

    /// <summary>Ends a reading with all that is wrong, not with the first of it.</summary>
    /// <exception cref="DataException">There is a suspicion.</exception>
    internal static void Refuse(IReadOnlyCollection<Suspicion> all)
    {
        if (all.Count == 1)
        {
            throw all.Single().Problem;
        }
        if (all.Count > 1)
        {
            // Of very many columns the first few tell what is wrong with the file.
            Suspicion[] first = [.. all.Take(MostTold)];
            string more = all.Count > first.Length ? $"; and {all.Count - first.Length} more" : "";
            string[] faults =
            [
                .. first.Select(one => $"{Excerpt.Name(one.Finding.Column!)}: {one.Problem.What.TrimEnd('.')}"),
            ];
            object[] advice = [.. first.Select(one => one.Problem.Remedies!)];
            string format = string.Join(' ', first.Select((_, i) => $"{{{i}}}"));
            throw new DataException(
                $"{all.Count} columns are not what they seem: {string.Join("; ", faults)}{more}.",
                string.Join("; ", first.Select(one => one.Problem.Where)),
                new Advice(FormattableStringFactory.Create(format, advice))
            )
            {
                Faults = all.Count,
            };
        }
    }

    /// <summary>What is odd about a column of texts; null where nothing is.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="texts">Its texts, and how many cells hold each.</param>
    /// <param name="numbersAbove">How many cells above the first text held numbers.</param>
    /// <param name="rules">How numbers are written.</param>
    /// <param name="firstText">What is wrong with the first text in a column of numbers.</param>
    internal static Suspicion? Find(
        string name,
        IReadOnlyCollection<(string Text, int Cells)> texts,
        long numbersAbove,
        CellRules rules,
        DataException firstText
    )
    {
        long numbers = numbersAbove;
        long dates = 0;
        long bounds = 0;
        long cells = numbersAbove;
        string? otherNumber = null;
        (WrittenNumber? Number, int Cells)[] written =
        [
            .. texts.Select(text => (WrittenNumber.Read(text.Text), text.Cells)),
        ];
        string? common = Common(written);
        DateFormat? format = texts
            .Take(FirstTexts)
            .Select(text => DateFormat.Guess(text.Text))
            .FirstOrDefault(found => found is not null);
        int place = 0;
        foreach ((string text, int count) in texts)
        {
            WrittenNumber? own = written[place++].Number;
            cells += count;
            bool isNumber = rules.TryParse(Encoding.UTF8.GetBytes(text), out double _);
            bool isMeantAsNumber = isNumber || PlainNumber.IsMeantAsOne(text) || IsMeant(own, common);
            bounds += WrittenNumber.IsBound(text) ? count : 0;
            numbers += isMeantAsNumber ? count : 0;
            otherNumber ??= isMeantAsNumber && !isNumber ? text : null;
            dates += IsoDate.LooksLikeDate(text) || format?.MayBe(text) == true ? count : 0;
        }
        (string Text, int Cells)[] errors = [.. texts.Where(text => PlainNumber.IsErrorText(text.Text))];
        Remedy ignore = new(RemedyKind.Ignore, name);
        bool isMostly(long part) => part > 0 && 2 * part >= cells;
        if (isMostly(dates))
        {
            return Create(
                FindingKind.DateLike,
                $"{dates} of {cells} cells look like dates",
                "A column looks like dates.",
                $"Say so with {new Remedy(RemedyKind.Dates, name)}; or leave it out with {ignore}."
            );
        }
        if (errors.Length > 0 && numbers > 0 && 2 * (numbers + errors.Sum(error => (long)error.Cells)) >= cells)
        {
            string listed = string.Join(", ", errors.Select(error => $"{Excerpt.Quote(error.Text)} ({error.Cells})"));
            Remedy missing = new(RemedyKind.Missing, [.. errors.Select(error => error.Text)]);
            return Create(
                FindingKind.MixedTypes,
                $"{numbers} of {cells} cells are meant as numbers, and others are written for an error or for nothing: {listed}",
                $"A number is missing, and a text stands for it: {listed}.",
                $"Leave these cells empty, or say that they are missing: {missing}."
            );
        }
        if (isMostly(numbers) || (numbers > 0 && texts.Count > FewestBounds && isMostly(numbers + bounds)))
        {
            FindingKind kind =
                otherNumber?.Contains(',', StringComparison.Ordinal) == true
                    ? FindingKind.DecimalComma
                    : FindingKind.MixedTypes;
            return new Suspicion(
                new Finding(kind, name, $"{numbers} of {cells} cells are meant as numbers; {firstText.Where}"),
                firstText
            );
        }
        long distinct = texts.Count;
        return distinct > MostLevels || (distinct > FewLevels && 2 * distinct > cells)
            ? Create(
                FindingKind.TooManyValues,
                $"{distinct} different texts in {cells} cells",
                $"A column has too many different texts for a category: {distinct} in {cells} cells.",
                $"Leave it out with {ignore}, pass it through with {RemedyKind.Ids}, or say what it is: {RemedyKind.Texts} or {RemedyKind.Categorical}."
            )
            : null;

        Suspicion Create(FindingKind kind, string evidence, string what, FormattableString advice) =>
            new(new Finding(kind, name, evidence), new DataException(what, firstText.Where, new Advice(advice)));
    }

    /// <summary>The unit of nearly all cells that have one; null where there is none. Streets have numbers, and names of their own.</summary>
    private static string? Common(IEnumerable<(WrittenNumber? Number, int Cells)> texts)
    {
        (string Unit, long Cells)[] units =
        [
            .. texts
                .Where(text => text.Number is { Unit.Length: > 0, IsSure: true })
                .GroupBy(text => text.Number!.Unit, text => (long)text.Cells, StringComparer.Ordinal)
                .Select(cells => (cells.Key, cells.Sum())),
        ];
        long all = units.Sum(unit => unit.Cells);
        return units.FirstOrDefault(unit => 4 * unit.Cells >= 3 * all).Unit;
    }

    /// <summary>True for a number that is not plain: one without a unit, with one that is known, or with that of most others.</summary>
    private static bool IsMeant(WrittenNumber? number, string? common) =>
        number is not null
        && (
            number.Unit.Length == 0
            || Units.IsKnown(number.Unit)
            || (common is not null && Units.AreSame(number.Unit, common))
        );
}
