using System.Text;
using System.Xml.Linq;
using Tiny.Nn.Activations;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Handouts;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Tests.Drawing;

internal sealed class HandoutTests
{
    [Test]
    public void Filled_it_has_every_number_of_every_sample_and_blank_none_that_is_to_be_calculated(
        [Values] Language language,
        [Values] bool hasMoments
    )
    {
        TraceSubject subject = Step(language, hasMoments ? new Momentum(0.1) : new Sgd(0.1));
        string[] filled = Cells(Page(subject, isBlank: false));
        string[] blank = Cells(Page(subject, isBlank: true));
        foreach (SampleTrace sample in subject.Trace.Samples)
        {
            foreach (LayerTrace layer in sample.Layers)
            {
                double[] calculated =
                [
                    .. layer.Z.Values,
                    .. layer.A.Values,
                    .. layer.Delta.Values,
                    .. layer.DW.Values,
                    .. layer.DB.Values,
                ];
                string[] texts = [.. calculated.Append(sample.Loss).Select(subject.Numbers.Of)];
                Assert.That(filled, Is.SupersetOf(texts));
                Assert.That(blank.Intersect(texts), Is.Empty);
            }
        }
        string[] given = [.. subject.Trace.Update.Before.Values.ToArray().Select(subject.Numbers.Of)];
        string[] after = [.. subject.Trace.Update.After.Values.ToArray().Select(subject.Numbers.Of)];
        Assert.That(filled, Is.SupersetOf(given.Concat(after)));
        Assert.That(blank, Is.SupersetOf(given));
        Assert.That(blank.Intersect(after), Is.Empty);
        Assert.That(blank.Count(cell => cell.Length == 0), Is.GreaterThan(20), "cells to fill in");
    }

    [Test]
    public void Each_formula_stands_there_once_whatever_the_number_of_samples()
    {
        TraceSubject subject = Step(Language.English, new Sgd(0.1));
        HandoutStep[] steps = [.. new HandoutSteps(subject).All];
        foreach (HandoutStep step in steps)
        {
            string[] symbols = [.. step.Samples[0].Select(line => line.Left)];
            Assert.That(step.Samples, Has.Count.EqualTo(3));
            Assert.That(step.Samples.Select(lines => lines.Select(line => line.Left)), Is.All.EqualTo(symbols));
        }
        int formulas = Page(subject, isBlank: true)
            .Descendants()
            .Count(element => (string?)element.Attribute("class") == "line");
        Assert.That(formulas, Is.EqualTo(steps.Sum(step => step.Samples[0].Count)));
    }

    [Test]
    public void A_sketch_of_the_network_has_names_and_no_numbers()
    {
        XElement sketch = NetworkSketch.Of(Step(Language.English, new Sgd(0.1))).Single();
        string[] texts = [.. sketch.Descendants("text").Select(text => text.Value)];
        Assert.That(texts, Has.Member("w⁽¹⁾₂₁").And.Member("a⁽²⁾₁").And.Member("x₂"));
        Assert.That(texts.Where(text => text.Any(char.IsAsciiDigit)), Is.Empty);
    }

    private static XElement Page(TraceSubject subject, bool isBlank)
    {
        using MemoryStream stream = new();
        new HandoutPage(subject, isBlank).Write("tinynn trace", stream);
        string text = Encoding.UTF8.GetString(stream.ToArray());
        return XElement.Parse(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    private static string[] Cells(XElement page) => [.. page.Descendants("td").Select(cell => cell.Value)];

    private static TraceSubject Step(Language language, Optimizer optimizer)
    {
        Recipe recipe = new()
        {
            Hidden = [2],
            Activation = Activation.Tanh,
            Optimizer = optimizer,
        };
        Lesson lesson = TypedLesson.Create(
            [
                [0.31, -0.27],
                [1.13, 0.71],
                [-0.83, 0.47],
            ],
            [
                [0.29],
                [0.91],
                [0.13],
            ],
            recipe,
            Activation.Sigmoid,
            null,
            null
        );
        StepTrace trace = StepTracer.Run(lesson.Network, lesson.Loss, recipe.UpdateRule, lesson.Batch, 2);
        return new TraceSubject(lesson, trace, language, new TraceNumbers(7));
    }
}
