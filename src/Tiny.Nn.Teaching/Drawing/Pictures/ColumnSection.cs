using System.Globalization;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>The plane of two columns, the others at what is typical of them.</summary>
internal static class ColumnSection
{
    private const int MostNotes = 8;

    private static readonly Caption Days = new("(days since 1970-01-01)", "（1970-01-01 からの日数）");
    private static readonly Caption Median = new("median", "中央値");
    private static readonly Caption Frequent = new("most frequent", "最頻値");
    private static readonly Caption Others = new("The other columns stand at:", "他の列の固定値：");
    private static readonly Caption More = new("more", "他");

    internal static Section Create(Model<float> model, Table table, (int X, int Y) columns, Language language)
    {
        ColumnPlane plane = ColumnPlane.Fit(table.Schema, table.Features, columns.X, columns.Y);
        double[] x = Values(table, columns.X, 0.6180339887498949);
        double[] y = Values(table, columns.Y, 0.7548776662466927);
        return new Section(
            AxisOf(table.Schema[columns.X], x, language),
            AxisOf(table.Schema[columns.Y], y, language),
            places => model.Predict(plane.Place(places), table.Schema),
            [.. x.Zip(y)]
        )
        {
            Notes = [.. Notes(table, plane, language)],
        };
    }

    private static Axis AxisOf(Feature feature, double[] values, Language language) =>
        feature switch
        {
            CategoryFeature category => Axis.Named(feature.Name, category.Levels),
            DateFeature => Section.AxisOf($"{feature.Name} {Days.In(language)}", values),
            _ => Section.AxisOf(feature.Name, values),
        };

    /// <summary>The cells; those of a category lie side by side in the place of their name, by multiples of an irrational number.</summary>
    private static double[] Values(Table table, int feature, double stride)
    {
        double[] values = [.. Enumerable.Range(0, table.Rows).Select(row => (double)table.Features[feature, row])];
        if (table.Schema[feature] is CategoryFeature)
        {
            for (int row = 0; row < values.Length; row++)
            {
                double part = row * stride % 1;
                values[row] = values[row] < 0 ? double.NaN : values[row] + 0.6 * (part - 0.5);
            }
        }
        return values;
    }

    private static IEnumerable<string> Notes(Table table, ColumnPlane plane, Language language)
    {
        int[] others = [.. Enumerable.Range(0, table.Schema.Count).Where(i => i != plane.X && i != plane.Y)];
        if (others.Length == 0)
        {
            yield break;
        }
        IEnumerable<string> parts = others
            .Take(MostNotes)
            .Select(i => Text(table.Schema[i], plane.Typical[i], language));
        string more = others.Length > MostNotes ? $", … ({others.Length - MostNotes} {More.In(language)})" : "";
        yield return $"{Others.In(language)} {string.Join(", ", parts)}{more}";
    }

    private static string Text(Feature feature, double typical, Language language)
    {
        string number = typical.ToString("G5", CultureInfo.InvariantCulture);
        int place = double.IsFinite(typical) ? (int)typical : -1;
        return feature switch
        {
            CategoryFeature { Levels: var levels } =>
                $"{feature.Name} = {Name(levels, place)} ({Frequent.In(language)})",
            TextFeature { Texts: var texts } =>
                $"{feature.Name} = {Markup.Short(Name(texts, place), 20)} ({Frequent.In(language)})",
            _ => $"{feature.Name} = {(double.IsFinite(typical) ? number : "?")} ({Median.In(language)})",
        };
    }

    private static string Name(IReadOnlyList<string> names, int place) =>
        place >= 0 && place < names.Count ? names[place] : "?";
}
