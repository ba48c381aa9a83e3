using System.CommandLine;
using System.CommandLine.Help;
using Tiny.Nn.Cli.Check;
using Tiny.Nn.Cli.Compare;
using Tiny.Nn.Cli.Completions;
using Tiny.Nn.Cli.Distill;
using Tiny.Nn.Cli.Evaluate;
using Tiny.Nn.Cli.Exercises;
using Tiny.Nn.Cli.Export;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Generate;
using Tiny.Nn.Cli.Gradcheck;
using Tiny.Nn.Cli.Inspect;
using Tiny.Nn.Cli.Job;
using Tiny.Nn.Cli.Playground;
using Tiny.Nn.Cli.Predict;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Cli.Trace;
using Tiny.Nn.Cli.Train;
using Tiny.Nn.Cli.Tune;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli;

/// <summary>From the arguments to an exit code: whatever goes wrong on the way is three lines on stderr.</summary>
internal static class CommandLine
{
    /// <summary>Names come as they are: "@names.csv" is a file of that name, not a list of arguments.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    private static readonly (string Name, Func<Command> Create)[] Commands =
    [
        (CommandNames.Train, TrainCommand.Create),
        (TuneCommand.Name, TuneCommand.Create),
        ("evaluate", EvaluateCommand.Create),
        ("compare", CompareCommand.Create),
        ("predict", PredictCommand.Create),
        ("inspect", InspectCommand.Create),
        (DistillCommand.Name, DistillCommand.Create),
        ("export", ExportCommand.Create),
        (CommandNames.Check, CheckCommand.Create),
        ("trace", TraceCommand.Create),
        ("gradcheck", GradcheckCommand.Create),
        ("generate", GenerateCommand.Create),
        ("plot", Plots.PlotCommand.Create),
        ("exercise", ExerciseCommand.Create),
        (PlaygroundCommand.Name, PlaygroundCommand.Create),
        ("completions", () => CompletionsCommand.Create(() => Whole!.Value)),
    ];

    /// <summary>All commands, made once: a flag that several share keeps a list of every command that it was ever given to.</summary>
    private static readonly Lazy<RootCommand> Whole = new(() => Over(Commands.Select(command => command.Create())));

    /// <summary>Each command alone, made where a command line begins with its name: the flags of all of them would be most of the work of a start.</summary>
    private static readonly Dictionary<string, Lazy<RootCommand>> Alone = Commands.ToDictionary(
        command => command.Name,
        command => new Lazy<RootCommand>(() => Over([command.Create()]))
    );

    internal static int Run(IReadOnlyList<string> arguments)
    {
        Launcher.ForgetTerminal();
        using StandardStreams streams = new();
        using IDisposable signals = EndingSignals.Heed();
        if (Launcher.Rank == 0 || arguments is not [CommandNames.Train or TuneCommand.Name, ..])
        {
            int exitCode = Run(arguments, streams.Output, streams.Messages, streams.Messages);
            JoinedJob.Leave();
            return exitCode;
        }

        // Of several processes that make one run the first speaks, and decides when it ends.
        using RankMessages errors = new(streams.Messages);
        using IDisposable ignored = EndingSignals.PutOff(_ => errors.Hush());
        using StreamWriter nowhere = new(Stream.Null);
        int own = Run(arguments, nowhere, TextWriter.Null, errors);
        JoinedJob.Leave();
        return own;
    }

    /// <param name="arguments">What was typed after the command's name.</param>
    /// <param name="output">stdout, which carries data: text, and bytes.</param>
    /// <param name="messages">stderr, which carries messages.</param>
    internal static int Run(IReadOnlyList<string> arguments, StreamWriter output, TextWriter messages) =>
        Run(arguments, output, messages, messages);

    /// <param name="arguments">What was typed after the command's name.</param>
    /// <param name="output">stdout.</param>
    /// <param name="messages">Where notes go.</param>
    /// <param name="errors">Where it is said what went wrong.</param>
    private static int Run(IReadOnlyList<string> arguments, StreamWriter output, TextWriter messages, TextWriter errors)
    {
        // Help that nobody asked for is a message, and no success.
        bool asked = arguments.Count > 0;
        RootCommand root =
            asked && Alone.TryGetValue(arguments[0], out Lazy<RootCommand>? alone) ? alone.Value : Whole.Value;
        ParseResult parsed = root.Parse(asked ? arguments : ["--help"], Parsing);
        try
        {
            if (ParseErrors.Find(parsed, []) is { } wrong)
            {
                return Fail(errors, wrong);
            }
            IReadOnlyList<Preset> presets = Presets.Find(parsed);
            if (presets.Count > 0)
            {
                parsed = root.Parse(Insert(presets, parsed.CommandResult.Command.Name, arguments), Parsing);
                if (ParseErrors.Find(parsed, presets) is { } wrongPreset)
                {
                    return Fail(errors, wrongPreset);
                }
                Tell(presets, parsed.GetValue(SharedOptions.Quiet) ? TextWriter.Null : messages);
            }
            int exitCode = parsed.Invoke(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                    Output = asked ? output : messages,
                    Error = messages,
                }
            );
            output.Flush();
            return asked ? exitCode : ExitCode.Usage;
        }
        catch (ReaderGoneException)
        {
            return ExitCode.Success;
        }
        catch (Exception fault)
        {
            return Fail(errors, Failure.Explain(fault, arguments), SharedOptions.WantsTrace(parsed) ? fault : null);
        }
    }

    private static RootCommand Over(IEnumerable<Command> commands)
    {
        RootCommand root = new("Trains small neural networks on CSV files, and uses them.");
        foreach (Command command in commands)
        {
            root.Subcommands.Add(command);
        }
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples();
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        return root;
    }

    private static string[] Insert(IReadOnlyList<Preset> presets, string command, IReadOnlyList<string> typed)
    {
        string[] before = [.. typed.TakeWhile(argument => argument != command), command];
        return [.. before, .. presets.SelectMany(preset => preset.Arguments), .. typed.Skip(before.Length)];
    }

    private static void Tell(IEnumerable<Preset> presets, TextWriter notes)
    {
        foreach (string note in presets.Select(preset => preset.Note).OfType<string>())
        {
            notes.WriteLine(TerminalEscape.Line($"note: {note}"));
        }
    }

    private static int Fail(TextWriter messages, Failure failure, Exception? trace = null)
    {
        failure.Write(messages);
        if (trace is not null)
        {
            messages.WriteLine(trace.ToString());
        }
        JoinedJob.Abort(failure.ExitCode);
        return failure.ExitCode;
    }
}
