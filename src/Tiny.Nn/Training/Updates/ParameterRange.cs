using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training.Updates;

/// <summary>Neighbouring parameters that an update treats alike: the same learning rate, all of them decaying or none.</summary>
/// <param name="start">How many parameters precede them in θ.</param>
/// <param name="length">How many there are.</param>
/// <param name="rateFactor">What their learning rate is multiplied by.</param>
/// <param name="decays">Whether weight decay applies to them.</param>
/// <param name="state">What the optimizer remembers of them.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ParameterRange<T>(int start, int length, double rateFactor, bool decays, OptimizerState<T> state)
    : IResumable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal double RateFactor => rateFactor;

    internal bool Decays => decays;

    internal OptimizerState<T> State => state;

    /// <summary>Their part of a vector of all parameters.</summary>
    internal Span<T> Of(Span<T> all) => all.Slice(start, length);

    public void Save(BinaryWriter writer)
    {
        writer.Write(state.Steps);
        for (int i = 0; i < state.Moments; i++)
        {
            writer.WriteAll<T>(state.Moment(i));
        }
    }

    public void Restore(BinaryReader reader)
    {
        state.Steps = reader.ReadInt64();
        for (int i = 0; i < state.Moments; i++)
        {
            reader.ReadAll(state.Moment(i));
        }
    }

    /// <summary>The parameters of a network as so few ranges as a rule allows: a single one where it treats all alike.</summary>
    internal static ParameterRange<T>[] Split(SequentialNetwork<T> network, UpdateRule rule)
    {
        List<ParameterRange<T>> ranges = [];
        int all = network.Parameters.Rows;
        int start = 0;
        (double Factor, bool Decays) kind =
            network.Blocks.Count > 0 ? KindOf(network.Blocks[0].Role, rule) : (1, false);
        foreach (ParameterBlock block in network.Blocks)
        {
            (double, bool) next = KindOf(block.Role, rule);
            if (next != kind)
            {
                Add(block.Start);
                (start, kind) = (block.Start, next);
            }
        }
        Add(all);
        return [.. ranges];

        void Add(int end)
        {
            OptimizerState<T> state = rule.Optimizer.CreateState<T>(end - start);
            ranges.Add(new ParameterRange<T>(start, end - start, kind.Factor, kind.Decays, state));
        }
    }

    private static (double Factor, bool Decays) KindOf(ParameterRole role, UpdateRule rule) =>
        (FactorOf(role, rule.RateFactors), rule.Decay is not null && role != ParameterRole.Bias);

    private static double FactorOf(ParameterRole role, RateFactors factors) =>
        role switch
        {
            ParameterRole.Weight => factors.Weight,
            ParameterRole.Bias => factors.Bias,
            ParameterRole.Scale => factors.Scale,
            ParameterRole.Slope => factors.Slope,
            ParameterRole.Embedding => factors.Embedding,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Such numbers are not trained."),
        };
}
