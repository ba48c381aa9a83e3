using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Exports.Plans;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Column = Tiny.Nn.Cli.Results.Column;
using Table = Tiny.Nn.Tabular.Tables.Table;

namespace Tiny.Nn.Cli.Export;

/// <summary>How good a model is with its own weights, and with those that bytes leave of them.</summary>
/// <param name="Source">The rows that judge.</param>
/// <param name="Before">With its own weights.</param>
/// <param name="After">With bytes.</param>
internal sealed record QuantizationLoss(string Source, Report Before, Report After)
{
    internal static QuantizationLoss Of(Session session, Model<float> model, string path, CsvOptions options)
    {
        Table table = DataSource.Read(session, path, model, options);
        return new(path, Evaluation.Run(model, table), Evaluation.Run(RowQuantization.Apply(model), table));
    }

    /// <summary>The measures side by side.</summary>
    internal ResultTable Measures =>
        new(
            $"{Before.Rows} rows of {Source}",
            [
                new Column("measure", "measure") { HasWords = true },
                new Column("float", "float"),
                new Column("int8", "int8"),
            ],
            [
                .. Before.Measures.Zip(
                    After.Measures,
                    (before, after) =>
                        (IReadOnlyList<Value>)
                            [Value.Of(before.Name), Value.Of(before.Value, Rounded), Value.Of(after.Value, Rounded)]
                ),
            ]
        );

    private static string Rounded(double value) =>
        value.ToString("F4", System.Globalization.CultureInfo.InvariantCulture);
}
