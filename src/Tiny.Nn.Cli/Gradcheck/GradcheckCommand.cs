using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Lessons;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Gradcheck;

/// <summary><c>tinynn gradcheck data.csv --target column</c>: back-propagation beside the difference quotient, for every parameter.</summary>
internal sealed class GradcheckCommand
{
    private const int UsualRows = 10;
    private const int MostParameters = 20_000;
    private const int MostShown = 20;
    private const double UsualTolerance = 1e-6;

    private readonly LessonOptions lesson = new(UsualRows);
    private readonly Option<double?> tolerance = Flag.Number(
        "--tolerance",
        "The largest relative error that counts as agreement. [1e-6]",
        error => error >= 0,
        "at least 0",
        "1e-5"
    );
    private readonly Option<bool> all = new("--all")
    {
        Description = $"Show all parameters as they lie in the network, not the {MostShown} worst.",
    };

    private GradcheckCommand() { }

    internal static Command Create()
    {
        GradcheckCommand check = new();
        ExampledCommand command = new(
            "gradcheck",
            "Compares every derivative of back-propagation with a difference quotient of the loss.",
            [
                "tinynn gradcheck iris.csv --target species",
                "tinynn gradcheck iris.csv --target species --model iris.tnn --rows 1-20 --all",
                "tinynn gradcheck iris.csv --target species --hidden 5,4 --activation gelu --json",
            ]
        );
        command.Arguments.Add(check.lesson.Data);
        IEnumerable<Option> options =
        [
            .. check.lesson.All,
            check.tolerance,
            check.all,
            SharedOptions.Language,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        ];
        command.Add(options);
        command.SetAction(check.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Session session = new(parsed);
        Lesson read = lesson.Read(parsed);
        int parameters = read.Network.Parameters.Rows;
        if (parameters > MostParameters)
        {
            throw new UsageException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The network has {parameters} parameters, and each takes two runs; the limit is {MostParameters}."
                ),
                "gradcheck",
                "Give a smaller --hidden, or fewer columns with --features."
            );
        }
        GradientReport report = GradientCheck.Run(
            Objective.Create(read.Network, read.Loss, read.Recipe.Penalty),
            read.Batch.All
        );
        CheckedGradient check = new(read, report, parsed.GetValue(tolerance) ?? UsualTolerance);
        int? most = parsed.GetValue(all) ? null : MostShown;
        session.Show("gradcheck", GradientDescription.Of(check, most, SharedOptions.ReadLanguage(parsed)));
        return check.Judge() is { } failure ? session.Fail(failure) : ExitCode.Success;
    }
}
