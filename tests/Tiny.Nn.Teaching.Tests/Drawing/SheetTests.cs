using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Sheets;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Exercises;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Tests.Drawing;

internal sealed class SheetTests
{
    [Test]
    public void A_format_is_found_by_each_of_its_names_and_by_no_other()
    {
        Assert.That(SheetFormats.Names, Is.EqualTo(["text", "markdown", "html"]));
        Assert.That(SheetFormats.Names.Select(SheetFormats.Find), Is.All.Not.Null);
        Assert.That(SheetFormats.Find(SheetFormats.Names[0]), Is.SameAs(SheetFormats.Usual));
        Assert.That(SheetFormats.Find("pdf"), Is.Null);
    }

    [TestCase("text")]
    [TestCase("markdown")]
    [TestCase("html")]
    public void A_key_tells_every_answer_and_a_sheet_none(string format)
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            Sheet sheet = Draw(language);
            StringWriter questions = new();
            StringWriter key = new();
            SheetFormats.Find(format)!.WriteQuestions(sheet, questions);
            SheetFormats.Find(format)!.WriteKey(sheet, key);
            string answer = ExerciseCaptions.Solution.In(language);
            foreach (Question question in sheet.Questions.Where(question => question.Exercise is NumberExercise))
            {
                Assert.That(key.ToString(), Does.Contain(question.Answer));
            }
            Assert.That(sheet.Questions, Has.Count.GreaterThan(8));
            Assert.That(questions.ToString(), Does.Contain(sheet.Title));
            Assert.That(key.ToString(), Does.Contain(ExerciseCaptions.KeyTitle.In(language)));
            Assert.That(questions.ToString(), Does.Not.Contain($"{answer}:"));
        }
    }

    [Test]
    public void Every_kind_asks_something_in_both_languages()
    {
        Sheet english = Draw(Language.English);
        Sheet japanese = Draw(Language.Japanese);
        Assert.That(english.Questions.Select(q => q.Text), Is.Not.EqualTo(japanese.Questions.Select(q => q.Text)));
        Assert.That(
            english.Questions.Select(q => q.Answer).Where((_, i) => english.Questions[i].Choices.Count == 0),
            Is.EqualTo(
                japanese.Questions.Select(q => q.Answer).Where((_, i) => japanese.Questions[i].Choices.Count == 0)
            )
        );
        Assert.That(
            english.Questions.Select(q => q.Exercise.Kind).Distinct().Count(),
            Is.EqualTo(9),
            "all but softmax"
        );
    }

    [Test]
    public void A_file_is_written_in_the_format_that_its_ending_stands_for()
    {
        Assert.That(SheetFormats.OfFile("a/sheet.HTML"), Is.SameAs(SheetFormats.Find("html")));
        Assert.That(SheetFormats.OfFile("sheet.md"), Is.SameAs(SheetFormats.Find("markdown")));
        Assert.That(SheetFormats.OfFile("sheet"), Is.SameAs(SheetFormats.Find("text")));
        Assert.That(SheetFormats.OfFile("sheet.pdf"), Is.Null);
    }

    [TestCase("text", "\f")]
    [TestCase("markdown", "\n---\n")]
    [TestCase("html", "<article class=\"copy\">")]
    public void Each_copy_has_its_number_a_name_line_and_a_page_of_its_own(string format, string start)
    {
        Sheet[] copies = [.. Enumerable.Range(1, 3).Select(copy => Draw(Language.English) with { Copy = copy })];
        StringWriter written = new();
        SheetFormats.Find(format)!.WriteQuestions(copies, written);
        string text = written.ToString();
        Assert.That(Count(text, start), Is.EqualTo(format == "html" ? 3 : 2));
        Assert.That(Count(text, "Name:"), Is.EqualTo(3));
        foreach (Sheet copy in copies)
        {
            Assert.That(text, Does.Contain(copy.OwnTitle));
        }
    }

    [TestCase("text")]
    [TestCase("markdown")]
    [TestCase("html")]
    public void The_key_of_all_copies_has_every_answer_and_the_points(string format)
    {
        Sheet[] copies = [.. Enumerable.Range(1, 2).Select(copy => Draw(Language.Japanese) with { Copy = copy })];
        StringWriter written = new();
        SheetFormats.Find(format)!.WriteKey(copies, written);
        string answer = copies[0].Questions.Last(question => question.Choices.Count == 0).Answer;
        Assert.That(Count(written.ToString(), answer), Is.AtLeast(2));
        Assert.That(Count(written.ToString(), $"{copies[0].Points}点"), Is.EqualTo(2));
    }

    [Test]
    public void Points_are_the_lines_of_the_way_and_half_of_them_for_a_wrong_sign()
    {
        Question delta = Draw(Language.English)
            .Questions.First(question => question.Exercise.Kind == ExerciseKind.HiddenDelta);
        NumberExercise number = (NumberExercise)delta.Exercise;
        string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        double Of(string text) => delta.PointsOf(AnswerCheck.Of(number, text));
        Assert.That(delta.Points, Is.EqualTo(3), "∂ℓ/∂a, f′ and δ");
        Assert.That(Of(Text(number.Answer)), Is.EqualTo(3));
        Assert.That(Of(Text(-number.Answer)), Is.EqualTo(1.5));
        Assert.That(Of(Text(7 * number.Answer)), Is.Zero);
        Assert.That(Of(""), Is.Zero);
    }

    [Test]
    public void After_a_wrong_answer_comes_the_formula_then_the_numbers_then_the_result()
    {
        Sheet sheet = Draw(Language.English);
        Question first = sheet.Questions[0];
        string[] sides = [.. first.Solution[0].Sides.Select(TextSheet.Clean)];
        string[] shown = Ask(sheet, tries: 3, "111", "what?", "222", "333", "q").Split("Your answer: ");
        Assert.That(shown[1], Does.Contain(sides[0]).And.Not.Contain(sides[1]));
        Assert.That(shown[2], Does.Contain("cannot be read").And.Not.Contain(sides[0]), "a typo costs nothing");
        Assert.That(shown[3], Does.Contain(sides[1]).And.Not.Contain($"Answer: {first.Answer}"));
        Assert.That(shown[4], Does.Contain($"Answer: {first.Answer}"));
    }

    [Test]
    public void Right_with_a_hint_is_right_and_counted_so()
    {
        Sheet sheet = Draw(Language.English);
        string answer = sheet.Questions[0].Answer;
        Assert.That(Ask(sheet, 3, answer, "q"), Does.EndWith($"1 of {sheet.Questions.Count} right\n"));
        Assert.That(
            Ask(sheet, 3, "111", answer, "q"),
            Does.EndWith($"1 of {sheet.Questions.Count} right, 1 of them with a hint\n")
        );
        Assert.That(Ask(sheet, 1, "what?", answer, "q"), Does.EndWith($"0 of {sheet.Questions.Count} right\n"));
    }

    private static string Ask(Sheet sheet, int tries, params string[] answers)
    {
        StringWriter output = new() { NewLine = "\n" };
        Queue<string> typed = new(answers);
        new ExerciseDialog(sheet, AnswerCheck.UsualTolerance, output).Ask(
            () => typed.TryDequeue(out string? answer) ? answer : null,
            tries
        );
        return output.ToString();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static Sheet Draw(Language language)
    {
        Recipe recipe = new()
        {
            Hidden = [2],
            Activation = Activation.Tanh,
            Optimizer = new Sgd(0.5),
            Seed = 3,
        };
        Lesson lesson = TypedLesson.Create(
            [
                [0.5, -1],
            ],
            [
                [0.25],
            ],
            recipe,
            null,
            null,
            null
        );
        StepTrace trace = StepTracer.Run(lesson.Network, lesson.Loss, recipe.UpdateRule, lesson.Batch);
        TraceSubject subject = new(lesson, trace, language, new TraceNumbers(6));
        ExerciseKind[] kinds = Enum.GetValues<ExerciseKind>();
        return new Sheet(
            subject,
            1,
            new ExerciseQuestions(subject).All(ExerciseBook.Draw(trace, kinds, 40, new Generator(1)))
        );
    }
}
