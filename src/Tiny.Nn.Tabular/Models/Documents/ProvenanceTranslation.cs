using System.Text.Json;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>Between how a model came to be and its part of the JSON document, where an epoch is a place in each of some lists.</summary>
internal static class ProvenanceTranslation
{
    /// <exception cref="ArgumentException">Some epochs have a number that others lack.</exception>
    internal static ProvenanceDocument ToDocument(Provenance provenance)
    {
        IReadOnlyList<EpochReport> epochs = provenance.Epochs;
        return new ProvenanceDocument(
            provenance.Version,
            provenance.Source,
            provenance.Rows,
            new SortedDictionary<string, string>(provenance.Settings.ToDictionary(), StringComparer.Ordinal),
            [.. epochs.Select(epoch => epoch.TrainingLoss)],
            Numbers("validation loss", epoch => epoch.ValidationLoss) ?? [],
            Numbers("validation accuracy", epoch => epoch.ValidationAccuracy),
            Numbers("validation R²", epoch => epoch.ValidationRSquared),
            Rates(),
            Places(),
            provenance.DistilledFrom
        );

        // Epochs that are counted from 1 on, and are all there, need no numbers.
        int[]? Places()
        {
            int[] places = [.. epochs.Select(epoch => epoch.Epoch)];
            return IsCounting(places) && places[^1] > places.Length ? places : null;
        }

        // A rate that stays the same is the one of the settings.
        double[]? Rates() =>
            Numbers("learning rate", epoch => epoch.LearningRate) is { } rates && rates.Any(rate => rate != rates[0])
                ? rates
                : null;

        double[]? Numbers(string name, Func<EpochReport, double?> number)
        {
            double[] present = [.. epochs.Select(number).OfType<double>()];
            return present.Length == 0 ? null
                : present.Length == epochs.Count ? present
                : throw new ArgumentException($"Some epochs of the history have a {name} and others not.");
        }
    }

    /// <exception cref="JsonException">It makes no sense.</exception>
    /// <exception cref="ArgumentException">An accuracy makes none.</exception>
    internal static Provenance ToProvenance(ProvenanceDocument document)
    {
        if (document.Rows < 0 || document.Settings.Values.Contains(null))
        {
            throw new JsonException("The provenance has fewer than no rows, or a setting without a value.");
        }
        int epochs = document.TrainingLoss.Count;
        bool validated = document.ValidationLoss.Count > 0;
        if (
            (validated && document.ValidationLoss.Count != epochs)
            || (document.ValidationAccuracy is { } shares && shares.Count != epochs)
            || (document.ValidationR2 is { } determined && determined.Count != epochs)
            || (document.LearningRate is { } rates && rates.Count != epochs)
            || (document.Epoch is { } places && places.Count != epochs)
        )
        {
            throw new JsonException("The history has more epochs of one number than of another.");
        }
        if (document.Epoch is { } numbers && !IsCounting(numbers))
        {
            throw new JsonException("The numbers of the epochs do not rise.");
        }
        EpochReport Epoch(int i) =>
            new(document.Epoch?[i] ?? i + 1, document.TrainingLoss[i], validated ? document.ValidationLoss[i] : null)
            {
                ValidationAccuracy = document.ValidationAccuracy?[i],
                ValidationRSquared = document.ValidationR2?[i],
                LearningRate = document.LearningRate?[i],
            };
        return new Provenance(
            document.Version,
            document.Source,
            document.Rows,
            document.Settings,
            [.. Enumerable.Range(0, epochs).Select(Epoch)]
        )
        {
            DistilledFrom = document.DistilledFrom,
        };
    }

    /// <summary>True where there are numbers, each larger than the one before and the first at least 1.</summary>
    private static bool IsCounting(IReadOnlyList<int> numbers) =>
        numbers.Count > 0 && numbers[0] >= 1 && numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
}
