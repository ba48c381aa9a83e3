using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Exports.Tests;

/// <summary>What programs of a language have in common is a source file of that language, and one without a fault.</summary>
internal sealed class RuntimeFileTests
{
    [TestCase("gcc", "C", "runtime.c", "-std=c99 -fsyntax-only -Wall -Wextra -Werror -Wno-unused-function")]
    [TestCase("gcc", "C", "runtime.c", "-std=c99 -DEXACT -fsyntax-only -Wall -Wextra -Werror -Wno-unused-function")]
    [TestCase("node", "JavaScript", "runtime.mjs", "--check")]
    [TestCase("python3", "Python", "runtime.py", "-m py_compile")]
    public void It_can_be_read_alone(string tool, string folder, string file, string arguments)
    {
        Tool.Require(tool);
        using Workplace place = new();
        string text = EmbeddedText.Read(typeof(ExportLanguage), $"Writers.{folder}.{file}");
        File.WriteAllText(Path.Combine(place.Path, file), text);
        (int code, string said) = Tool.Run(place.Path, tool, [.. arguments.Split(' '), file]);
        Assert.That(code, Is.Zero, said);
    }
}
