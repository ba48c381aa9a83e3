using System.CommandLine;
using Spectre.Console;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Shell;

/// <summary>Where one run of a command says things: data and tables on stdout, notes on stderr.</summary>
internal sealed class Session(ParseResult parsed)
{
    private readonly bool quiet = parsed.GetValue(SharedOptions.Quiet);
    private readonly bool noColor = parsed.GetValue(SharedOptions.NoColor);

    /// <summary>stdout.</summary>
    internal TextWriter Output => parsed.InvocationConfiguration.Output;

    /// <summary>stdout as bytes, behind the text so far; it stays open.</summary>
    internal Stream Bytes
    {
        get
        {
            StreamWriter output = (StreamWriter)Output;
            output.Flush();
            return output.BaseStream;
        }
    }

    /// <summary>stderr; nowhere when quiet.</summary>
    internal TextWriter Notes => quiet ? TextWriter.Null : parsed.InvocationConfiguration.Error;

    /// <summary>The language of tables and of the sentences beside them.</summary>
    internal Language Language { get; init; }

    /// <summary>The name of the command that runs.</summary>
    internal string Command => parsed.CommandResult.Command.Name;

    /// <summary>True where a bar on stderr can move.</summary>
    internal bool IsLive => !quiet && Terminal.IsStyled(Terminal.IsErrorRedirected, noColor);

    /// <summary>True where a document is wanted instead of tables.</summary>
    internal bool IsJson => parsed.GetValue(SharedOptions.Json);

    /// <summary>A console for tables on stdout.</summary>
    internal IAnsiConsole Tables() => Terminal.Create(Output, Terminal.IsOutputRedirected, noColor);

    /// <summary>A console for a bar on stderr.</summary>
    internal IAnsiConsole Live() => Terminal.Create(Notes, Terminal.IsErrorRedirected, noColor);

    /// <summary>Brings back the cursor, which a bar hides.</summary>
    internal void ShowCursor()
    {
        if (IsLive)
        {
            Notes.Write("\u001b[?25h");
        }
    }

    /// <summary>What went wrong, on stderr, quiet or not.</summary>
    /// <returns>What the process is to end with.</returns>
    internal int Fail(Failure failure)
    {
        Output.Flush();
        failure.Write(parsed.InvocationConfiguration.Error);
        return failure.ExitCode;
    }

    /// <summary>A note on stderr.</summary>
    internal void Note(string text) => Notes.WriteLine(TerminalEscape.Line(text));

    /// <summary>Notes on data.</summary>
    internal void Note(IEnumerable<Finding> findings)
    {
        foreach (ColumnRemark remark in ColumnGroups.Of(findings))
        {
            string about =
                remark.Count > 1 ? $"{remark.Columns}: "
                : remark.Column is { } column ? $"column {Excerpt.Name(column)}: "
                : "";
            Note($"note: {about}{remark.Text}");
        }
    }

    /// <summary>A note on columns that nobody asked for.</summary>
    internal void NoteUnused(IReadOnlyList<string> columns)
    {
        if (columns.Count > 0)
        {
            Note($"note: not used: {(columns.Count == 1 ? "column" : "columns")} {Excerpt.List(columns)}");
        }
    }
}
