using System.CommandLine;
using System.CommandLine.Help;
using Tiny.Nn.Cli.Check;
using Tiny.Nn.Cli.Compare;
using Tiny.Nn.Cli.Completions;
using Tiny.Nn.Cli.Evaluate;
using Tiny.Nn.Cli.Exercises;
using Tiny.Nn.Cli.Export;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Generate;
using Tiny.Nn.Cli.Gradcheck;
using Tiny.Nn.Cli.Inspect;
using Tiny.Nn.Cli.Predict;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Cli.Trace;
using Tiny.Nn.Cli.Train;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli;

/// <summary>From the arguments to an exit code: whatever goes wrong on the way is three lines on stderr.</summary>
internal static class CommandLine
{
    /// <summary>Names come as they are: "@names.csv" is a file of that name, not a list of arguments.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>All commands, made once: a flag that several share keeps a list of every command that it was ever given to.</summary>
    private static readonly RootCommand Root = CreateRoot();

    internal static int Run(IReadOnlyList<string> arguments)
    {
        using StandardStreams streams = new();
        using IDisposable signals = EndingSignals.Heed();
        return Run(arguments, streams.Output, streams.Messages);
    }

    /// <param name="arguments">What was typed after the command's name.</param>
    /// <param name="output">stdout, which carries data: text, and bytes.</param>
    /// <param name="messages">stderr, which carries messages.</param>
    internal static int Run(IReadOnlyList<string> arguments, StreamWriter output, TextWriter messages)
    {
        // Help that nobody asked for is a message, and no success.
        bool asked = arguments.Count > 0;
        ParseResult parsed = Root.Parse(asked ? arguments : ["--help"], Parsing);
        try
        {
            if (ParseErrors.Find(parsed, []) is { } wrong)
            {
                return Fail(messages, wrong);
            }
            IReadOnlyList<Preset> presets = Presets.Find(parsed);
            if (presets.Count > 0)
            {
                parsed = Root.Parse(Insert(presets, parsed.CommandResult.Command.Name, arguments), Parsing);
                if (ParseErrors.Find(parsed, presets) is { } wrongPreset)
                {
                    return Fail(messages, wrongPreset);
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
            return Fail(messages, Failure.Explain(fault, arguments), SharedOptions.WantsTrace(parsed) ? fault : null);
        }
    }

    private static RootCommand CreateRoot()
    {
        RootCommand root = new("Trains small neural networks on CSV files, and uses them.")
        {
            TrainCommand.Create(),
            EvaluateCommand.Create(),
            CompareCommand.Create(),
            PredictCommand.Create(),
            InspectCommand.Create(),
            ExportCommand.Create(),
            CheckCommand.Create(),
            TraceCommand.Create(),
            GradcheckCommand.Create(),
            GenerateCommand.Create(),
            Plots.PlotCommand.Create(),
            ExerciseCommand.Create(),
            CompletionsCommand.Create(),
        };
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
            messages.WriteLine(trace);
        }
        return failure.ExitCode;
    }
}
