using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Teaching.Diagnostics;

namespace Tiny.Nn.Cli.Train;

/// <summary>The flag that asks what went wrong in a training.</summary>
internal sealed class DiagnoseOption
{
    private readonly Option<bool> diagnose = new("--diagnose")
    {
        Description =
            "Say what is wrong with the training, by which numbers, and what to try; the model stays the same.",
    };

    /// <summary>It looks into one network.</summary>
    internal Option Flag => diagnose;

    internal IEnumerable<Option> All => [diagnose, LanguageFlag.Option];

    /// <summary>Who watches; null where nobody is asked.</summary>
    internal Diagnostician? Read(ParseResult parsed) =>
        parsed.GetValue(diagnose) ? new Diagnostician(LanguageFlag.Read(parsed)) : null;

    /// <summary>What is to be said of a training that nobody diagnosed and that shows by its losses alone that something is wrong.</summary>
    internal IEnumerable<string> Hint(ParseResult parsed, Trained<float> trained) =>
        !parsed.GetValue(diagnose)
        && trained.Bags.Count == 0
        && trained.Plan.Recipe.FullBatch is null
        && WildLoss.Find(trained.History, trained.Plan.Loss, trained.Plan.Training) is { } wild
            ?
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"note: the loss was {wild.Loss:G4} in epoch {wild.Epoch}, and knowing nothing costs {wild.Reference:G3}: {diagnose.Name} says what is wrong."
                ),
            ]
            : [];
}
