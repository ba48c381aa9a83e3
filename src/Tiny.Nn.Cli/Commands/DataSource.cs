using Tiny.Nn.Data;

namespace Tiny.Nn.Cli.Commands;

/// <summary>Where rows come from: a file, or "-" for stdin.</summary>
internal static class DataSource
{
    internal const string Stdin = "-";

    /// <summary>What stdin is called in messages and in a model's history.</summary>
    internal const string StdinName = "stdin";

    internal static Table<float> ReadLabelled(string path, string target)
    {
        if (path != Stdin)
        {
            return CsvTable.Read<float>(path, target);
        }
        using Stream stream = Console.OpenStandardInput();
        return CsvTable.Read<float>(stream, StdinName, target);
    }

    /// <param name="path">The file, or "-".</param>
    /// <param name="features">The features in the order wanted.</param>
    /// <param name="target">The target; null where none is wanted.</param>
    internal static Table<float> Read(string path, IReadOnlyList<string> features, string? target)
    {
        Feature[] schema = [.. features.Select(name => new NumberFeature(name))];
        if (path != Stdin)
        {
            return CsvTable.Read<float>(path, schema, target);
        }
        using Stream stream = Console.OpenStandardInput();
        return CsvTable.Read<float>(stream, StdinName, schema, target);
    }

    /// <summary>The error of a command line that does not say what to predict: it tells what there is.</summary>
    internal static UsageException NoTarget(string path)
    {
        using Stream? stream = path == Stdin ? Console.OpenStandardInput() : null;
        IReadOnlyList<string> names = stream is null
            ? CsvTable.ReadHeader(path)
            : CsvTable.ReadHeader(stream, StdinName);
        return new UsageException(
            "--target is missing: which column is to be predicted?",
            $"{path}, columns: {string.Join(", ", names)}",
            $"tinynn train {Quoted.Argument(path)} --target {Quoted.Argument(names[^1])}"
        );
    }
}
