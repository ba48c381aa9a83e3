using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Exercises;

internal sealed class ExerciseCommandTests : CommandTests
{
    [Test]
    public void The_answers_of_the_key_are_right_and_others_are_not()
    {
        JsonElement key = Ask("--json", "--key", "--count", "10").Good().Json;
        string[] answers = [.. key.GetProperty("questions").EnumerateArray().Select(Answer)];
        Assert.That(answers, Has.Length.EqualTo(10));
        File.WriteAllLines(Place.Path("right.txt"), answers);
        JsonElement right = Ask("--json", "--answers", "right.txt", "--count", "10").Good().Json;
        Assert.That(right.GetProperty("right").GetInt32(), Is.EqualTo(10));
        File.WriteAllLines(Place.Path("few.txt"), ["# mine", "", $"2: {answers[1].Replace('.', ',')}", "77"]);
        JsonElement few = Ask("--json", "--answers", "few.txt", "--count", "10").Good().Json;
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
        Assert.That(run.Output, Does.EndWith("8問中0問正解\n"));
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
    public void Copies_are_the_sheets_of_as_many_seeds()
    {
        JsonElement copies = Ask("--json", "--copies", "3", "--seed", "5").Good().Json.GetProperty("copies");
        Assert.That(copies.EnumerateArray().Select(copy => copy.GetProperty("seed").GetInt32()), Is.EqualTo([5, 6, 7]));
        string alone = Ask("--json", "--seed", "6").Good().Json.GetProperty("questions").GetRawText();
        Assert.That(Compact(copies[1].GetProperty("questions").GetRawText()), Is.EqualTo(Compact(alone)));
        Ask("--copies", "3", "--sheet", "-o", "class.html").Good();
        string page = File.ReadAllText(Place.Path("class.html"));
        Assert.That(page, Does.StartWith("<!DOCTYPE html>").And.Contain("copy 3"));
        Assert.That(page, Does.Not.Contain("copy 4"));
    }

    [Test]
    public void A_class_is_marked_with_points_by_name_and_copy()
    {
        JsonElement key = Ask("--json", "--key", "--copies", "2").Good().Json.GetProperty("copies");
        Directory.CreateDirectory(Place.Path("answers"));
        string[] Answers(int copy) => [.. key[copy].GetProperty("questions").EnumerateArray().Select(Answer)];
        File.WriteAllLines(Place.Path("answers/a.txt"), ["name: Zoe, 2b", "copy: 2", .. Answers(1)]);
        File.WriteAllLines(Place.Path("answers/b.txt"), ["用紙：１", $"１：{Answers(0)[0]}", "2: 1e9"]);
        File.WriteAllText(Place.Path("answers/notes.md"), "no answers");
        Run run = Ask("--copies", "2", "--answers", "answers", "-o", "marks.csv").Good();
        Assert.That(run.Output, Does.Contain("Zoe, 2b").And.Contain("mean"));
        string[] csv = File.ReadAllLines(Place.Path("marks.csv"));
        Assert.That(csv[0], Is.EqualTo("name,copy,1,2,3,4,5,6,7,8,points,of"));
        Assert.That(csv[1], Does.StartWith("\"Zoe, 2b\",2,"));
        Assert.That(csv[2], Does.Match("^b,1,[0-9]+,0,,,,,,,[0-9]+,[0-9]+$"));
        string[] best = csv[1].Split(',');
        Assert.That(best[^2], Is.EqualTo(best[^1]), "all points");
        JsonElement marks = Ask("--copies", "2", "--answers", "answers/a.txt", "answers/b.txt", "--json")
            .Good()
            .Json.GetProperty("marks");
        Assert.That(marks[1].GetProperty("answers")[1].GetProperty("verdict").GetString(), Is.EqualTo("wrong"));
        Assert.That(Ask("--copies", "2", "--answers", "answers", "--lang", "ja").Good().Output, Does.Contain("満点"));
    }

    [TestCase("3 0.5", "line 2")]
    [TestCase("3 −0.5", "line 2")]
    [TestCase("1 234", "line 2")]
    [TestCase("2 b", "line 2")]
    [TestCase("1: 4", "line 2")]
    [TestCase("copy: 3", "line 2")]
    public void A_line_that_can_be_read_in_two_ways_is_refused(string line, string place)
    {
        Place.Write("a.txt", $"1: 0.5\n{line}\n");
        Ask("--answers", "a.txt").Failed(exitCode: 2, $"--answers a.txt, {place}");
    }

    [TestCase("1234")]
    [TestCase("25 %")]
    [TestCase("1 / 4")]
    [TestCase("2.5 · 10^-1")]
    [TestCase("ｂ")]
    public void And_one_that_cannot_is_read(string line)
    {
        Place.Write("a.txt", $"# a comment\n{line}\n");
        Ask("--answers", "a.txt").Good();
    }

    [Test]
    public void A_sheet_tells_which_row_it_is_about_and_what_scaling_did_to_it()
    {
        Place.Write("class.csv", "hours,sleep,grade\n2,8,bad\n3,7,bad\n4,6,good\n6,7,good\n3,5,bad\n");
        string sheet = Asked("exercise", "class.csv", "--target", "grade", "--row", "3", "--sheet").Good().Output;
        Assert.That(sheet, Does.Contain("batch: row 3 (line 4 of the file): hours = 4, sleep = 6"));
        Assert.That(sheet, Does.Contain("scaling: x₁ = (hours − 3.6)/1.35647, x₂ = (sleep − 6.6)/1.0198"));
        string raw = Asked("exercise", "class.csv", "--target", "grade", "--scale", "none", "--sheet").Good().Output;
        Assert.That(raw, Does.Not.Contain("scaling:"));
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
        Ask("--copies", "3").Failed(exitCode: 2, "--copies");
        Ask("--copies", "2", "--answers", "many.txt", "-o", "marks.html").Failed(exitCode: 2, "marks.html");
        Ask("--sheet", "-o", "sheet.pdf").Failed(exitCode: 2, "sheet.pdf");
        Ask("--sheet", "--key", "-o", "both.html").Failed(exitCode: 2, "--sheet --key");
        Ask("-o", "sheet.html").Failed(exitCode: 2, "--output");
        Directory.CreateDirectory(Place.Path("empty"));
        Ask("--answers", "empty").Failed(exitCode: 2, "--answers empty");
        Place.Write("anonymous.txt", "0.5\n");
        Ask("--copies", "2", "--answers", "anonymous.txt").Failed(exitCode: 2, "anonymous.txt");
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

    /// <summary>Without the blanks between names: those differ by depth.</summary>
    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);

    private Run Ask(params string[] flags) => Asked(Arguments(flags));

    private static string[] Arguments(params string[] flags) =>
        ["exercise", Samples.Iris, "--target", "species", .. flags];
}
