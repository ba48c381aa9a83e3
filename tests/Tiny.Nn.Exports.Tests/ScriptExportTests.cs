using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Exports.Tests;

/// <summary>JavaScript and Python exports, run by node and python3.</summary>
[TestFixture("js", "node", "model.mjs")]
[TestFixture("python", "python3", "model.py")]
public sealed class ScriptExportTests(string language, string tool, string file)
{
    private const int Models = 40;
    private double worst;

    [Test]
    public void Answers_are_those_of_the_engine_to_a_millionth([Range(1, Models)] int seed)
    {
        using Workplace workplace = new();
        (int code, string said) = SelfTest(workplace, ModelsToExport.Random(seed));
        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.Contain(" 0 wrong numbers"));
        worst = Math.Max(worst, Workplace.LargestDifference(said));
    }

    [OneTimeTearDown]
    public void Tell() => TestContext.Progress.WriteLine($"{language}: the largest difference is {worst:G3}");

    [Test]
    public void A_self_test_fails_where_an_answer_is_another()
    {
        using Workplace workplace = new();
        Plan plan = ModelsToExport.Random(3);
        Probe first = plan.Probes[0];
        Plan wrong = plan with { Probes = [first with { Answer = [first.Answer[0] + 1e-4, .. first.Answer.Skip(1)] }] };
        Assert.That(SelfTest(workplace, wrong).Code, Is.EqualTo(1));
    }

    private (int Code, string Said) SelfTest(Workplace workplace, Plan plan)
    {
        workplace.Save(ExportLanguage.Parse(language).Write(plan, "model"), "model");
        return Tool.Run(workplace.Path, tool, file, "--self-test");
    }
}
