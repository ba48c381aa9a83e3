using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Exports;

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
                "tinynn export iris.tnn --to onnx --inputs tensor",
            ]
        )
        {
            export.model,
            export.to,
            export.output,
            export.inputs,
            SharedOptions.Force,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        };
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
        ExportOptions options = parsed.GetValue(inputs) ?? new ExportOptions();
        if (options.OneTensor && language != ExportLanguage.Onnx)
        {
            throw new UsageException(
                "Only ONNX has inputs to choose.",
                "--inputs tensor",
                "Leave it out, or give --to onnx."
            );
        }
        ExportedModel export = language.Write(
            ModelSource.Load(source),
            Path.GetFileNameWithoutExtension(path),
            options
        );
        foreach ((OutputFile file, ExportedFile content) in files.Zip(export.Files))
        {
            file.Write(stream => stream.Write(content.Content.Span));
        }
        session.Show("export", ExportDescription.Of(source, language, export, [.. files.Select(file => file.Path)]));
        return ExitCode.Success;
    }
}
