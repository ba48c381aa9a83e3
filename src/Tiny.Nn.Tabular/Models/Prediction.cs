using System.Globalization;

namespace Tiny.Nn.Tabular.Models;

/// <summary>What a model says of one row: a class with the probabilities of all, or a number; and what should be known about it.</summary>
public sealed record Prediction
{
    private readonly double shown;
    private readonly string? unit;

    internal Prediction(ModelTarget target, ReadOnlySpan<double> outputs, IReadOnlyList<string> notes)
    {
        Notes = notes;
        if (target is ClassTarget classes)
        {
            Dictionary<string, double> probabilities = new(StringComparer.Ordinal);
            for (int code = 0; code < outputs.Length; code++)
            {
                probabilities.Add(classes.Classes[code], outputs[code]);
            }
            int chosen = classes.Choose(outputs);
            (Class, Confidence, Probabilities) = (classes.Classes[chosen], outputs[chosen], probabilities);
        }
        else if (target is NumberTarget number)
        {
            (Number, shown, unit) = (outputs[0], number.Round(outputs[0]), number.Unit);
        }
    }

    /// <summary>The predicted class; null where the model predicts numbers.</summary>
    public string? Class { get; }

    /// <summary>The probability of the predicted class; null where the model predicts numbers.</summary>
    public double? Confidence { get; }

    /// <summary>The probability of each class by its name, in the model's order; empty where the model predicts numbers.</summary>
    public IReadOnlyDictionary<string, double> Probabilities { get; } = new Dictionary<string, double>();

    /// <summary>The predicted number, in the unit of the target; null where the model predicts classes.</summary>
    public double? Number { get; }

    /// <summary>
    /// What should be known about the row, in short sentences: a text that no training row had, a number far from all of them, columns
    /// that were not given. Mostly empty.
    /// </summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The class with its probability, or the number with its unit; and the notes, in the invariant culture.</summary>
    public override string ToString()
    {
        string answer = Class is null
            ? string.Create(CultureInfo.InvariantCulture, $"{shown} {unit}").TrimEnd(' ')
            : string.Create(CultureInfo.InvariantCulture, $"{Class} ({Confidence:0.####})");
        return string.Join("; ", Notes.Prepend(answer));
    }
}
