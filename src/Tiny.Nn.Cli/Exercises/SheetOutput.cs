using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing.Sheets;

namespace Tiny.Nn.Cli.Exercises;

/// <summary>What is printed of exercises, in which format, and where it goes.</summary>
internal sealed class SheetOutput
{
    private readonly Option<SheetWriter?> format = Flag.Choice(
        "--format",
        $"How they are printed: {string.Join(", ", SheetFormats.Names.SkipLast(1))} or {SheetFormats.Names[^1]}. [by the ending of --output, else {SheetFormats.Names[0]}]",
        [.. SheetFormats.Names],
        SheetFormats.Find
    );
    private readonly TextOutput output = new("the sheet, the key or the table of marks (.csv)");

    internal Option<bool> Sheet { get; } = new("--sheet") { Description = "Print the questions, and ask nothing." };

    internal Option<bool> Key { get; } =
        new("--key") { Description = "Print the answers, with the way to each and its points." };

    internal Option Path => output.Flag;

    internal IEnumerable<Option> All => [Sheet, Key, format, output.Flag, SharedOptions.Force];

    /// <summary>Whether anything is to be printed.</summary>
    internal bool IsAsked(ParseResult parsed) => parsed.GetValue(Sheet) || parsed.GetValue(Key);

    /// <summary>The file, whose place is looked at before any work is done; null for stdout.</summary>
    /// <exception cref="UsageException">A flag says something about a sheet, and none is asked for; or two pages have one place.</exception>
    internal OutputFile? Prepare(ParseResult parsed, bool marks, params ReadOnlySpan<string> inputs)
    {
        if (Given.Has(parsed, format) && !IsAsked(parsed))
        {
            throw new UsageException(
                "--format is how a sheet is printed, and none is asked for.",
                format.Name,
                "Give --sheet or --key as well."
            );
        }
        if (Given.Has(parsed, output.Flag) && !IsAsked(parsed) && !marks)
        {
            throw new UsageException(
                "--output is where a sheet goes, and none is asked for.",
                output.Flag.Name,
                "Give --sheet or --key as well."
            );
        }
        OutputFile? file = output.Prepare(parsed, inputs);
        if (marks && file is not null && !file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException(
                "A table of marks is written as CSV.",
                $"{output.Flag.Name} {file.Path}",
                "Name a file that ends with .csv: spreadsheets open it."
            );
        }
        if (!marks && Writer(parsed, file) is HtmlSheet && parsed.GetValue(Sheet) && parsed.GetValue(Key))
        {
            throw new UsageException(
                "Questions and answers are two pages, and there is one place for them.",
                $"{Sheet.Name} {Key.Name}",
                "Print one with --sheet, and the other with --key."
            );
        }
        return file;
    }

    /// <summary>Prints sheets, key or both.</summary>
    internal void Print(ParseResult parsed, Session session, OutputFile? file, IReadOnlyList<Sheet> sheets)
    {
        SheetWriter writer = Writer(parsed, file);
        TextOutput.Write(
            session,
            file,
            text =>
            {
                if (parsed.GetValue(Sheet))
                {
                    writer.WriteQuestions(sheets, text);
                }
                if (parsed.GetValue(Key))
                {
                    writer.WriteKey(sheets, text);
                }
            }
        );
        if (file is not null)
        {
            session.Note($"wrote {file.Path}");
        }
    }

    private SheetWriter Writer(ParseResult parsed, OutputFile? file) =>
        parsed.GetValue(format)
        ?? (file is null ? SheetFormats.Usual : SheetFormats.OfFile(file.Path))
        ?? throw new UsageException(
            $"No sheet is written as {System.IO.Path.GetExtension(file!.Path)}.",
            $"{output.Flag.Name} {file.Path}",
            "Name a file that ends with .html, .md or .txt; a browser prints the first, or makes a PDF of it."
        );
}
