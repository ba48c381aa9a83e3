using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Cli.Tests.Shell;

/// <summary>What each kind of error becomes: three lines and an exit code.</summary>
internal sealed class FailureTests
{
    [TestCaseSource(nameof(Faults))]
    public void An_error_has_an_exit_code_and_advice(object fault, int exitCode, string advice)
    {
        Failure failure = Failure.Explain((Exception)fault, ["predict", "a.tnn"]);
        Assert.That(failure.ExitCode, Is.EqualTo(exitCode));
        Assert.That(failure.Advice, Does.Contain(advice));
        using StringWriter messages = new() { NewLine = "\n" };
        failure.Write(messages);
        string[] lines = messages.ToString().TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.EqualTo(3));
        Assert.That(lines[0], Does.StartWith("error: "));
        Assert.That(lines[1], Does.StartWith("  at: "));
        Assert.That(lines[2], Does.StartWith("  try: "));
    }

    private static IEnumerable<TestCaseData> Faults() =>
        [
            new(new UsageException("what", "where", "Do this."), 2, "Do this."),
            new(new OutputException("what", "where", "Check the disk."), 2, "Check the disk."),
            new(
                new OutputException("what", "where", "Ask for it.") { Fault = OutputFault.Exists },
                2,
                "replace it with --force"
            ),
            new(new DataException("what"), 3, "Correct the data."),
            new(new ModelFormatException("what", "where", "Ask for another model."), 4, "another model"),
            new(new InsufficientMemoryException(), 4, "smaller model"),
            new(new IOException("No space left."), 2, "Check the disk"),
            new(new FileNotFoundException("", "Some.dll, Version=1"), 70, "Install tinynn again."),
            new(new InvalidOperationException("broken"), 70, "--debug"),
        ];

    [Test]
    public void Only_training_can_ask_for_a_smaller_network()
    {
        Failure failure = Failure.Explain(new InsufficientMemoryException(), ["train", "a.csv"]);
        Assert.That(
            (failure.ExitCode, failure.Advice),
            Is.EqualTo((2, "Give smaller --hidden layers, a smaller --batch-size, or fewer rows."))
        );
    }

    [Test]
    public void A_name_cannot_break_a_line()
    {
        using StringWriter messages = new() { NewLine = "\n" };
        new Failure(2, "a\nb", "c\u001bd", "e").Write(messages);
        Assert.That(messages.ToString(), Is.EqualTo("error: a\\u{A}b\n  at: c\\u{1B}d\n  try: e\n"));
    }
}
