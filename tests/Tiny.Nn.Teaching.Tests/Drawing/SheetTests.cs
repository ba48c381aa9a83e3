using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Experiments;
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
            Is.EqualTo(8),
            "all but softmax"
        );
    }

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
