using System.Text;
using Spectre.Console;

namespace Tiny.Nn.Cli.Shell;

/// <summary>
/// Consoles as we mean them. Left to itself, the library looks at TERM and not at the stream, and writes colours into pipes.
/// </summary>
internal static class Terminal
{
    /// <summary>Into a pipe tables are as wide as they need to be.</summary>
    internal const int Unbounded = 10_000;

    private const int NarrowestUsable = 40;
    private const int UsualWidth = 80;

    /// <summary>True where nobody sits before stdout: also where a launcher only makes believe that it is a terminal.</summary>
    internal static bool IsOutputRedirected => Launcher.IsThere || Console.IsOutputRedirected;

    /// <summary>The same of stderr.</summary>
    internal static bool IsErrorRedirected => Launcher.IsThere || Console.IsErrorRedirected;

    /// <summary>True where colours and a moving cursor are welcome.</summary>
    internal static bool IsStyled(bool redirected, bool noColor) =>
        !redirected
        && !noColor
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    internal static IAnsiConsole Create(TextWriter writer, bool redirected, bool noColor)
    {
        bool styled = IsStyled(redirected, noColor);
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = styled ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = styled ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = styled ? InteractionSupport.Yes : InteractionSupport.No,
                Out = new Output(writer, redirected),
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static int Width()
    {
        try
        {
            return Console.WindowWidth >= NarrowestUsable ? Console.WindowWidth : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }

    /// <summary>A stream of a known size. The library's own would load the terminal's description to ask for it, pipe or not.</summary>
    private sealed class Output(TextWriter writer, bool redirected) : IAnsiConsoleOutput
    {
        private const int UsualHeight = 24;

        public TextWriter Writer => writer;

        public bool IsTerminal => !redirected;

        public int Width { get; } = redirected ? Unbounded : Terminal.Width();

        public int Height => UsualHeight;

        public void SetEncoding(Encoding encoding)
        {
            // It is UTF-8, always.
        }
    }
}
