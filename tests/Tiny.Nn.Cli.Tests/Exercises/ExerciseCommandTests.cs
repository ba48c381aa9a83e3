using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Exercises;

internal sealed class ExerciseCommandTests : CommandTests
{
    [Test]
    public void The_answers_of_the_key_are_right_and_others_are_not()
    {
        JsonElement key = Ask("--json", "--key", "--count", "9").Good().Json;
        string[] answers = [.. key.GetProperty("questions").EnumerateArray().Select(Answer)];
        Assert.That(answers, Has.Length.EqualTo(9));
        File.WriteAllLines(Place.Path("right.txt"), answers);
        JsonElement right = Ask("--json", "--answers", "right.txt", "--count", "9").Good().Json;
        Assert.That(right.GetProperty("right").GetInt32(), Is.EqualTo(9));
        File.WriteAllLines(Place.Path("few.txt"), ["# mine", "", $"2: {answers[1].Replace('.', ',')}", "77"]);
        JsonElement few = Ask("--json", "--answers", "few.txt", "--count", "9").Good().Json;
        Assert.That(few.GetProperty("right").GetInt32(), Is.EqualTo(1));
        Assert.That(
            few.GetProperty("questions").EnumerateArray().Select(q => q.GetProperty("verdict").GetString()).Take(4),
            Is.EqualTo(["missing", "right", "wrong", "missing"])
        );
    }

    [Test]
    public void A_sheet_shows_no_answer()
    {
        JsonElement sheet = Ask("--json").Good().Json;
        Assert.That(sheet.GetProperty("questions")[0].TryGetProperty("answer", out _), Is.False);
        Run text = Ask("--sheet").Good();
        Assert.That(text.Output, Does.Contain("Your answer: ____"));
        Assert.That(text.Output, Does.Not.Contain("   Answer: "));
        Assert.That(Ask("--key").Good().Output, Does.Contain("   Answer: "));
    }

    [TestCase("markdown", "# Exercises")]
    [TestCase("html", "<!DOCTYPE html>")]
    [TestCase("text", "Exercises")]
    public void A_sheet_has_the_format_that_is_asked_for(string format, string start) =>
        Assert.That(Ask("--sheet", "--format", format).Good().Output, Does.StartWith(start));

    [Test]
    public void Answers_are_asked_for_and_checked_one_by_one()
    {
        string[] asked = Arguments("--count", "3", "--kind", "loss,output,delta");
        Run run = InProcess.In(Place, asked, "12345\n\nc\n").Good();
        Assert.That(run.Output, Does.Contain("→ not right (12345); off by 12344."));
        Assert.That(run.Output, Does.Contain("→ no answer"));
        Assert.That(run.Output, Does.Contain("→ right"));
        Assert.That(run.Output, Does.EndWith("1 of 3 right\n"));
    }

    [Test]
    public void They_end_where_the_answers_end()
    {
        Run run = InProcess.In(Place, Arguments("--lang", "ja"), "q\n").Good();
        Assert.That(run.Output, Does.EndWith("8 問中 0 問正解\n"));
    }

    [Test]
    public void The_answers_of_a_process_are_those_of_its_stdin()
    {
        string[] asked = Arguments("--count", "2", "--kind", "loss,output");
        Run run = Tests.Tinynn.In(Place, asked, "0.5\nc\n").Good();
        Assert.That(run.Output, Is.EqualTo(InProcess.In(Place, asked, "0.5\nc\n").Good().Output));
    }

    [Test]
    public void Answers_may_be_a_file_from_stdin()
    {
        string[] asked = Arguments("--json", "--count", "2", "--answers", "-");
        JsonElement few = InProcess.In(Place, asked, "2: 77\n").Good().Json;
        Assert.That(few.GetProperty("questions")[0].GetProperty("verdict").GetString(), Is.EqualTo("missing"));
        Assert.That(few.GetProperty("questions")[1].GetProperty("verdict").GetString(), Is.Not.EqualTo("missing"));
    }

    [Test]
    public void The_same_seed_asks_the_same()
    {
        string once = Ask("--sheet").Good().Output;
        Assert.That(Ask("--sheet").Good().Output, Is.EqualTo(once));
        Assert.That(Ask("--sheet", "--seed", "8").Good().Output, Is.Not.EqualTo(once));
    }

    [Test]
    public void What_makes_no_sense_is_refused()
    {
        Ask("--kind", "zeta").Failed(exitCode: 2, "--kind zeta");
        Ask("--format", "html").Failed(exitCode: 2, "--format");
        Ask("--sheet", "--answers", "a.txt").Failed(exitCode: 2, "--answers --sheet");
        Ask("--answers", "missing.txt").Failed(exitCode: 2, "--answers missing.txt");
        File.WriteAllText(Place.Path("many.txt"), "12: 0.5\n");
        Ask("--answers", "many.txt").Failed(exitCode: 2, "many.txt");
        Ask("--hidden", "none", "--kind", "hidden-delta").Failed(exitCode: 2, "hidden-delta");
        Tests
            .Tinynn.In(Place, ["exercise", "-", "--target", "species"], File.ReadAllText(Samples.Iris))
            .Failed(exitCode: 2, "-");
    }

    private static string Answer(JsonElement question)
    {
        JsonElement answer = question.GetProperty("answer");
        return answer.ValueKind == JsonValueKind.String ? answer.GetString()! : answer.GetRawText();
    }

    private Run Ask(params string[] flags) => Asked(Arguments(flags));

    private static string[] Arguments(params string[] flags) =>
        ["exercise", Samples.Iris, "--target", "species", .. flags];
}
