using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Exports.Formulas;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>From the cells of a row to the inputs of a network.</summary>
internal static class EncodingSteps
{
    /// <summary>Adds the steps of an encoding.</summary>
    /// <param name="plan">Receives them.</param>
    /// <param name="encoding">The encoding.</param>
    /// <param name="schema">The features as the cells are counted by.</param>
    /// <param name="cells">The cells of a row.</param>
    /// <param name="prefix">What the names of its tables begin with.</param>
    /// <param name="largest">The largest number of the network's type.</param>
    /// <returns>The inputs.</returns>
    internal static Vector Add(
        PlanBuilder plan,
        TableEncoding encoding,
        IReadOnlyList<Feature> schema,
        Vector cells,
        string prefix,
        double largest
    )
    {
        Vector CountedWords(int column, int places)
        {
            Vector counts = PlanBuilder.Scratch(Width.Wide, places);
            plan.Add(new CountWords(counts.Whole, column, encoding.Schema[column].Name));
            return counts;
        }

        Scaling scaling = encoding.Scaling;
        List<EncodedInput> inputs = [];
        foreach (FeatureEncoding part in encoding.Parts)
        {
            foreach (EncodedInput input in EncodedInput.Of(part, schema[part.Source], cells, CountedWords))
            {
                inputs.Add(Scale(input, scaling, inputs.Count, largest, part.IsAmount));
            }
        }
        Vector result = PlanBuilder.Scratch(Width.Network, inputs.Count);
        for (int first = 0, end; first < inputs.Count; first = end)
        {
            int? step = null;
            for (end = first + 1; end < inputs.Count && inputs[end - 1].GoesOn(inputs[end], step); end++)
            {
                step = inputs[end].At - inputs[end - 1].At;
            }
            Slice target = new(result, first, end - first);
            if (inputs[first].Landmarks.IsEmpty)
            {
                AddRun(plan, inputs[first..end], step, target, prefix);
            }
            else
            {
                AddRanks(plan, inputs[first..end], step, target, prefix);
            }
        }
        return result;
    }

    private static EncodedInput Scale(EncodedInput input, Scaling scaling, int place, double largest, bool isAmount)
    {
        double spread = scaling.Spread[place];
        bool isByQuantiles = scaling.Kind == ScalingKind.Quantile;
        return isByQuantiles && spread > 0 && !scaling.Landmarks[place].IsEmpty ? input.Rank(scaling.Landmarks[place])
            : isByQuantiles ? input.Scale(0, spread > 0 ? 1 : 0, isClipped: false, largest, isAmount)
            : input.Scale(
                scaling.Center[place],
                double.IsNormal(spread) ? 1 / spread : 0,
                scaling.Kind == ScalingKind.Robust,
                largest,
                isAmount
            );
    }

    /// <summary>Inputs that are scaled by quantiles: their places among these, the shares of rows below them, and what of a normal distribution has such shares below it.</summary>
    private static void AddRanks(PlanBuilder plan, List<EncodedInput> run, int? step, Slice target, string prefix)
    {
        Vector share = PlanBuilder.Scratch(Width.Wide, run.Count);
        Vector tail = PlanBuilder.Scratch(Width.Wide, run.Count);
        string about = run.Count == 1 ? run[0].Feature : $"{run[0].Feature} to {run[^1].Feature}";
        AddRun(plan, run, step, share.Whole, prefix);
        Table landmarks = plan.Table($"{prefix}landmarks", Width.Wide, run.SelectMany(input => input.Landmarks));
        Rank rank = new(share.Whole, landmarks, share.Whole, about);
        plan.Add(rank);
        Each shares = new(share.Whole);
        plan.Map(share.Whole, Width.Wide, "share below", new ShareBelow(rank.Count), about, ("place", shares));
        plan.Map(tail.Whole, Width.Wide, "tail logarithm", default(TailLogarithm), about, ("p", shares));
        plan.Map(target, Width.Wide, "normal", default(NormalOf), about, ("p", shares), ("l", new Each(tail.Whole)));
    }

    private static void AddRun(PlanBuilder plan, List<EncodedInput> run, int? step, Slice target, string prefix)
    {
        EncodedInput head = run[0];
        Operand source = step is 0
            ? new Same(head.Source, head.At)
            : new Each(new Slice(head.Source, head.At, run.Count));
        string about = step is 1 ? $"{head.Feature} to {run[^1].Feature}" : head.Feature;
        plan.Map(
            target,
            Width.Wide,
            head.Name,
            head.Formula,
            about,
            [
                ("x", source),
                .. head.Constants.Select(
                    (constant, place) =>
                        (
                            constant.Name,
                            (Operand)
                                new Listed(
                                    plan.Table(
                                        $"{prefix}{constant.Name}",
                                        Width.Wide,
                                        run.Select(input => input.Constants[place].Value)
                                    )
                                )
                        )
                ),
            ]
        );
    }
}
