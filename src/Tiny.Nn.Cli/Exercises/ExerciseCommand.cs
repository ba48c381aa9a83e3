using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Lessons;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Cli.Trace;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Sheets;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Exercises;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Cli.Exercises;

/// <summary><c>tinynn exercise data.csv --target column</c>: questions on one training step, asked, printed or checked.</summary>
internal sealed class ExerciseCommand
{
    private const int UsualCount = 8;

    private readonly LessonOptions lesson = new();
    private readonly Option<int?> count = Flag.Count("--count", $"How many questions. [{UsualCount}]", "5");
    private readonly Option<string[]?> kind = Flag.Names("--kind", $"What is asked for: {ExerciseKinds.Names}. [all]");
    private readonly Option<bool> sheet = new("--sheet") { Description = "Print the questions, and ask nothing." };
    private readonly Option<bool> key = new("--key") { Description = "Print the answers, with the way to each." };
    private readonly Option<SheetWriter?> format = Flag.Choice(
        "--format",
        $"How they are printed: {string.Join(", ", SheetFormats.Names.SkipLast(1))} or {SheetFormats.Names[^1]}. [{SheetFormats.Names[0]}]",
        [.. SheetFormats.Names],
        SheetFormats.Find
    );
    private readonly Option<string?> answers = new("--answers")
    {
        Description = "Check the answers of this file: a line for each, in order or as \"3: 0.25\".",
    };
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
            "exercise",
            "Asks questions on one training step of your own data and network, and checks the answers.",
            [
                "tinynn exercise iris.csv --target species",
                "tinynn exercise iris.csv --target species --sheet --format html --seed 7 > sheet.html",
                "tinynn exercise iris.csv --target species --key --seed 7",
                "tinynn exercise iris.csv --target species --seed 7 --answers answers.txt",
            ]
        );
        command.Arguments.Add(exercise.lesson.Data);
        IEnumerable<Option> options =
        [
            .. exercise.lesson.All,
            exercise.count,
            exercise.kind,
            exercise.sheet,
            exercise.key,
            exercise.format,
            exercise.answers,
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
        Given.RefuseBeside(parsed, answers, "answers are checked, not asked for.", sheet, key);
        bool prints = parsed.GetValue(sheet) || parsed.GetValue(key);
        if (Given.Has(parsed, format) && !prints)
        {
            throw new UsageException(
                "--format is how a sheet is printed, and none is asked for.",
                format.Name,
                "Give --sheet or --key as well."
            );
        }
        if (parsed.GetValue(format) is HtmlSheet && parsed.GetValue(sheet) && parsed.GetValue(key))
        {
            throw new UsageException(
                "Questions and answers are two pages, and one goes to stdout.",
                $"{sheet.Name} {key.Name}",
                "Print one with --sheet, and the other with --key."
            );
        }
        bool asks = !prints && !Given.Has(parsed, answers) && !parsed.GetValue(SharedOptions.Json);
        if (asks && lesson.Files(parsed).Contains(StandardInput.Path))
        {
            throw new UsageException(
                "The data come from stdin, and so would the answers.",
                StandardInput.Path,
                "Name a file of data, or print the questions with --sheet."
            );
        }
        Sheet drawn = Draw(parsed);
        double allowed = parsed.GetValue(tolerance) ?? AnswerCheck.UsualTolerance;
        Session session = new(parsed);
        AnswerCheck[]? checks = parsed.GetValue(answers) is { } path
            ?
            [
                .. AnswersFile
                    .Read(path, drawn.Questions.Count)
                    .Zip(drawn.Questions, (answer, q) => AnswerCheck.Of(q.Exercise, answer, allowed)),
            ]
            : null;
        if (session.IsJson)
        {
            JsonDocuments.Write(session.Output, JsonExercises.Create(drawn, parsed.GetValue(key), checks));
        }
        else if (prints)
        {
            Print(parsed, drawn, session.Output);
        }
        else if (checks is not null)
        {
            new ExerciseDialog(drawn, allowed, session.Output).Show(checks);
        }
        else
        {
            new ExerciseDialog(drawn, allowed, session.Output).Ask(() => Read(session.Output));
        }
        session.Output.Flush();
        return ExitCode.Success;
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

    private Sheet Draw(ParseResult parsed)
    {
        ExerciseKind[] kinds = ExerciseKinds.Read(parsed.GetValue(kind));
        Lesson read = ShownLayers.Require(lesson.Read(parsed));
        TraceLimit.OfReaders.Require(parsed.CommandResult.Command.Name, read.Network.Parameters.Rows, read.Batch.Count);
        StepTrace trace = StepTracer.Run(
            read.Network,
            read.Loss,
            read.Recipe.UpdateRule,
            read.Batch,
            length: read.Length
        );
        ulong seed = read.Recipe.Seed;
        IReadOnlyList<Exercise> exercises = ExerciseBook.Draw(
            trace,
            kinds,
            parsed.GetValue(count) ?? UsualCount,
            new Generator(seed)
        );
        if (exercises.Count == 0)
        {
            throw new UsageException(
                "This network has no such exercises.",
                $"--kind {string.Join(',', parsed.GetValue(kind) ?? [])}",
                "Ask for another kind, or for another network: softmax is for three classes or more, hidden-delta for hidden layers."
            );
        }
        TraceSubject subject = new(read, trace, LanguageFlag.Read(parsed), new TraceNumbers(6));
        return new Sheet(subject, seed, new ExerciseQuestions(subject).All(exercises));
    }

    private void Print(ParseResult parsed, Sheet drawn, TextWriter output)
    {
        SheetWriter writer = parsed.GetValue(format) ?? SheetFormats.Usual;
        if (parsed.GetValue(sheet))
        {
            writer.WriteQuestions(drawn, output);
        }
        if (parsed.GetValue(key))
        {
            writer.WriteKey(drawn, output);
        }
    }
}
