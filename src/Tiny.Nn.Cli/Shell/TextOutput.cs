using System.CommandLine;
using System.Text;

namespace Tiny.Nn.Cli.Shell;

/// <summary>The flag of a command whose result is a text: a file, or stdout.</summary>
internal sealed class TextOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Option<string?> path;

    internal TextOutput(string what) =>
        path = new Option<string?>("--output", "-o") { Description = $"Where {what} goes. [stdout]" };

    internal Option Flag => path;

    /// <summary>The file, whose place is looked at before any work is done; null for stdout.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="inputs">What is read meanwhile, and must not be overwritten.</param>
    internal OutputFile? Prepare(ParseResult parsed, params ReadOnlySpan<string> inputs) =>
        parsed.GetValue(path) is { } file && file != StandardInput.Path
            ? OutputFile.Prepare(file, parsed.GetValue(SharedOptions.Force), inputs)
            : null;

    /// <summary>Writes the text into the file, or on stdout where there is none.</summary>
    internal static void Write(Session session, OutputFile? file, Action<TextWriter> write)
    {
        if (file is null)
        {
            write(session.Output);
            return;
        }
        file.Write(stream =>
        {
            using StreamWriter text = new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
            write(text);
        });
    }
}
