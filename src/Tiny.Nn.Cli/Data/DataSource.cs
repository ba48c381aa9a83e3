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
    internal static Table Read(Session session, string path, CsvOptions options)
    {
        using Stream stream = AwaitedData.Open(path, session);
        return CsvTable.Read(stream, NameOf(path), options);
    }

    /// <summary>The same, looked at closely.</summary>
    internal static Table Check(Session session, string path, CsvOptions options)
    {
        using Stream stream = AwaitedData.Open(path, session);
        return DataCheck.Read(stream, NameOf(path), options);
    }

    /// <summary>A table for a model, with its target.</summary>
    internal static Table Read(Session session, string path, Model<float> model, CsvOptions options)
    {
        using Stream stream = AwaitedData.Open(path, session);
        return CsvTable.Read(stream, NameOf(path), model.Schema, model.Target.Name, options);
    }

    /// <summary>Rows for a model, some at a time.</summary>
    internal static TablePortions ReadPortions(
        Session session,
        string path,
        Model<float> model,
        CsvOptions options,
        int rows
    ) => CsvTable.ReadPortions(AwaitedData.Open(path, session), NameOf(path), model.Schema, options, rows);

    private static string NameOf(string path) => path == StandardInput.Path ? StandardInput.Name : path;

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
    internal static UsageException NoTarget(Session session, string path, CsvOptions options, string? command = null)
    {
        using Stream stream = AwaitedData.Open(path, session);
        IReadOnlyList<string> names = CsvTable.ReadHeader(stream, NameOf(path), options);
        string column = ShellQuote.Argument(names[^1]);
        bool isData = options.HasHeader && HeaderNumbers.AreMany(names);
        return new UsageException(
            "--target is missing: which column is to be predicted?",
            $"{path}, columns: {Excerpt.List(names)}",
            $"tinynn {command ?? session.Command} {ShellQuote.Argument(path)} --target {(isData ? $"{names.Count} --no-header" : column)}"
        );
    }
}
