using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature that a model knows as one of numbers: each cell is certain by itself, or an error. Its unit may stand beside a number or not.</summary>
internal sealed class KnownNumberColumn : Column
{
    private readonly NumberFeature feature;
    private readonly CellRules rules;
    private long written;
    private string? first;

    /// <param name="feature">What the model knows.</param>
    /// <param name="rules">How cells are written.</param>
    internal KnownNumberColumn(NumberFeature feature, CellRules rules)
    {
        this.feature = feature;
        this.rules = rules;
        TakesNumbers = rules.NumbersAreNumbers;
    }

    internal override Feature Feature => feature;

    internal override Finding? Writing
    {
        get
        {
            if (first is null)
            {
                return null;
            }
            NumberWriting writing = new(rules);
            writing.Add(Encoding.UTF8.GetBytes(first), out _);
            return new Finding(FindingKind.WrittenNumbers, feature.Name, writing.Describe(written));
        }
    }

    internal override double Read(Cell cell, int row)
    {
        if (rules.IsMissing(cell.Text))
        {
            return Miss(cell);
        }
        if (rules.TryParse(cell.Text, out double number))
        {
            return number;
        }
        string text = cell.String;
        if (rules.TryRead(text, feature.Unit, out number))
        {
            first ??= text;
            written++;
            return number;
        }
        throw cell.Bad(Explain(text));
    }

    internal override void Restart() { }

    private (string What, Advice Advice) Explain(string text)
    {
        (string what, Advice advice) = rules.Explain(text);
        if (
            WrittenNumber.Read(text) is { Unit: { Length: > 0 } unit }
            && !(feature.Unit is { } known && Units.AreSame(known, unit))
        )
        {
            string own = feature.Unit is null ? "has none" : $"has {feature.Unit}";
            what = $"A number has the unit {unit}; the column that the model knows {own}.";
        }
        return (
            what,
            advice.Without(RemedyKind.Categorical)
                ?? new Advice($"Correct it: the model knows this column as one of numbers.")
        );
    }
}
