using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Exports;

namespace Tiny.Nn.Cli.Export;

/// <summary>What was written of a model, and what it costs where it runs.</summary>
internal static class ExportDescription
{
    internal static Result Of(
        string source,
        ExportLanguage language,
        ExportedModel export,
        IReadOnlyList<string> paths,
        QuantizationLoss? loss
    )
    {
        Field[] fields =
        [
            new("files", "written", Value.Of(paths)),
            new("constant_bytes", "bytes of constants (flash)", Value.Grouped(export.ConstantBytes)),
            new("memory_bytes", "bytes of memory (RAM)", Value.Grouped(export.MemoryBytes)),
            new("operations", "operations for a row", Value.Grouped(export.Operations)),
        ];
        return new Result(
            [
                new("model", Value.Of(source)),
                new("language", Value.Of(language.Name)),
                .. fields,
                new("int8", loss?.Measures.List ?? Value.None),
            ],
            [
                new Facts("export", fields),
                .. loss is null ? [] : new Part[] { loss.Measures },
                new Line($"It holds the names of columns, levels and classes, and no row of the training data."),
                new Line($"Its self-test: {language.SelfTest(paths[0])}"),
            ]
        );
    }
}
