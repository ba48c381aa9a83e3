using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Teaching.Toy;

/// <summary>Points with their classes.</summary>
/// <param name="Features">x₁ and x₂: 2 × samples.</param>
/// <param name="Labels">The class of each sample, from 0 on.</param>
public sealed record ToySamples(Matrix<double> Features, IReadOnlyList<int> Labels)
{
    /// <summary>The columns of the file: two features and the target.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["x1", "x2", "class"];

    /// <summary>What a class is called: a, b, c, …</summary>
    public static string NameOf(int label) => ((char)('a' + label)).ToString();

    /// <summary>How many samples of how many classes.</summary>
    public override string ToString() => $"{Labels.Count} samples of {Labels.Distinct().Count()} classes";

    /// <summary>The samples as a table, as if it were read from a file.</summary>
    public Table ToTable() =>
        new(
            [new NumberFeature(Columns[0]), new NumberFeature(Columns[1])],
            Features,
            new TargetColumn(Columns[2], Labels.Select(NameOf))
        );

    /// <summary>
    /// Writes them as CSV. Six decimals: what different machines make of a sine may differ behind them, the file does not.
    /// </summary>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', Columns) + "\n");
        foreach ((int row, int label) in Labels.Index())
        {
            writer.Write($"{Text(Features[0, row])},{Text(Features[1, row])},{NameOf(label)}\n");
        }
    }

    /// <summary>A coordinate as the file has it.</summary>
    internal static string Text(double number)
    {
        string text = number.ToString("0.######", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
