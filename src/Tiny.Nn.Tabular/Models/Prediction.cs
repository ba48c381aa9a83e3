using System.Globalization;
using System.Numerics;

namespace Tiny.Nn.Tabular.Models;

/// <summary>What a model says of one row: a class with the probabilities of all, or a number; and what should be known about it.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Prediction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal Prediction(ModelTarget target, ReadOnlySpan<T> outputs, IReadOnlyList<string> notes)
    {
        Notes = notes;
        if (target is ClassTarget classes)
        {
            Dictionary<string, T> probabilities = new(StringComparer.Ordinal);
            for (int code = 0; code < outputs.Length; code++)
            {
                probabilities.Add(classes.Classes[code], outputs[code]);
            }
            int chosen = classes.Choose(outputs);
            (Class, Confidence, Probabilities) = (classes.Classes[chosen], outputs[chosen], probabilities);
        }
        else
        {
            Number = outputs[0];
        }
    }

    /// <summary>The predicted class; null where the model predicts numbers.</summary>
    public string? Class { get; }

    /// <summary>The probability of the predicted class; null where the model predicts numbers.</summary>
    public T? Confidence { get; }

    /// <summary>The probability of each class by its name, in the model's order; empty where the model predicts numbers.</summary>
    public IReadOnlyDictionary<string, T> Probabilities { get; } = new Dictionary<string, T>();

    /// <summary>The predicted number, in the unit of the target; null where the model predicts classes.</summary>
    public T? Number { get; }

    /// <summary>
    /// What should be known about the row, in short sentences: a text that no training row had, a number far from all of them, columns
    /// that were not given. Mostly empty.
    /// </summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The class with its probability, or the number; and the notes, in the invariant culture.</summary>
    public override string ToString()
    {
        string answer = Class is null
            ? string.Create(CultureInfo.InvariantCulture, $"{Number:0.######}")
            : string.Create(CultureInfo.InvariantCulture, $"{Class} ({Confidence:0.####})");
        return string.Join("; ", Notes.Prepend(answer));
    }
}
