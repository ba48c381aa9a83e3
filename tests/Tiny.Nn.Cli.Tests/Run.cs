using System.Text.Json;

namespace Tiny.Nn.Cli.Tests;

/// <summary>What a run left.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>The lines on stdout.</summary>
    internal string[] Lines => Output.TrimEnd('\n').Split('\n');

    /// <summary>The document on stdout.</summary>
    internal JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The run, once it is known that it went well.</summary>
    internal Run Good()
    {
        Assert.That(ExitCode, Is.Zero, Error);
        return this;
    }

    /// <summary>The run, once it is known that it failed as documented: three lines at the end of stderr, no trace, no data.</summary>
    internal Run Failed(int exitCode, string place)
    {
        string[] lines = Error.TrimEnd('\n').Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ExitCode, Is.EqualTo(exitCode), Error);
            Assert.That(lines, Has.Length.GreaterThanOrEqualTo(3), Error);
            Assert.That(
                lines.Count(line => line.StartsWith("error: ", StringComparison.Ordinal)),
                Is.EqualTo(1),
                Error
            );
            Assert.That(lines[^3], Does.StartWith("error: "), Error);
            Assert.That(lines[^2], Does.StartWith("  at: "), Error);
            Assert.That(lines[^2], Does.Contain(place), Error);
            Assert.That(lines[^1], Does.StartWith("  try: "), Error);
            Assert.That(Error, Does.Not.Contain("   at "), "A stack trace");
            Assert.That(Output, Is.Empty);
        }
        return this;
    }
}
