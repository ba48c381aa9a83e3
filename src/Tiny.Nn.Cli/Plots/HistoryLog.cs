using System.Text.Json;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Plots;

/// <summary>The epochs in a file that <c>train --log-file</c> wrote. Of several trainings it is the last.</summary>
internal static class HistoryLog
{
    /// <exception cref="DataException">It cannot be read, or is no such file.</exception>
    internal static Provenance Read(string path)
    {
        RecordedEpochs epochs = new();
        long line = 0;
        try
        {
            foreach (string text in File.ReadLines(path))
            {
                line++;
                if (ReadEpoch(text) is { } epoch)
                {
                    epochs.Add(epoch);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DataException(
                $"It could not be read: {fault.Message.TrimEnd('.')}.",
                path,
                "Name a file that train --log-file wrote."
            );
        }
        catch (Exception fault)
            when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new DataException(
                "This is no line of a training's log.",
                $"{path}, line {line}",
                "Name a file that train --log-file wrote."
            );
        }
        return new Provenance("", Path.GetFileName(path), 0, new Dictionary<string, string>(), epochs.Epochs);
    }

    private static EpochReport? ReadEpoch(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        if (
            !document.RootElement.TryGetProperty("Properties", out JsonElement properties)
            || !properties.TryGetProperty("Epoch", out JsonElement number)
            || !properties.TryGetProperty("TrainingLoss", out JsonElement loss)
        )
        {
            return null;
        }
        return new EpochReport(number.GetInt32(), Number(loss), Optional("ValidationLoss"))
        {
            ValidationAccuracy = Optional("ValidationAccuracy"),
            ValidationRSquared = Optional("ValidationRSquared"),
            LearningRate = Optional("LearningRate"),
        };

        double? Optional(string name) =>
            properties.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
                ? value.GetDouble()
                : null;
    }

    /// <summary>The log writes what is not finite as a text.</summary>
    private static double Number(JsonElement loss) =>
        loss.ValueKind == JsonValueKind.Number ? loss.GetDouble() : double.NaN;
}
