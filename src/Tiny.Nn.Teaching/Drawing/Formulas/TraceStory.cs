using System.Globalization;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>A step as sections, in the order in which it happens: forward, loss, backward, mean, update.</summary>
internal sealed class TraceStory(TraceSubject subject)
{
    private readonly StepTrace trace = subject.Trace;
    private readonly TraceNumbers numbers = subject.Numbers;
    private readonly UpdateFormulas update = new(subject.Trace, subject.Numbers);
    private readonly LossFormulas loss = new(subject.Trace.Loss, subject.Numbers);

    /// <summary>Names and values that say what is shown.</summary>
    internal IReadOnlyList<(string Name, string Value)> Facts =>
        [
            (
                Say(TraceCaptions.Data),
                subject.Lesson.Source.Length > 0 ? subject.Lesson.Source : Say(TraceCaptions.Typed)
            ),
            (Say(TraceCaptions.Sizes), trace.Network.Architecture.ToString()),
            (Say(TraceCaptions.Inputs), Named("x", subject.Lesson.InputNames)),
            (Say(TraceCaptions.Outputs), Named("a", subject.Lesson.OutputNames)),
            .. Scaling is null
                ? []
                : new[] { (Say(TraceCaptions.Scaling), string.Join(", ", Scaling.Rules(subject.Language))) },
            (Say(TraceCaptions.Loss), $"{trace.Loss.Name}, {loss.Definition}"),
            (Say(TraceCaptions.Optimizer), $"{trace.Update.Optimizer.Name}, {update.Settings}"),
            (Say(TraceCaptions.StepNumber), Count(trace.Update.Number)),
        ];

    /// <summary>How the numbers of the file became those that the network sees; null where they are the same.</summary>
    internal ScalingFormulas? Scaling =>
        subject.Lesson.Scaling is { } scaling ? new ScalingFormulas(scaling, subject.Lesson.InputNames, numbers) : null;

    internal IEnumerable<TraceSection> Sections =>
        [
            .. trace.Samples.Index().SelectMany(sample => Sample(sample.Item, sample.Index)),
            .. new UpdateStory(subject).Sections,
        ];

    /// <summary>The chain rule for one parameter in every sample, and its update.</summary>
    internal TraceSection Chain(TracedParameter parameter)
    {
        ChainFormulas chain = new(trace, numbers);
        List<TraceLine> lines = [];
        for (int i = 0; i < trace.Samples.Count; i++)
        {
            if (trace.Samples.Count > 1)
            {
                string name = Say(TraceCaptions.SampleNumber(i + 1));
                lines.Add(new TraceLine(name, "ℓ", numbers.Of(trace.Samples[i].Loss)) { Sign = ":" });
            }
            lines.AddRange(chain.Lines(parameter, i));
        }
        if (trace.Samples.Count > 1)
        {
            lines.Add(new UpdateStory(subject).MeanOf(parameter));
        }
        return new TraceSection(
            2,
            $"{Say(TraceCaptions.ChainTitle)} {parameter.Symbol}",
            "",
            [.. lines, .. update.Lines(parameter)]
        );
    }

    private IEnumerable<TraceSection> Sample(SampleTrace sample, int number)
    {
        yield return new TraceSection(
            1,
            subject.Titled(SampleTitle(number), Say(TraceCaptions.Forward)),
            Vectors(sample),
            []
        );
        if (Scaling is { } scaling)
        {
            yield return new TraceSection(
                2,
                Say(TraceCaptions.ScalingTitle),
                number == 0 ? $"{scaling.Note.In(subject.Language)} {Say(TraceCaptions.ScalingNote)}" : "",
                [.. scaling.Lines(number, sample.Input, sample.Target, subject.Language)]
            );
        }
        ForwardFormulas forward = new(numbers);
        foreach ((int i, LayerTrace layer) in sample.Layers.Index())
        {
            string note = FunctionWords.Of(layer.Activation).Value;
            yield return new TraceSection(
                2,
                LayerTitle(sample, i),
                i == 0 && number == 0 ? $"{Say(TraceCaptions.ForwardNote)} {note}" : note,
                [.. forward.Layer(layer, i + 1)]
            );
        }
        yield return new TraceSection(
            2,
            Say(TraceCaptions.LossTitle),
            loss.Definition,
            [.. loss.Value(sample, sample.Layers.Count)]
        );
        yield return new TraceSection(1, subject.Titled(SampleTitle(number), Say(TraceCaptions.Backward)), "", []);
        foreach (TraceSection section in Backward(sample))
        {
            yield return section;
        }
    }

