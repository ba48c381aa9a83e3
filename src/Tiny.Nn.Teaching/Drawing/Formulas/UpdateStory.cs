using System.Globalization;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What becomes of the samples' gradients: their mean, penalty, clipping, and the update.</summary>
internal sealed class UpdateStory(TraceSubject subject)
{
    private readonly StepTrace trace = subject.Trace;
    private readonly TraceNumbers numbers = subject.Numbers;
    private readonly UpdateFormulas update = new(subject.Trace, subject.Numbers);

    internal IEnumerable<TraceSection> Sections =>
        [.. trace.Samples.Count > 1 ? Mean() : [], .. Penalized(), .. Clipped(), Update()];

    private IEnumerable<TraceSection> Mean()
    {
        string count = Count(trace.Samples.Count);
        TraceLine mean = new(
            "L",
            $"({string.Join(" + ", Enumerable.Range(1, trace.Samples.Count).Select(i => Notation.Mark("ℓ", null, i)))})/{count}",
            $"({numbers.Sum(trace.Samples.Select(sample => sample.Loss))})/{count}",
            numbers.Of(trace.MeanLoss)
        );
        yield return new TraceSection(
            1,
            Say(TraceCaptions.MeanTitle),
            Say(TraceCaptions.MeanNote),
            [mean, .. TracedParameter.All(trace).Select(MeanOf)]
        );
    }

    /// <summary>The mean over the batch of the derivatives by one parameter.</summary>
    internal TraceLine MeanOf(TracedParameter parameter)
    {
        string count = Count(trace.Samples.Count);
        return new TraceLine(
            $"∂L/∂{parameter.Symbol}",
            $"({numbers.Sum(trace.Samples.Select(sample => sample.Gradient[parameter.Place, 0]))})/{count}",
            numbers.Of(trace.MeanGradient[parameter.Place, 0])
        );
    }

    private IEnumerable<TraceSection> Penalized()
    {
        if (trace.Rule.Penalty is { L1: 0, L2: 0 })
        {
            yield break;
        }
        string l1 = numbers.Of(trace.Rule.Penalty.L1);
        string l2 = numbers.Of(trace.Rule.Penalty.L2);
        yield return new TraceSection(
            1,
            Say(TraceCaptions.PenaltyTitle),
            $"{Say(TraceCaptions.PenaltyNote)} λ₁ = {l1}, λ₂ = {l2}",
            [
                .. TracedParameter
                    .All(trace)
                    .Where(parameter => parameter.Input is not null)
                    .Select(parameter =>
                    {
                        double w = trace.Update.Before[parameter.Place, 0];
                        return new TraceLine(
                            "g",
                            $"∂L/∂{parameter.Symbol} + λ₁·sign({parameter.Symbol}) + λ₂·{parameter.Symbol}",
                            $"{numbers.Of(trace.MeanGradient[parameter.Place, 0])} + {l1}·{numbers.In(Math.Sign(w))} + {l2}·{numbers.In(w)}",
                            numbers.Of(trace.PenalizedGradient[parameter.Place, 0])
                        );
                    }),
            ]
        );
    }

    private IEnumerable<TraceSection> Clipped()
    {
        if (trace.Rule.Clipping is ClipByNorm clip)
        {
            double length = Math.Sqrt(trace.PenalizedGradient.Values.ToArray().Sum(g => g * g));
            TraceLine line = new(
                "g",
                "g·min(1, c/‖g‖)",
                $"g·min(1, {numbers.Of(clip.MaximumNorm)}/{numbers.Of(length)})",
                $"g·{numbers.Of(Math.Min(1, clip.MaximumNorm / length))}"
            )
            {
                Sign = "←",
            };
            yield return new TraceSection(1, Say(TraceCaptions.ClipTitle), Say(TraceCaptions.ClipNote), [line]);
        }
        if (trace.Rule.Clipping is ClipByValue bound)
        {
            yield return new TraceSection(
                1,
                Say(TraceCaptions.ClipTitle),
                $"{Say(TraceCaptions.BoundNote)} c = {numbers.Of(bound.MaximumMagnitude)}",
                [.. TracedParameter.All(trace).Where(IsHeld).Select(Held)]
            );
        }
    }

    private bool IsHeld(TracedParameter parameter) =>
        trace.Update.Gradient[parameter.Place, 0] != trace.PenalizedGradient[parameter.Place, 0];

    /// <summary>A derivative that lay outside the bound.</summary>
    private TraceLine Held(TracedParameter parameter)
    {
        double before = trace.PenalizedGradient[parameter.Place, 0];
        return new TraceLine(
            $"g({parameter.Symbol})",
            "max(−c, min(c, g))",
            $"max(−c, min(c, {numbers.Of(before)}))",
            numbers.Of(trace.Update.Gradient[parameter.Place, 0])
        )
        {
            Sign = "←",
        };
    }

    /// <summary>What the optimizer does, in words and in symbols, and its settings.</summary>
    internal string Rule => $"{Say(TraceCaptions.UpdateNote)} {string.Join("; ", update.Rules)}. {update.Settings}";

    /// <summary>Every parameter before and after the update, with its derivative and what the optimizer gathers of it.</summary>
    internal TraceGrid Grid =>
        new(
            [
                Say(TraceCaptions.Parameter),
                Say(TraceCaptions.Before),
                "g",
                .. update.Moments.SelectMany(m =>
                    new[] { $"{m} {Say(TraceCaptions.Before)}", $"{m} {Say(TraceCaptions.After)}" }
                ),
                Say(TraceCaptions.After),
            ],
            [.. TracedParameter.All(trace).Select(Row)]
        );

    private TraceSection Update()
    {
        TracedParameter[] parameters = [.. TracedParameter.All(trace)];
        bool hasMoments = update.Moments.Count > 0;
        return new TraceSection(
            1,
            subject.Titled(Say(TraceCaptions.UpdateTitle), trace.Update.Optimizer.Name),
            Rule,
            hasMoments ? [.. update.Lines(parameters[0])] : [.. parameters.SelectMany(update.Lines)]
        )
        {
            Grid = hasMoments ? Grid : null,
        };
    }

    private string[] Row(TracedParameter parameter)
    {
        int place = parameter.Place;
        UpdateTrace made = trace.Update;
        return
        [
            parameter.Symbol,
            numbers.Of(made.Before[place, 0]),
            numbers.Of(made.Gradient[place, 0]),
            .. made
                .MomentsBefore.Zip(made.MomentsAfter)
                .SelectMany(pair => new[] { numbers.Of(pair.First[place, 0]), numbers.Of(pair.Second[place, 0]) }),
            numbers.Of(made.After[place, 0]),
        ];
    }

    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Say(Caption caption) => subject.Say(caption);
}
