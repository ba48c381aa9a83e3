using System.Numerics;
using System.Reflection;
using System.Text;
using Tiny.Nn.Tabular.Exports.Plans;
using Tiny.Nn.Tabular.Exports.Writers;
using Tiny.Nn.Tabular.Exports.Writers.C;
using Tiny.Nn.Tabular.Exports.Writers.CSharp;
using Tiny.Nn.Tabular.Exports.Writers.JavaScript;
using Tiny.Nn.Tabular.Exports.Writers.Onnx;
using Tiny.Nn.Tabular.Exports.Writers.Python;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Exports;

/// <summary>A language that models can be written in.</summary>
public sealed class ExportLanguage
{
    private readonly Func<Plan, ExportFigures> figures;
    private readonly Func<Plan, string, ExportOptions, IReadOnlyList<string>, IReadOnlyList<ExportedFile>> write;
    private readonly string[] endings;
    private readonly string selfTest;

    private ExportLanguage(
        string name,
        string description,
        string[] endings,
        string selfTest,
        Func<Plan, ExportFigures> figures,
        Func<Plan, string, ExportOptions, IReadOnlyList<string>, IReadOnlyList<ExportedFile>> write
    )
    {
        Name = name;
        Description = description;
        this.endings = endings;
        this.selfTest = selfTest;
        this.figures = figures;
        this.write = write;
    }

    /// <summary>C99 for small machines: a file and its header. Answers are those of the model in float, or its very bits with -DEXACT.</summary>
    public static ExportLanguage C { get; } =
        new(
            "c",
            "C99 for small machines: a file and its header",
            [".c", ".h"],
            "cc -std=c99 -DEXACT -DSELF_TEST {0} -lm && ./a.out",
            plan => ExportFigures.Of(plan, 4, 4),
            (plan, name, _, head) =>
            {
                (string source, string header) = CWriter.Write(plan, name, head);
                return [Text(".c", source), Text(".h", header)];
            }
        );

    /// <summary>C#: one file without references, whose answers are the bits of the model.</summary>
    public static ExportLanguage CSharp { get; } =
        new(
            "csharp",
            "one file of C#, without references and allocations",
            [".cs"],
            "the method SelfTest() of the class returns 0",
            plan => ExportFigures.Of(plan, 8, plan.NetworkBits == 24 ? 4 : 8),
            (plan, name, _, head) => [Text(".cs", CSharpWriter.Write(plan, name, head))]
        );

    /// <summary>JavaScript: one module without dependencies, for browsers and node.</summary>
    public static ExportLanguage JavaScript { get; } =
        new(
            "js",
            "one module of JavaScript, for browsers and node",
            [".mjs"],
            $"node {{0}} {ScriptFlag.SelfTest}",
            plan => ExportFigures.Of(plan, 8, plan.NetworkBits == 24 ? 4 : 8),
            (plan, _, _, head) => [Text(".mjs", JavaScriptWriter.Write(plan, head))]
        );

    /// <summary>Python: one file that needs the standard library alone.</summary>
    public static ExportLanguage Python { get; } =
        new(
            "python",
            "one file of Python, without packages",
            [".py"],
            $"python3 {{0}} {ScriptFlag.SelfTest}",
            plan => ExportFigures.Of(plan, 8, plan.NetworkBits == 24 ? 4 : 8),
            (plan, _, _, head) => [Text(".py", PythonWriter.Write(plan, head))]
        );

    /// <summary>ONNX of standard operators, and rows with their answers beside it. Words of free text come counted.</summary>
    public static ExportLanguage Onnx { get; } =
        new(
            "onnx",
            "ONNX of standard operators, and rows that prove it",
            [".onnx", ".check.json"],
            "{0} beside it has rows with the answers that any runtime must give",
            plan => ExportFigures.Of(plan, 8, 4),
            (plan, _, options, head) =>
                [
                    new(".onnx", OnnxWriter.Write(plan, options.OneTensor, head)),
                    new(".check.json", OnnxSchema.WriteProbes(plan)),
                ]
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExportLanguage> All { get; } = [C, CSharp, JavaScript, Python, Onnx];

    /// <summary>What the name of the main file ends with.</summary>
    public string Ending => endings[0];

    /// <summary>The name that <see cref="Parse"/> reads.</summary>
    public string Name { get; }

    /// <summary>What is written, in a few words.</summary>
    public string Description { get; }

    /// <summary>The language of a name.</summary>
    /// <exception cref="FormatException">There is no such language.</exception>
    public static ExportLanguage Parse(string name) =>
        All.FirstOrDefault(language => language.Name == name)
        ?? throw new FormatException(
            $"There is no export to {FileText.Quote(name)}. There are: {string.Join(", ", All.Select(language => language.Name))}."
        );

    /// <summary>Writes a model in this language.</summary>
    /// <param name="model">The model, whatever it is made of: a network or bags of them.</param>
    /// <param name="name">What the model is to be called; identifiers are made of it.</param>
    /// <exception cref="ExportException">Something in the model is a user's own and cannot be told, or the language lacks it.</exception>
    public ExportedModel Write<T>(Model<T> model, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Write(model, name, ExportOptions.Usual);

    /// <summary>Writes a model in this language.</summary>
    /// <param name="model">The model, whatever it is made of: a network or bags of them.</param>
    /// <param name="name">What the model is to be called; identifiers are made of it.</param>
    /// <param name="options">What is free to choose.</param>
    /// <exception cref="ExportException">Something in the model is a user's own and cannot be told, or the language lacks it.</exception>
    public ExportedModel Write<T>(Model<T> model, string name, ExportOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(options);
        if (options.ByteWeights && this != C)
        {
            throw new ExportException(
                "Weights as bytes are for C alone.",
                Name,
                "Export to c, or leave the weights as they are."
            );
        }
        return Write(ModelPlan.Of(model, options.ByteWeights), name, options);
    }

    /// <summary>Writes a plan in this language.</summary>
    internal ExportedModel Write(Plan plan, string name) => Write(plan, name, ExportOptions.Usual);

    /// <summary>Writes a plan in this language.</summary>
    internal ExportedModel Write(Plan plan, string name, ExportOptions options)
    {
        ExportFigures of = figures(plan);
        return new ExportedModel(
            write(plan, name, options, Head(plan, of)),
            of.ConstantBytes,
            of.MemoryBytes,
            of.Operations
        );
    }

    /// <summary>The names of all files, the main one first.</summary>
    /// <param name="path">The name of the main file, with its ending or without.</param>
    internal IEnumerable<string> Paths(string path)
    {
        string bare = endings.FirstOrDefault(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            is { } given
            ? path[..^given.Length]
            : path;
        return endings.Length == 1 && Path.HasExtension(path) ? [path] : endings.Select(ending => bare + ending);
    }

    /// <summary>How the self-test of a file is run.</summary>
    internal string SelfTest(string path) => selfTest.Replace("{0}", path, StringComparison.Ordinal);

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    private static string[] Head(Plan plan, ExportFigures figures) =>
        [
            ExportText.Comment(plan.Title),
            $"written by Tiny.Nn {Version}; the model {ExportText.Comment(plan.Origin)}",
            $"{ExportText.Count(figures.ConstantBytes)} bytes of constants, {ExportText.Count(figures.MemoryBytes)} bytes of memory, {ExportText.Count(figures.Operations)} operations",
        ];

    private static string Version =>
        typeof(ExportLanguage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>() is { } version
            ? version.InformationalVersion.Split('+')[0]
            : "";

    private static ExportedFile Text(string ending, string text) => new(ending, Encoding.UTF8.GetBytes(text));
}