    private IEnumerable<TraceSection> Backward(SampleTrace sample)
    {
        BackwardFormulas backward = new(numbers);
        int last = sample.Layers.Count;
        LayerTrace output = sample.Layers[^1];
        yield return new TraceSection(
            2,
            Say(TraceCaptions.OutputTitle),
            output.IsElementwise
                ? $"{Say(TraceCaptions.OutputNote)} {SlopeNote(output)}"
                : $"{Say(TraceCaptions.OutputNote)} {Say(TraceCaptions.JacobianNote)}",
            [
                .. loss.Slopes(sample, last),
                .. backward.Slopes(output, last),
                .. backward.Deltas(
                    output,
                    last,
                    i => sample.IsFused ? sample.DeltaInTwoSteps[i, 0] : output.Delta[i, 0]
                ),
            ]
        )
        {
            Grid = backward.Jacobian(output, last),
        };
        if (sample.IsFused)
        {
            yield return new TraceSection(
                2,
                Say(TraceCaptions.CollapsedTitle),
                $"{Say(TraceCaptions.CollapsedNote)} {Agreement(sample)}",
                [.. loss.Collapsed(sample, last)]
            );
        }
        for (int l = last; l >= 1; l--)
        {
            LayerTrace layer = sample.Layers[l - 1];
            if (l < last)
            {
                yield return new TraceSection(
                    2,
                    subject.Titled(LayerTitle(sample, l - 1), "δ"),
                    layer.IsElementwise
                        ? $"{Say(TraceCaptions.HiddenNote)} {SlopeNote(layer)}"
                        : $"{Say(TraceCaptions.HiddenNote)} {Say(TraceCaptions.JacobianNote)}",
                    [
                        .. backward.Returns(layer, sample.Layers[l], l),
                        .. backward.Slopes(layer, l),
                        .. backward.Deltas(layer, l, i => layer.Delta[i, 0]),
                    ]
                )
                {
                    Grid = backward.Jacobian(layer, l),
                };
            }
            yield return new TraceSection(
                2,
                subject.Titled(LayerTitle(sample, l - 1), Say(TraceCaptions.Gradients)),
                "",
                [.. backward.Gradients(layer, l)]
            );
        }
    }

    private string Agreement(SampleTrace sample)
    {
        double[] differences =
        [
            .. Enumerable
                .Range(0, sample.DeltaInTwoSteps.Rows)
                .Select(i => Math.Abs(sample.DeltaInTwoSteps[i, 0] - sample.Layers[^1].Delta[i, 0])),
        ];
        return differences.All(double.IsFinite)
            ? $"{Say(TraceCaptions.AgreeNote)}: {differences.Max().ToString("0.#e0", CultureInfo.InvariantCulture)}."
            : Say(TraceCaptions.BreakNote);
    }

    private string SampleTitle(int number)
    {
        string title = Say(TraceCaptions.SampleNumber(number + 1));
        return subject.Lesson.Lines.Count == 0
            ? title
            : title + Say(TraceCaptions.RowAndLine(subject.Lesson.Rows[number], subject.Lesson.Lines[number]));
    }

    private string Vectors(SampleTrace sample)
    {
        string x = string.Join(", ", sample.Input.Values.ToArray().Select(numbers.Of));
        string t = string.Join(", ", sample.Target.Values.ToArray().Select(numbers.Of));
        return $"{Say(TraceCaptions.Input)} x = ({x}), {Say(TraceCaptions.Target)} t = ({t})";
    }

    private string LayerTitle(SampleTrace sample, int layer) =>
        $"{Say(TraceCaptions.LayerNumber(layer + 1))} ({sample.Layers[layer].Activation})";

    private static string SlopeNote(LayerTrace layer) => FunctionWords.Of(layer.Activation).Slope;

    /// <summary>Symbols and what they stand for; typed samples have no names.</summary>
    private string Named(string letter, IReadOnlyList<string> names) =>
        string.Join(
            ", ",
            names.Select(
                (name, i) => Notation.Mark(letter, null, i + 1) + (subject.Lesson.Source.Length > 0 ? $" {name}" : "")
            )
        );

    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Say(Caption caption) => subject.Say(caption);
}
