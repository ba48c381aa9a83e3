using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Teaching.Tests.Lessons;

internal sealed class LessonScalingTests
{
    private const string Grades = "hours,sex,sleep,grade\n2,f,8,bad\n3,m,7,bad\n4,f,6,good\n6,m,7,good\n3,f,5,bad\n";
    private const string Prices = "rooms,price\n1,100\n2,180\n3,330\n5,420\n";

    [TestCase(ScalingKind.Standard)]
    [TestCase(ScalingKind.MinMax)]
    public void What_the_network_sees_is_the_cell_less_a_center_over_a_spread(ScalingKind kind)
    {
        Lesson lesson = Read(Grades, "grade", kind, 3, 1);
        LessonScaling scaling = lesson.Scaling!;
        Assert.That(scaling.Kind, Is.EqualTo(kind));
        Assert.That(lesson.InputNames, Is.EqualTo(["hours", "sex=f", "sleep"]));
        Assert.That(scaling.Inputs[1], Is.Null, "a category is not scaled");
        Assert.That(scaling.RawInputs.Column(0).ToArray(), Is.EqualTo([4, 1, 6]), "row 3");
        Assert.That(scaling.RawInputs.Column(1).ToArray(), Is.EqualTo([2, 1, 8]), "row 1");
        foreach (int input in new[] { 0, 2 })
        {
            ColumnScale scale = scaling.Inputs[input]!;
            for (int sample = 0; sample < 2; sample++)
            {
                double expected = (scaling.RawInputs[input, sample] - scale.Center) / scale.Spread;
                Assert.That(lesson.Batch.Inputs[input, sample], Is.EqualTo(expected).Within(1e-12));
            }
        }
    }

    [Test]
    public void The_formula_has_the_cell_and_the_statistics_of_its_column_put_in()
    {
        Lesson lesson = Read(Grades, "grade", ScalingKind.Standard, 1);
        ScalingFormulas formulas = new(lesson.Scaling!, lesson.InputNames, new TraceNumbers(4));
        TraceLine[] lines =
        [
            .. formulas.Lines(0, lesson.Batch.Inputs.Slice(0, 1), lesson.Batch.Targets.Slice(0, 1), Language.English),
        ];
        Assert.That(lines.Select(line => Notation.ToText(line.Left)), Is.EqualTo(["x₁", "x₃"]));
        Assert.That(lines[0].Sides, Is.EqualTo(["(hours − 3.6)/1.356", "(2 − 3.6)/1.356", "−1.18"]));
        Assert.That(formulas.Raw(0, Language.English), Is.EqualTo(["hours = 2", "sleep = 8"]));
    }

    [Test]
    public void A_target_number_is_standardized_unless_the_inputs_stand_as_they_are()
    {
        Lesson lesson = Read(Prices, "price", ScalingKind.Standard, 2);
        ColumnScale target = lesson.Scaling!.Target!;
        Assert.That(lesson.Scaling.RawTargets, Is.EqualTo([180]));
        Assert.That(lesson.Batch.Targets[0, 0], Is.EqualTo((180 - target.Center) / target.Spread).Within(1e-12));
        Assert.That(Read(Prices, "price", ScalingKind.None, 2).Scaling, Is.Null);
    }

    [Test]
    public void Typed_samples_are_not_scaled() =>
        Assert.That(
            TypedLesson
                .Create(
                    [
                        [1],
                    ],
                    [
                        [1],
                    ],
                    new Recipe(),
                    null,
                    null,
                    null
                )
                .Scaling,
            Is.Null
        );

    [Test]
    public void Of_a_trained_model_it_is_what_training_learned()
    {
        Table table = CsvText.Read(Grades, "grade");
        Recipe recipe = new()
        {
            Epochs = 1,
            TestFraction = 0,
            ValidationFraction = 0,
        };
        Model<float> model = Experiment.Run<float>(table, recipe).Model;
        LessonScaling scaling = TrainedLesson.Create(model, table, recipe).Scaling!;
        Assert.That(scaling.Inputs[0]!.Center, Is.EqualTo(model.Encoding.Scaling.Center[0]));
        Assert.That(scaling.RawInputs.Column(3).ToArray(), Is.EqualTo([6, -1, 7]));
    }

    private static Lesson Read(string csv, string target, ScalingKind kind, params int[] rows)
    {
        bool isNumber = target == "price";
        Table table = CsvText.Read(csv, target);
        Recipe recipe = new()
        {
            Hidden = [2],
            Kind = isNumber ? TargetKind.Regression : TargetKind.Classification,
            Encoding = new EncodingOptions { Scaling = kind },
            TestFraction = 0,
            ValidationFraction = 0,
        };
        return new TableLesson(recipe, null, null, null).Read(table).Choose(table, rows);
    }
}
