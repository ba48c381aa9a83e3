using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular;
using Tiny.Nn.Teaching.Toy;

namespace Tiny.Nn.Cli.Generate;

/// <summary><c>tinynn generate spiral</c>: toy data as a CSV file.</summary>
internal sealed class GenerateCommand
{
    private const int UsualRows = 300;

    private static readonly string[] Names = [.. ToyData.All.Select(data => data.Name)];

    private readonly Argument<ToyData?> shape = new("shape")
    {
        Description = $"{string.Join(", ", Names)}.",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = argument =>
        {
            string name = argument.Tokens[0].Value;
            if (Names.Contains(name))
            {
                return ToyData.Parse(name);
            }
            string meant = Closest.Meant(name, Names);
            argument.AddError(
                $"There are no toy data \"{name}\".{ParseErrors.Separator}{meant}There are: {string.Join(", ", Names)}."
            );
            return null;
        },
    };
    private readonly Option<int?> rows = Flag.Count("--rows", $"How many rows. [{UsualRows}]", "500");
    private readonly Option<int?> classes = Flag.Count("--classes", "How many classes. [2 or 3, by shape]", "4");
    private readonly Option<double?> noise = Flag.Number(
        "--noise",
        "The standard deviation of what is added to both features. [by shape]",
        deviation => deviation >= 0,
        "at least 0",
        "0.1"
    );
    private readonly Option<ulong?> seed = Flag.Seed("--seed", "The same seed gives the same rows. [1]");
    private readonly TextOutput output = new("the CSV");

    private GenerateCommand() => rows.Aliases.Add("--samples");

    internal static Command Create()
    {
        GenerateCommand generate = new();
        ExampledCommand command = new(
            "generate",
            "Writes toy data with two features: to learn with, and to see how a network divides a plane.",
            [
                "tinynn generate spiral -o spiral.csv",
                "tinynn generate moons --rows 500 --noise 0.2 --seed 7 > moons.csv",
                "tinynn generate classes | tinynn train - --target class --hidden none",
            ]
        )
        {
            generate.shape,
            generate.rows,
            generate.classes,
            generate.noise,
            generate.seed,
            generate.output.Flag,
            SharedOptions.Force,
            LanguageFlag.Option,
            SharedOptions.Quiet,
            SharedOptions.Debug,
        };
        command.SetAction(generate.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        ToyData data = Read(parsed);
        int count = parsed.GetValue(rows) ?? UsualRows;
        if (count < data.Classes)
        {
            throw new UsageException(
                $"There are {data.Classes} classes, and each needs a row.",
                $"--rows {count}",
                $"Give --rows {data.Classes} or more."
            );
        }
        OutputFile? file = output.Prepare(parsed);
        ToySamples samples = data.Draw(count, new Generator(parsed.GetValue(seed) ?? 1));
        Session session = new(parsed);
        TextOutput.Write(session, file, samples.WriteCsv);
        if (file is not null)
        {
            session.Note(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"wrote {file.Path}: {count} rows, {data.Classes} classes, noise {data.Noise}"
                )
            );
        }
        return ExitCode.Success;
    }

    private ToyData Read(ParseResult parsed)
    {
        ToyData usual = parsed.GetRequiredValue(shape)!;
        int count = parsed.GetValue(classes) ?? usual.Classes;
        int most = usual.HasAnyClasses ? ToyData.MostClasses : 2;
        if (count < 2 || count > most)
        {
            throw new UsageException(
                most == 2 ? $"Of {usual.Name} there are two classes." : $"There can be from 2 to {most} classes.",
                $"--classes {count}",
                most == 2
                    ? "Leave --classes out, or give another shape, such as classes."
                    : "Give, for example, --classes 4."
            );
        }
        return usual with { Classes = count, Noise = parsed.GetValue(noise) ?? usual.Noise };
    }
}
