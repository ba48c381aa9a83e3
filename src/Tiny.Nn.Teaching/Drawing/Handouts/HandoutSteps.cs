using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Handouts;

/// <summary>The parts of a step in the order in which they are calculated: forward, loss, backward, and the mean over the batch.</summary>
internal sealed class HandoutSteps(TraceSubject subject)
{
    private readonly StepTrace trace = subject.Trace;
    private readonly ForwardFormulas forward = new(subject.Numbers);
    private readonly BackwardFormulas backward = new(subject.Numbers);
    private readonly LossFormulas loss = new(subject.Trace.Loss, subject.Numbers);

    internal IEnumerable<HandoutStep> All
    {
        get
        {
            int last = trace.Samples[0].Layers.Count;
            for (int l = 1; l <= last; l++)
            {
                int number = l;
                yield return Step(
                    subject.Titled(Layer(l), subject.Say(TraceCaptions.Forward)),
                    sample => forward.Layer(sample.Layers[number - 1], number)
                );
            }
            yield return Step(subject.Say(TraceCaptions.LossTitle), sample => loss.Value(sample, last));
            yield return Step(subject.Say(TraceCaptions.OutputTitle), sample => Output(sample, last));
            for (int l = last; l >= 1; l--)
            {
                int number = l;
                if (l < last)
                {
                    yield return Step(subject.Titled(Layer(l), "δ"), sample => Hidden(sample, number));
                }
                yield return Step(
                    subject.Titled(Layer(l), subject.Say(TraceCaptions.Gradients)),
                    sample => backward.Gradients(sample.Layers[number - 1], number)
                );
            }
        }
    }

    /// <summary>δ of the output: in one step where training takes it so, else by the chain rule.</summary>
    private IEnumerable<TraceLine> Output(SampleTrace sample, int last)
    {
        LayerTrace layer = sample.Layers[^1];
        return sample.IsFused
            ? loss.Collapsed(sample, last)
            :
            [
                .. loss.Slopes(sample, last),
                .. backward.Slopes(layer, last),
                .. backward.Deltas(layer, last, i => layer.Delta[i, 0]),
            ];
    }

    private IEnumerable<TraceLine> Hidden(SampleTrace sample, int l)
    {
        LayerTrace layer = sample.Layers[l - 1];
        return
        [
            .. backward.Returns(layer, sample.Layers[l], l),
            .. backward.Slopes(layer, l),
            .. backward.Deltas(layer, l, i => layer.Delta[i, 0]),
        ];
    }

    private HandoutStep Step(string title, Func<SampleTrace, IEnumerable<TraceLine>> lines) =>
        new(title, [.. trace.Samples.Select(sample => lines(sample).ToArray())]);

    private string Layer(int l) =>
        $"{subject.Say(TraceCaptions.LayerNumber(l))} ({trace.Samples[0].Layers[l - 1].Activation})";
}
