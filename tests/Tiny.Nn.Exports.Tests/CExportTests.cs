using System.Text.RegularExpressions;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Exports.Tests;

/// <summary>C exports, compiled with strict warnings as errors and run.</summary>
public sealed class CExportTests
{
    private const int Models = 60;

    private static readonly string[] Strict =
    [
        "-std=c99",
        "-Wall",
        "-Wextra",
        "-Wconversion",
        "-pedantic",
        "-Werror",
        "-O1",
    ];

    private double worst;

    [Test]
    public void Exact_answers_are_the_bits_of_the_engine([Range(1, Models)] int seed)
    {
        using Workplace workplace = new();
        (int code, string said) = SelfTest(workplace, ModelsToExport.Random(seed), "-DEXACT");
        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.Contain(" 0 wrong numbers, largest difference 0\n"));
    }

    [Test]
    public void Answers_in_float_are_near_those_of_the_engine([Range(1, Models)] int seed)
    {
        using Workplace workplace = new();
        (int code, string said) = SelfTest(workplace, ModelsToExport.Random(seed, isBounded: true), "-DFLOAT");
        Assert.That(code, Is.Zero, said);
        worst = Math.Max(worst, Workplace.LargestDifference(said));
    }

    [OneTimeTearDown]
    public void Tell() => TestContext.Progress.WriteLine($"c in float: the largest difference is {worst:G3}");

    [Test]
    public void Weights_as_bytes_answer_with_the_bits_of_the_model_that_has_just_these_weights([Range(1, 20)] int seed)
    {
        using Workplace workplace = new();
        Plan plan = ModelsToExport.Quantized(seed);
        Assert.That(
            SelfTest(workplace, plan, "-DEXACT").Said,
            Does.Contain(" 0 wrong numbers, largest difference 0\n")
        );
        Assert.That(SelfTest(workplace, plan, "-DFLOAT").Code, Is.Zero);
    }

    [Test]
    public void A_self_test_fails_where_an_answer_is_another()
    {
        using Workplace workplace = new();
        Plan plan = ModelsToExport.Random(3);
        Probe first = plan.Probes[0];
        Plan wrong = plan with { Probes = [first with { Answer = [first.Answer[0] + 0.01, .. first.Answer.Skip(1)] }] };
        Assert.That(SelfTest(workplace, wrong, "-DEXACT").Code, Is.EqualTo(1));
        Assert.That(SelfTest(workplace, wrong, "-DFLOAT").Code, Is.EqualTo(1));
    }

    [Test]
    public void Float_alone_is_computed_with_and_nothing_is_allocated()
    {
        string text = System.Text.Encoding.UTF8.GetString(
            ExportLanguage.C.Write(ModelsToExport.Random(1), "model").Files[0].Content.Span
        );
        string[] included = [.. Regex.Matches(text, "#include <(.*)>").Select(match => match.Groups[1].Value)];
        Assert.That(included, Is.EquivalentTo(["stdint.h", "string.h", "avr/pgmspace.h", "stdio.h"]));
        Assert.That(text, Does.Not.Contain("malloc"));
    }

    private static (int Code, string Said) SelfTest(Workplace workplace, Plan plan, string define)
    {
        workplace.Save(ExportLanguage.C.Write(plan, "my model"), "my model");
        (int compiled, string faults) = Tool.Run(
            workplace.Path,
            "gcc",
            [.. Strict, define, "-DSELF_TEST", "my model.c", "-o", "test", "-lm"]
        );
        Assert.That(compiled, Is.Zero, faults);
        Assert.That(faults, Is.Empty);
        return Tool.Run(workplace.Path, Path.Combine(workplace.Path, "test"));
    }
}
