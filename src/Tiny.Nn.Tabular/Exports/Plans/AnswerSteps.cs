using Tiny.Nn.Tabular.Exports.Formulas;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>From the outputs of networks to the answer of a model.</summary>
/// <param name="plan">Receives the steps.</param>
internal sealed class AnswerSteps(PlanBuilder plan)
{
    private const string Mean = "mean of the networks";
    private const string Blend = "blend of the bags";
    private const string Calibrated = "calibration";

    /// <summary>The mean of the outputs of a bag's networks, each of which stands behind the steps that make it.</summary>
    /// <param name="outputs">Makes the outputs of one network after the other.</param>
    /// <param name="count">How many networks there are.</param>
    internal Vector MeanOf(IEnumerable<Vector> outputs, int count)
    {
        double share = 1.0 / count;
        Vector? sum = null;
        foreach (Vector output in outputs)
        {
            if (count == 1)
            {
                return output;
            }
            if (sum is null)
            {
                sum = PlanBuilder.Scratch(Width.Wide, output.Length);
                plan.Map(sum.Whole, Width.Wide, "weighed", new Weighed(share), Mean, ("a", new Each(output.Whole)));
            }
            else
            {
                AddWeighed(sum.Whole, output.Whole, share, Mean);
            }
        }
        return sum!;
    }

    /// <summary>One output for two classes is the probability of the second.</summary>
    internal void Spread(Vector outputs, Slice answer)
    {
        if (outputs.Length == answer.Length)
        {
            Copy(outputs.Whole, answer, "the answer");
            return;
        }
        Each p = new(outputs.Whole);
        Slice first = answer with { Length = 1 };
        plan.Map(first, Width.Wide, "complement", default(Complement), "the first of two classes", ("p", p));
        Copy(outputs.Whole, first with { Start = answer.Start + 1 }, "the second of two classes");
    }

    /// <summary>The first bag's answer becomes its share of the whole.</summary>
    internal void Begin(Slice answer, double share) =>
        plan.Map(answer, Width.Wide, "times factor", new TimesFactor(share), Blend, ("x", new Each(answer)));

    /// <summary>Another bag's answer is added.</summary>
    internal void Join(Slice answer, Slice more, double share) => AddWeighed(answer, more, share, Blend);

    /// <summary>Numbers as a network learned them become numbers in the unit of the target.</summary>
    internal void ToUnits(Slice answer, NumberTarget target)
    {
        (double least, double most) = target.Range ?? (double.NegativeInfinity, double.PositiveInfinity);
        InUnits formula = new(target.Scaling.Scale[0], target.Scaling.Mean[0], least, most);
        plan.Map(answer, Width.Wide, "in units", formula, "the target's scale", ("y", new Each(answer)));
    }

    /// <summary>p ← (1 − u)·p^β/Σ p^β + u/K.</summary>
    internal void Calibrate(Slice answer, Calibration calibration)
    {
        if (calibration == Calibration.None)
        {
            return;
        }
        Vector one = PlanBuilder.Scratch(Width.Wide, 1);
        Same same = new(one, 0);
        Each each = new(answer);
        plan.Add(new Reduce(one.Whole, Reduction.Largest, answer, Calibrated));
        plan.Map(answer, Width.Wide, "quotient", default(Quotient), Calibrated, ("x", each), ("y", same));
        plan.Map(answer, Width.Wide, "power", new Power(calibration.InverseTemperature), Calibrated, ("p", each));
        plan.Add(new Reduce(one.Whole, Reduction.FoldedSum, answer, Calibrated));
        ShareOf share = new(1 - calibration.UniformShare);
        plan.Map(one.Whole, Width.Wide, "share of", share, Calibrated, ("x", same));
        TimesPlusRest rest = new(calibration.UniformShare / answer.Length);
        plan.Map(answer, Width.Wide, "times plus rest", rest, Calibrated, ("p", each), ("f", same));
    }

    private void Copy(Slice from, Slice to, string about) =>
        plan.Map(to, Width.Wide, "given", default(Given), about, ("x", new Each(from)));

    private void AddWeighed(Slice sum, Slice more, double weight, string about) =>
        plan.Map(
            sum,
            Width.Wide,
            "plus weighed",
            new PlusWeighed(weight),
            about,
            ("s", new Each(sum)),
            ("a", new Each(more))
        );
}
