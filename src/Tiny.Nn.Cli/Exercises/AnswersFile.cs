using System.Globalization;
using System.Text.RegularExpressions;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing.Sheets;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Cli.Exercises;

/// <summary>
/// Answers in a file: a line for each question, in their order or with a number and a colon before it. <c>name: Anna</c> says whose they are, and
/// <c>copy: 3</c> which copy they answer. Empty lines and those with # do not count.
/// </summary>
/// <param name="path">The file, or stdin.</param>
/// <param name="sheets">The sheet, or the copies that there are.</param>
internal sealed partial class AnswersFile(string path, IReadOnlyList<Sheet> sheets)
{
    private const string Ending = "*.txt";

    /// <summary>The files that paths name: a directory stands for the text files in it.</summary>
    internal static IReadOnlyList<string> Files(IEnumerable<string> paths) =>
        [
            .. paths.SelectMany(path =>
                Directory.Exists(path)
                    ? Directory.EnumerateFiles(path, Ending).Order(StringComparer.Ordinal)
                    : Enumerable.Repeat(path, 1)
            ),
        ];

    /// <summary>The answers.</summary>
    /// <exception cref="UsageException">The file cannot be read, or a line of it can be read in two ways, or in none.</exception>
    internal GivenAnswers Read()
    {
        string name = path == StandardInput.Path ? StandardInput.Name : Path.GetFileNameWithoutExtension(path);
        int? copy = null;
        List<(int Line, string Text)> lines = [];
        foreach ((int i, string line) in Lines().Index())
        {
            string text = line.Trim();
            Match about = About().Match(text);
            if (about.Groups["name"].Success)
            {
                name = about.Groups["name"].Value;
            }
            else if (about.Groups["copy"].Success)
            {
                copy = CopyOf(AnswerText.Normal(about.Groups["copy"].Value), i + 1);
            }
            else if (text.Length > 0 && !text.StartsWith('#'))
            {
                lines.Add((i + 1, AnswerText.Normal(text)));
            }
        }
        Sheet sheet = Choose(copy);
        return new GivenAnswers(name, sheet, Answers(lines, sheet.Questions.Count));
    }

    private string[] Answers(IEnumerable<(int Line, string Text)> lines, int questions)
    {
        string?[] answers = new string?[questions];
        int next = 1;
        foreach ((int line, string text) in lines)
        {
            Match numbered = Numbered().Match(text);
            if (!numbered.Success && TwoWays().Match(text) is { Success: true } torn)
            {
                string number = torn.Groups["number"].Value;
                string rest = torn.Groups["answer"].Value;
                throw Refuse(
                    $"\"{text}\" may be the answer {rest} to question {number}, or one number.",
                    line,
                    $"Write {number}: {rest}, or the number without a blank."
                );
            }
            int question = numbered.Success
                ? int.Parse(numbered.Groups["number"].Value, CultureInfo.InvariantCulture)
                : next;
            if (question < 1 || question > questions)
            {
                throw Refuse(
                    $"There is an answer {question}, and there are {questions} questions.",
                    line,
                    "Give --seed, --count and --kind as for the sheet."
                );
            }
            if (answers[question - 1] is not null)
            {
                throw Refuse($"Question {question} is answered twice.", line, "Leave one of the two answers out.");
            }
            answers[question - 1] = numbered.Success ? numbered.Groups["answer"].Value : text;
            next = question + 1;
        }
        return [.. answers.Select(answer => answer ?? "")];
    }

    private int CopyOf(string text, int line) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int copy)
        && sheets.Any(sheet => sheet.Copy == copy)
            ? copy
            : throw Refuse(
                $"There is no copy {text}.",
                line,
                sheets[0].Copy is null
                    ? "Give --copies as for the sheets, or leave the line out."
                    : $"The copies are 1 to {sheets.Count}: give --copies as for the sheets."
            );

    private Sheet Choose(int? copy) =>
        copy is { } number ? sheets[number - 1]
        : sheets[0].Copy is null ? sheets[0]
        : throw new UsageException(
            "It does not say which copy it answers.",
            $"--answers {path}",
            "Write copy: 3 on a line of its own: the number stands on top of the sheet."
        );

    private string[] Lines()
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

    private UsageException Refuse(string what, int line, string advice) =>
        new(what, $"--answers {path}, line {line}", advice);

    // "3: 0.25" and "3) b", but not "3.5".
    [GeneratedRegex(@"^(?<number>[0-9]{1,6})\s*[:)]\s*(?<answer>.*)$")]
    private static partial Regex Numbered();

    // "3 0.25" and "3 b": a colon was forgotten, or a number has a blank in it.
    [GeneratedRegex(@"^(?<number>[0-9]{1,6})\s+(?<answer>[-+.,]?[0-9].*|[A-Za-z])$")]
    private static partial Regex TwoWays();

    [GeneratedRegex(
        @"^((name|名前)\s*[:：]\s*(?<name>.+)|(copy|用紙)\s*[:：]?\s*(?<copy>\S+))$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex About();
}
