using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Lessons;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Sheets;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Cli.Exercises;

/// <summary><c>tinynn exercise data.csv --target column</c>: questions on one training step, asked, printed or checked; for one, or for a class.</summary>
internal sealed class ExerciseCommand
{
    private const string Name = "exercise";
    private const int UsualCount = 8;
    private const int UsualTries = 3;

    private readonly LessonOptions lesson = new();
    private readonly Option<int?> count = Flag.Count("--count", $"How many questions. [{UsualCount}]", "5");
    private readonly Option<string[]?> kind = Flag.Names("--kind", $"What is asked for: {ExerciseKinds.Names}. [all]");
    private readonly Option<int?> copies = Flag.Count(
        "--copies",
        "A sheet for each of a class: so many, each with a seed, and so weights and questions, of its own. [one]",
        "30"
    );
    private readonly SheetOutput paper = new();
    private readonly Option<string[]?> answers = new("--answers")
    {
        Description =
            "Check the answers of this file: a line for each, in order or as \"3: 0.25\". Several files, or a directory of .txt files, make a table of marks.",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<int?> tries = Flag.Count(
        "--tries",
        $"How often a question is asked at most, with hints. [{UsualTries} on a terminal, 1 from a pipe]",
        "2"
    );
    private readonly Option<double?> tolerance = Flag.Number(
        "--tolerance",
        "The relative error that is still right. [0.01]",
        error => error is > 0 and < 1,
        "between 0 and 1",
        "0.02"
    );

    private ExerciseCommand() { }

    internal static Command Create()
    {
        ExerciseCommand exercise = new();
        ExampledCommand command = new(
            Name,
            "Asks questions on one training step of your own data and network, and checks the answers.",
            [
                "tinynn exercise iris.csv --target species",
                "tinynn exercise iris.csv --target species --sheet --seed 7 -o sheet.html",
                "tinynn exercise iris.csv --target species --key --seed 7",
                "tinynn exercise iris.csv --target species --seed 7 --answers answers.txt",
                "tinynn exercise iris.csv --target species --copies 30 --sheet -o class.html",
                "tinynn exercise iris.csv --target species --copies 30 --answers answers",
            ]
        );
        command.Arguments.Add(exercise.lesson.Data);
        IEnumerable<Option> options =
        [
            .. exercise.lesson.All,
            exercise.count,
            exercise.kind,
            exercise.copies,
            .. exercise.paper.All,
            exercise.answers,
            exercise.tries,
            exercise.tolerance,
            LanguageFlag.Option,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        ];
        command.Add(options);
        command.SetAction(exercise.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Given.RefuseBeside(parsed, answers, "answers are checked, not asked for.", paper.Sheet, paper.Key, tries);
        IReadOnlyList<string> files = AnswersFile.Files(parsed.GetValue(answers) ?? []);
        bool isClass = files.Count > 1 || (Given.Has(parsed, copies) && Given.Has(parsed, answers));
        OutputFile? file = paper.Prepare(parsed, isClass, [.. lesson.Files(parsed), .. files]);
        Session session = new(parsed);
        bool prints = paper.IsAsked(parsed);
        bool asks = !prints && !Given.Has(parsed, answers) && !session.IsJson;
        Require(parsed, asks, files);
        ClassSheets drawing = new(
            lesson.Draft(parsed),
            ExerciseKinds.Read(parsed.GetValue(kind)),
            parsed.GetValue(count) ?? UsualCount,
            LanguageFlag.Read(parsed),
            Name
        );
        IReadOnlyList<Sheet> sheets = drawing.Draw(parsed.GetValue(copies));
        double allowed = parsed.GetValue(tolerance) ?? AnswerCheck.UsualTolerance;
        MarkedSheet[] marked = [.. files.Select(path => MarkedSheet.Of(new AnswersFile(path, sheets).Read(), allowed))];
        if (isClass)
        {
            Mark(parsed, session, file, new MarkTable(marked));
        }
        else if (session.IsJson)
        {
            IReadOnlyList<AnswerCheck>? checks = marked.Length > 0 ? marked[0].Checks : null;
            JsonDocuments.Write(session.Output, JsonExercises.Create(sheets, parsed.GetValue(paper.Key), checks));
        }
        else if (prints)
        {
            paper.Print(parsed, session, file, sheets);
        }
        else if (marked.Length > 0)
        {
            new ExerciseDialog(sheets[0], allowed, session.Output).Show(marked[0].Checks);
        }
        else
        {
            int most = parsed.GetValue(tries) ?? (StandardInput.IsRedirected ? 1 : UsualTries);
            new ExerciseDialog(sheets[0], allowed, session.Output).Ask(() => Read(session.Output), most);
        }
        session.Output.Flush();
        return ExitCode.Success;
    }

    /// <exception cref="UsageException">There is nobody to ask, or nobody answers.</exception>
    private void Require(ParseResult parsed, bool asks, IReadOnlyList<string> files)
    {
        if (asks && lesson.Files(parsed).Contains(StandardInput.Path))
        {
            throw new UsageException(
                "The data come from stdin, and so would the answers.",
                StandardInput.Path,
                "Name a file of data, or print the questions with --sheet."
            );
        }
        if (asks && Given.Has(parsed, copies))
        {
            throw new UsageException(
                "Copies are for a class, and here one is asked.",
                copies.Name,
                "Print them with --sheet or --key, or mark them with --answers."
            );
        }
        if (files.Count == 0 && Given.Has(parsed, answers))
        {
            throw new UsageException(
                "There is no file of answers.",
                $"{answers.Name} {string.Join(' ', parsed.GetValue(answers) ?? [])}",
                "Name text files, or a directory with some that end with .txt."
            );
        }
    }

    private static void Mark(ParseResult parsed, Session session, OutputFile? file, MarkTable marks)
    {
        if (file is not null)
        {
            TextOutput.Write(session, file, marks.WriteCsv);
            session.Note($"wrote {file.Path}");
        }
        session.Show(Name, marks.Describe(LanguageFlag.Read(parsed)));
    }

    /// <summary>A line from stdin; from a pipe, which nobody sees, it is shown.</summary>
    private static string? Read(TextWriter output)
    {
        string? line = StandardInput.Lines.ReadLine();
        if (StandardInput.IsRedirected && line is not null)
        {
            output.WriteLine(TerminalEscape.Line(line));
        }
        return line;
    }
}
