using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Check;

/// <summary><c>tinynn check data.csv</c>: what is odd about data, before anything is learned from it.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string> data = new("data") { Description = "A CSV or Parquet file, or - for stdin." };
    private readonly Option<string?> target = new("--target")
    {
        Description = "The column to be predicted: its name, or its number from 1 on.",
    };
    private readonly DataOptions dataOptions = new();

    private CheckCommand() { }

    internal static Command Create()
    {
        CheckCommand check = new();
        ExampledCommand command = new(
            CommandNames.Check,
            "Looks for what is odd about a CSV file, and trains nothing.",
            [
                "tinynn check iris.csv",
                "tinynn check iris.csv --target species",
                "cat iris.csv | tinynn check - --target species --json > findings.json",
            ]
        );
        command.Arguments.Add(check.data);
        IEnumerable<Option> options =
        [
            check.target,
            .. check.dataOptions.All,
            LanguageFlag.Option,
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
        Session session = new(parsed) { Language = LanguageFlag.Read(parsed) };
        Table table = DataSource.Check(
            session,
            parsed.GetRequiredValue(data),
            dataOptions.Read(parsed, parsed.GetValue(target))
        );
        session.Show(CommandNames.Check, CheckDescription.Of(table));
        return ExitCode.Success;
    }
}
