using System.Globalization;
using System.Text.RegularExpressions;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Exercises;

/// <summary>Answers in a file: a line for each question, in their order or with a number before it; empty lines and those with # do not count.</summary>
internal static partial class AnswersFile
{
    /// <summary>The answers to so many questions; an empty text where there is none.</summary>
    /// <exception cref="UsageException">The file cannot be read, or answers a question that there is not.</exception>
    internal static IReadOnlyList<string> Read(string path, int questions)
    {
        string[] answers = [.. Enumerable.Repeat("", questions)];
        int next = 1;
        foreach (string line in Lines(path).Select(line => line.Trim()))
        {
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }
            Match numbered = Numbered().Match(line);
            int number = numbered.Success
                ? int.Parse(numbered.Groups["number"].Value, CultureInfo.InvariantCulture)
                : next;
            if (number < 1 || number > questions)
            {
                throw new UsageException(
                    $"There is an answer {number}, and there are {questions} questions.",
                    $"--answers {path}",
                    "Give --seed, --count and --kind as for the sheet."
                );
            }
            answers[number - 1] = numbered.Success ? numbered.Groups["answer"].Value : line;
            next = number + 1;
        }
        return answers;
    }

    private static string[] Lines(string path)
    {
        try
        {
            return path == StandardInput.Path ? StandardInput.Lines.ReadToEnd().Split('\n') : File.ReadAllLines(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The answers cannot be read: {fault.Message.TrimEnd('.')}.",
                $"--answers {path}",
                "Name a text file with a line for each answer.",
                fault
            );
        }
    }

    // "3: 0.25" and "3) b", but not "3.5".
    [GeneratedRegex(@"^(?<number>\d{1,6})\s*[:)]\s*(?<answer>.*)$")]
    private static partial Regex Numbered();
}
