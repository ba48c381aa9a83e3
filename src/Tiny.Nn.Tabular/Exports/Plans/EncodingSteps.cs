using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
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
    /// <exception cref="ExportException">The inputs are scaled by quantiles.</exception>
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
        if (scaling.Kind == ScalingKind.Quantile)
        {
            throw new ExportException(
                "The inputs are scaled by their quantiles, which is a search in a table for each number, and no language has that here.",
                $"scaling {scaling.Kind}",
                "Train with another scaling: robust holds far numbers back as well."
            );
        }
        List<EncodedInput> inputs = [];
        foreach (FeatureEncoding part in encoding.Parts)
        {
            foreach (EncodedInput input in EncodedInput.Of(part, schema[part.Source], cells, CountedWords))
            {
                double spread = scaling.Spread[inputs.Count];
                inputs.Add(
                    input.Scale(
                        scaling.Center[inputs.Count],
                        double.IsNormal(spread) ? 1 / spread : 0,
                        scaling.Kind == ScalingKind.Robust,
                        largest,
                        part.IsAmount
                    )
                );
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
            AddRun(plan, inputs[first..end], step, new Slice(result, first, end - first), prefix);
        }
        return result;
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
