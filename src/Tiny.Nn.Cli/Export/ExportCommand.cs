using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Cli.Export;

/// <summary><c>tinynn export model --to c</c>: a model as a program of another language.</summary>
internal sealed class ExportCommand
{
    private readonly Argument<string> model = ModelSource.Argument();
    private readonly Option<ExportLanguage?> to = Flag.Choice(
        "--to",
        $"The language: {string.Join(", ", ExportLanguage.All.Select(language => language.Name))}.",
        [.. ExportLanguage.All.Select(language => language.Name)],
        name => ExportLanguage.All.FirstOrDefault(language => language.Name == name)
    );
    private readonly Option<string?> output = new("--output", "-o")
    {
        Description =
            "Where it goes; names in the program are made of it. [the model's name with the language's ending, in this directory]",
    };

    private readonly Option<ExportOptions?> inputs = Flag.Choice(
        "--inputs",
        "The inputs of ONNX: columns, one for each, or tensor, one of all where all are numbers. [columns]",
        ["columns", "tensor"],
        name => name is "columns" or "tensor" ? new ExportOptions { OneTensor = name == "tensor" } : null
    );

    private readonly Option<bool> int8 = new("--int8")
    {
        Description =
            "For C: weights as bytes, a quarter of the flash. Answers differ a little: --data says by how much.",
    };
    private readonly Option<string?> data = new("--data")
    {
        Description = "With --int8: a CSV file with the target, by which the model is judged before and after.",
    };

    private readonly DataOptions dataOptions = new();

    private ExportCommand() => to.Required = true;

    internal static Command Create()
    {
        ExportCommand export = new();
        ExampledCommand command = new(
            "export",
            "Writes a model as a program of another language, which needs nothing else.",
            [
                "tinynn export iris.tnn --to csharp -o Iris.cs",
                "tinynn export iris.tnn --to c -o firmware/iris.c",
                "tinynn export iris.tnn --to c --int8 --data data/iris.csv -o small.c",
            ]
        )
        {
            export.model,
            export.to,
            export.output,
            export.inputs,
            export.int8,
            export.data,
            SharedOptions.Force,
            LanguageFlag.Option,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        };
        command.Add(export.dataOptions.Written);
        command.SetAction(export.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Session session = new(parsed);
        string source = parsed.GetRequiredValue(model);
        ExportLanguage language = parsed.GetRequiredValue(to)!;
        string path =
            parsed.GetValue(output)
            ?? (source == StandardInput.Path ? "model" : Path.GetFileNameWithoutExtension(source)) + language.Ending;
        OutputFile[] files =
        [
            .. language
                .Paths(path)
                .Select(file => OutputFile.Prepare(file, parsed.GetValue(SharedOptions.Force), source)),
        ];
        ExportOptions options = (parsed.GetValue(inputs) ?? new ExportOptions()) with
        {
            ByteWeights = parsed.GetValue(int8),
        };
        if (options.OneTensor && language != ExportLanguage.Onnx)
        {
            throw new UsageException(
                "Only ONNX has inputs to choose.",
                "--inputs tensor",
                "Leave it out, or give --to onnx."
            );
        }
        if (options.ByteWeights && language != ExportLanguage.C)
        {
            throw new UsageException("Weights as bytes are for C alone.", "--int8", "Leave it out, or give --to c.");
        }
        string? judging = parsed.GetValue(data);
        if (judging is not null && !options.ByteWeights)
        {
            throw new UsageException(
                "Only weights as bytes change how good a model is.",
                $"--data {judging}",
                "Leave it out, or give --int8; tinynn evaluate judges a model as it is."
            );
        }
        Model<float> loaded = ModelSource.Load(source);
        QuantizationLoss? loss = judging is null
            ? null
            : QuantizationLoss.Of(session, loaded, judging, dataOptions.Read(parsed, known: loaded.DataFormat));
        ExportedModel export = language.Write(loaded, Path.GetFileNameWithoutExtension(path), options);
        foreach ((OutputFile file, ExportedFile content) in files.Zip(export.Files))
        {
            file.Write(stream => stream.Write(content.Content.Span));
        }
        session.Show(
            "export",
            ExportDescription.Of(source, language, export, [.. files.Select(file => file.Path)], loss)
        );
        return ExitCode.Success;
    }
}
