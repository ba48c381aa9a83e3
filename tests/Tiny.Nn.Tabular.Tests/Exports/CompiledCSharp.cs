using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tiny.Nn.Tabular.Tests.Exports;

/// <summary>C# exports, compiled together in memory, to be asked like any program would.</summary>
internal sealed partial class CompiledCSharp
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Memory.dll"
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Assembly assembly;

    /// <param name="sources">The text of each file.</param>
    internal CompiledCSharp(IEnumerable<string> sources)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "exported",
            [
                .. sources.SelectMany(source =>
                    new[] { Parse(source, DocumentationMode.Diagnose), Parse(Asking(source), DocumentationMode.None) }
                ),
            ],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error
            )
        );
        using MemoryStream stream = new();
        var result = compilation.Emit(stream);
        Diagnostic[] faults = [.. result.Diagnostics.Where(one => one.Severity >= DiagnosticSeverity.Warning)];
        Assert.That(faults, Is.Empty);
        stream.Position = 0;
        assembly = new AssemblyLoadContext("exported", isCollectible: true).LoadFromStream(stream);
    }

    /// <summary>What the file of a class says of its own probes.</summary>
    internal double SelfTest(string type) =>
        (double)assembly.GetType($"Exported.{type}")!.GetMethod("SelfTest")!.Invoke(null, null)!;

    /// <summary>The answer to a row; of classes the place of the chosen one comes first.</summary>
    internal double[] Ask(string type, object?[] cells) =>
        (double[])assembly.GetType($"Exported.Ask{type}")!.GetMethod("Row")!.Invoke(null, [cells])!;

    // Without the head's mark of generated code, so that the compiler tells all that it has to say.
    private static SyntaxTree Parse(string source, DocumentationMode documentation) =>
        CSharpSyntaxTree.ParseText(
            source.Replace("auto-generated", "", StringComparison.Ordinal),
            new CSharpParseOptions(LanguageVersion.CSharp13, documentation),
            encoding: Encoding.UTF8
        );

    /// <summary>A program that asks: it sees the export as a user's code does.</summary>
    private static string Asking(string source)
    {
        string type = Class().Match(source).Groups[1].Value;
        string cells = string.Join(
            ", ",
            Property()
                .Matches(source)
                .Select((match, i) => $"{match.Groups[2].Value} = ({match.Groups[1].Value}?)cells[{i}]")
        );
        string ask = source.Contains("string[] Classes", StringComparison.Ordinal)
            ? $"double[] p = new double[{type}.Classes.Length]; int chosen = new {type}().Predict(row, p); return [chosen, .. p];"
            : $"return [new {type}().Predict(row)];";
        return $$"""
            #nullable enable
            using System;
            namespace Exported;
            public static class Ask{{type}}
            {
                public static double[] Row(object?[] cells)
                {
                    {{type}}Row row = new() { {{cells}} };
                    {{ask}}
                }
            }
            """;
    }

    [GeneratedRegex(@"public sealed class (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"public (\w+)\? (\w+) \{ get; init; \}")]
    private static partial Regex Property();
}
