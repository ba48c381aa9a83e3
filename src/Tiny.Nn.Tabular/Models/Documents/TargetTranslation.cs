using System.Text.Json;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>Between what a model predicts, or how its data are written, and the JSON document of its file. What is as usual is left out.</summary>
internal static class TargetTranslation
{
    internal static TargetDocument ToDocument(ModelTarget target) =>
        target is ClassTarget classes
            ? new TargetDocument(
                classes.Name,
                classes.Classes,
                classes.Threshold == ClassTarget.UsualThreshold ? null : classes.Threshold,
                classes.TrainingCounts,
                classes.Positive == classes.Classes[^1] ? null : classes.Positive
            )
            : new TargetDocument(
                target.Name,
                Range: target is NumberTarget { Range: var (least, most) } ? [least, most] : null,
                Unit: (target as NumberTarget)?.Unit
            );

    /// <summary>The smallest and the largest number that is predicted; null for no limits.</summary>
    /// <exception cref="JsonException">They are not two numbers.</exception>
    internal static (double, double)? ToRange(TargetDocument document) =>
        document.Range switch
        {
            null => null,
            [var least, var most] when double.IsFinite(least) && double.IsFinite(most) => (least, most),
            _ => throw new JsonException("A range is of two finite numbers."),
        };

    /// <summary>The target, if it has classes; whether its parts go together is found out when the model is made.</summary>
    /// <exception cref="JsonException">It has what only classes have, and no classes.</exception>
    /// <exception cref="ArgumentException">The threshold is none.</exception>
    internal static ClassTarget? ToClasses(TargetDocument document)
    {
        if (document.Classes is { } classes)
        {
            if (document.Range is not null || document.Unit is not null)
            {
                throw new JsonException("A range and a unit are for numbers.");
            }
            return new ClassTarget(document.Name, classes)
            {
                Threshold = document.Threshold ?? ClassTarget.UsualThreshold,
                TrainingCounts = document.TrainingCounts,
                Positive = document.Positive,
            };
        }
        return document is { Threshold: null, TrainingCounts: null, Positive: null }
            ? null
            : throw new JsonException("A threshold, a positive class and counts are for classes.");
    }

    internal static CsvDocument? ToDocument(CsvFormat format) =>
        format.IsUsual
            ? null
            : new CsvDocument(
                format.HasHeader,
                format.DecimalComma,
                format.Missing,
                format.ShortRows ? true : null,
                format.Encoding == CsvFormat.Usual.Encoding ? null : format.Encoding,
                format.Thousands ? true : null,
                format.DateFormat
            );

    /// <exception cref="JsonException">A text of a missing cell is none.</exception>
    /// <exception cref="ArgumentException">There is no such encoding.</exception>
    internal static CsvFormat ToFormat(CsvDocument? document)
    {
        if (document is null)
        {
            return CsvFormat.Usual;
        }
        return document.Missing.Contains(null!)
            ? throw new JsonException("A text of a missing cell is null.")
            : new CsvFormat(document.Header, document.DecimalComma, document.Missing)
            {
                ShortRows = document.ShortRows ?? false,
                Thousands = document.Thousands ?? false,
                DateFormat = document.DateFormat,
                Encoding = document.Encoding ?? CsvFormat.Usual.Encoding,
            };
    }
}
