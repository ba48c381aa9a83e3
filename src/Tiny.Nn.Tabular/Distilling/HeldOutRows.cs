using System.Globalization;
using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>
/// Which rows the small network learns from, which choose its epoch, and which judge both models. Where the large model learned from a file of this name with a share of test
/// rows, and as many rows as that would leave, just these rows judge: neither model knows them.
/// </summary>
/// <param name="Split">The rows.</param>
/// <param name="LargeMayKnow">Whether the large model may have learned from rows that judge.</param>
internal sealed record HeldOutRows(Split Split, bool LargeMayKnow)
{
    /// <summary>Settings that choose test rows otherwise than by a random share.</summary>
    private static readonly string[] OtherDivisions = ["group", "time", "split-column", "test-file"];

    /// <param name="large">The large model.</param>
    /// <param name="answers">What it says of all rows of the table.</param>
    /// <param name="table">The table.</param>
    /// <param name="recipe">The shares, and the seed.</param>
    /// <exception cref="DataException">The table cannot be divided so.</exception>
    internal static HeldOutRows Of<T>(Model<T> large, Matrix<double> answers, Table table, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Splitter splitter = Splitter.Random(recipe.TestFraction);
        int[] strata = Strata(large.Target, answers, table);
        bool isOwnFile =
            large.Provenance.Source.Length > 0 && large.Provenance.Source == Path.GetFileName(table.Source);
        if (isOwnFile && Seed(large.Provenance, recipe.TestFraction) is { } seed)
        {
            Split outer = splitter.Divide(strata, 0, seed);
            if (outer.Training.Length == large.Provenance.Rows && !outer.Test.IsEmpty)
            {
                Split inner = splitter.SetAside([.. outer.Training], strata, recipe.ValidationFraction, recipe.Seed);
                return new(new Split(inner.Training, inner.Test, outer.Test), false);
            }
        }
        return new(splitter.Divide(strata, recipe.ValidationFraction, recipe.Seed), isOwnFile);
    }

    /// <summary>The classes in the file where they stand there, so that its rows are divided as they were for the large model; else those that it answers with.</summary>
    private static int[] Strata(ModelTarget target, Matrix<double> answers, Table table) =>
        (target, table.Target) switch
        {
            (ClassTarget, { } known) => known.Codes.ToArray(),
            (ClassTarget classes, null) =>
            [
                .. Enumerable.Range(0, table.Rows).Select(row => classes.Choose(answers.Column(row))),
            ],
            _ => new int[table.Rows],
        };

    /// <summary>The seed that drew the test rows of the large model; null where they were not drawn with this share.</summary>
    private static ulong? Seed(Provenance provenance, double share) =>
        !OtherDivisions.Any(provenance.Settings.ContainsKey)
        && provenance.Settings.TryGetValue(RowSettings.Test.Name, out string? text)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double own)
        && own == share
        && provenance.Settings.TryGetValue(RowSettings.Seed.Name, out string? seed)
        && ulong.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            ? number
            : null;
}
