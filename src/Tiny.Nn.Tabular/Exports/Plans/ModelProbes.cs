using System.Numerics;
using System.Text;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>Rows made of a model's schema, and never of training rows, with the model's answers: an export proves itself by them.</summary>
internal static class ModelProbes
{
    /// <summary>So many levels of the columns are asked for at most.</summary>
    private const int MostLevels = 6;

    /// <summary>A text that no column has as a level.</summary>
    private const string Unseen = "\u241F none of them";

    private static readonly string[] Texts =
    [
        "The quick brown fox jumps over 13 lazy dogs, and the fox laughs.",
        "Größe ÉCOLE İstanbul ΣΊΣΥΦΟΣ 東京 ٤٢ e\u0301 don't",
        "...",
    ];

    /// <summary>Leap days, the ends of years and of the calendar, and some hours.</summary>
    private static readonly double[] Days = [0, 19782.5, 19722.875, -25567, 2932896, -719162, 11016.25];

    /// <summary>The probes of a model.</summary>
    internal static IReadOnlyList<Probe> Of<T>(Model<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Typical[] columns = [.. model.Schema.Select((feature, place) => TypicalOf(model, feature, place))];
        int levels = model.Schema.OfType<CategoryFeature>().Select(one => one.Levels.Count).DefaultIfEmpty().Max();
        List<(string About, object?[] Cells)> rows =
        [
            ("a typical row", Row(column => column.Cell(0, 0))),
            ("everything missing", Row(_ => null)),
            ("everything below", Row(column => column.Cell(-1, 1))),
            ("everything above", Row(column => column.Cell(1, 2))),
            ("everything far below", Row(column => column.Cell(-50, 3))),
            ("everything far above", Row(column => column.Cell(50, 4))),
            ("unseen levels", Row(column => column.Feature is CategoryFeature ? Unseen : column.Cell(0.25, 6))),
        ];
        for (int level = 1; level < Math.Min(levels, MostLevels); level++)
        {
            int place = level;
            rows.Add(
                (FormattableString.Invariant($"levels number {level + 1}"), Row(column => column.Cell(-0.5, place)))
            );
        }
        for (int column = 0; column < Math.Min(columns.Length, MostLevels); column++)
        {
            int place = column;
            rows.Add(
                (
                    $"{columns[column].Feature.Name} missing",
                    Row(one => one == columns[place] ? null : one.Cell(0.5, place + 1))
                )
            );
        }
        return
        [
            .. rows.Select(row => Ask(model, row.About, row.Cells)).Where(probe => probe.Answer.All(double.IsFinite)),
        ];

        object?[] Row(Func<Typical, object?> cell) => [.. columns.Select(cell)];
    }

    /// <summary>The model's answer to a row.</summary>
    /// <param name="model">The model.</param>
    /// <param name="about">What is odd about the row.</param>
    /// <param name="row">Numbers, texts, and null.</param>
    internal static Probe Ask<T>(Model<T> model, string about, IReadOnlyList<object?> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Feature[] schema = [.. model.Schema];
        double[] cells = new double[schema.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = row[i] switch
            {
                null => double.NaN,
                string text when schema[i] is TextFeature && IsMissing(model, text) => double.NaN,
                string when schema[i] is TextFeature => 0,
                string text => ((CategoryFeature)schema[i]).Levels.ToList().IndexOf(text),
                double number => number,
                _ => throw new ArgumentException($"A cell of a probe is a {row[i]!.GetType().Name}.", nameof(row)),
            };
            if (row[i] is string words && schema[i] is TextFeature feature)
            {
                schema[i] = feature with { Texts = [words] };
            }
        }
        double[] answer = model.Predict(new Matrix<double>(cells.Length, 1, cells), schema).Values.ToArray();
        return new Probe(about, row, answer, (model.Target as ClassTarget)?.Choose(answer) ?? 0);
    }

    /// <summary>A text without words may stand for a missing one.</summary>
    private static bool IsMissing<T>(Model<T> model, string text)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        model.DataFormat.Rules.IsMissing(Encoding.UTF8.GetBytes(text.Trim()));

    private static Typical TypicalOf<T>(Model<T> model, Feature feature, int place)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int input = 0;
        foreach (FeatureEncoding part in model.Encoding.Parts)
        {
            // Of a date the days are the second input.
            int amount = part is DateTrend ? input + 1 : input;
            if (part.Source == place && part is ImputedNumber or DateTrend)
            {
                return new(
                    feature,
                    (part as ImputedNumber)?.Fill ?? ((DateTrend)part).Fill,
                    model.Encoding.Scaling.Spread[amount]
                );
            }
            input += part.Outputs;
        }
        return new(feature, 0, 0);
    }

    /// <summary>What cells of a column are like.</summary>
    private sealed record Typical(Feature Feature, double Number, double Spread)
    {
        /// <summary>A cell so many spreads from a typical one, and the level, the text or the date of a number.</summary>
        internal object Cell(double spreads, int place) =>
            Feature switch
            {
                CategoryFeature category => category.Levels[place % category.Levels.Count],
                TextFeature => Texts[place % Texts.Length],
                DateFeature => ToTheEighth(place == 0 ? Number : Days[place % Days.Length]),
                _ => Number + spreads * Spread,
            };

        /// <summary>The nearest eighth of a day: a float holds it, and no hour lies between two.</summary>
        private static double ToTheEighth(double days) => Math.Round(8 * Math.Clamp(days, Days.Min(), Days.Max())) / 8;
    }
}
