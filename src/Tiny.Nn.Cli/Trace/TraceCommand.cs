using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Lessons;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Cli.Trace;

/// <summary><c>tinynn trace data.csv --target column</c>: one step of training with every number on the way.</summary>
internal sealed class TraceCommand
{
    internal const string Name = "trace";

    private readonly LessonOptions lesson = new();
    private readonly TracePageOption page = new();
    private readonly Option<int?> step = Flag.Count(
        "--step",
        "Which step to show; those before it are made on the same samples. [1]",
        "2"
    );
    private readonly Option<string?> weight = new("--weight")
    {
        Description =
            "Work out the chain rule for this weight or bias: w2-1-3 is that of layer 2, unit 1, input 3; b2-1 its bias.",
    };
    private readonly Option<double?> digits = Flag.Number(
        "--digits",
        "How many significant digits numbers are shown with; JSON has all. [6]",
        count => count is >= 2 and <= 17 && double.IsInteger(count),
        "a whole number from 2 to 17",
        "4"
    );

    private TraceCommand() { }

    internal static Command Create()
    {
        TraceCommand trace = new();
        ExampledCommand command = new(
            Name,
            "Shows one training step, forward, backward and update: the formula, the numbers, the result.",
            [
                "tinynn trace iris.csv --target species --row 3",
                "tinynn trace iris.csv --target species --rows 1,51,101 --html step.html --lang ja",
                "tinynn trace iris.csv --target species --rows 1,51,101 --html sheet.html --handout --blank",
                "tinynn trace --input 0.05,0.1 --expected 0.01,0.99 --weights net.json --loss squared-error --json",
            ]
        );
        command.Arguments.Add(trace.lesson.Data);
        IEnumerable<Option> options =
        [
            .. trace.lesson.All,
            trace.step,
            trace.weight,
            trace.digits,
            .. trace.page.All,
            SharedOptions.Force,
            LanguageFlag.Option,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        ];
        command.Add(options);
        command.SetAction(trace.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Session session = new(parsed);
        TraceFile? file = page.Prepare(parsed, lesson.Files(parsed));
        Lesson read = ShownLayers.Require(lesson.Read(parsed));
        TraceLimit limit = session.IsJson && file is null ? TraceLimit.OfJson : TraceLimit.OfReaders;
        limit.Require(Name, read.Network.Parameters.Rows, read.Batch.Count);
        StepTrace trace = StepTracer.Run(
            read.Network,
            read.Loss,
            read.Recipe.UpdateRule,
            read.Batch,
            parsed.GetValue(step) ?? 1,
            read.Length
        );
        TraceSubject subject = new(
            read,
            trace,
            LanguageFlag.Read(parsed),
            new TraceNumbers((int)(parsed.GetValue(digits) ?? 6))
        );
        TracedParameter? picked = Pick(parsed, trace);
        file?.Write(session, subject, picked);
        if (session.IsJson)
        {
            JsonDocuments.Write(session.Output, JsonTrace.Create(subject));
        }
        else if (file is null)
        {
            new TraceText(session.Tables()).Write(subject, picked);
        }
        return ExitCode.Success;
    }

    /// <exception cref="UsageException">There is no such weight.</exception>
    private TracedParameter? Pick(ParseResult parsed, StepTrace trace)
    {
        if (parsed.GetValue(weight) is not { } name)
        {
            return null;
        }
        TracedParameter[] all = [.. TracedParameter.All(trace)];
        return Array.Find(all, parameter => parameter.Name == name)
            ?? throw new UsageException(
                $"There is no weight or bias {name}.",
                $"{weight.Name} {name}",
                $"They are called {all[0].Name} to {all[^1].Name}: layer, unit and, of a weight, input."
            );
    }
}
