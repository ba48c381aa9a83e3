using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Data;

/// <summary>Where rows come from: a file, or "-" for stdin.</summary>
internal static class DataSource
{
    /// <summary>A table whose columns nobody has described yet.</summary>
    internal static Table Read(string path, CsvOptions options)
    {
        if (path != StandardInput.Path)
        {
            return CsvTable.Read(path, options);
        }
        using Stream stream = StandardInput.Open();
        return CsvTable.Read(stream, StandardInput.Name, options);
    }

    /// <summary>The same, looked at closely.</summary>
    internal static Table Check(string path, CsvOptions options)
    {
        if (path != StandardInput.Path)
        {
            return DataCheck.Read(path, options);
        }
        using Stream stream = StandardInput.Open();
        return DataCheck.Read(stream, StandardInput.Name, options);
    }

    /// <summary>A table for a model, with its target.</summary>
    internal static Table Read(string path, Model<float> model, CsvOptions options)
    {
        if (path != StandardInput.Path)
        {
            return CsvTable.Read(path, model.Schema, model.Target.Name, options);
        }
        using Stream stream = StandardInput.Open();
        return CsvTable.Read(stream, StandardInput.Name, model.Schema, model.Target.Name, options);
    }

    /// <summary>Rows for a model, some at a time.</summary>
    internal static TablePortions ReadPortions(string path, Model<float> model, CsvOptions options, int rows) =>
        path == StandardInput.Path
            ? CsvTable.ReadPortions(StandardInput.Open(), StandardInput.Name, model.Schema, options, rows)
            : CsvTable.ReadPortions(path, model.Schema, options, rows);

    /// <summary>Of all that a command reads, one thing at most can be in stdin.</summary>
    /// <exception cref="UsageException">More are said to be.</exception>
    internal static void RequireOneStdin(params IEnumerable<string?> paths)
    {
        if (paths.Count(path => path == StandardInput.Path) > 1)
        {
            throw new UsageException("Only one thing can come from stdin.", "- -", "Name files for the others.");
        }
    }

    /// <summary>The error of a command line that does not say what to predict: it tells what there is.</summary>
    internal static UsageException NoTarget(string path, CsvOptions options, string command = CommandNames.Train)
    {
        using Stream? stream = path == StandardInput.Path ? StandardInput.Open() : null;
        IReadOnlyList<string> names = stream is null
            ? CsvTable.ReadHeader(path, options)
            : CsvTable.ReadHeader(stream, StandardInput.Name, options);
        string column = ShellQuote.Argument(names[^1]);
        bool isData = options.HasHeader && HeaderNumbers.AreMany(names);
        return new UsageException(
            "--target is missing: which column is to be predicted?",
            $"{path}, columns: {Excerpt.List(names)}",
            $"tinynn {command} {ShellQuote.Argument(path)} --target {(isData ? $"{names.Count} --no-header" : column)}"
        );
    }
}
