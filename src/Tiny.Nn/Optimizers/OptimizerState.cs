using System.Numerics;

namespace Tiny.Nn.Optimizers;

/// <summary>The moments that an optimizer has accumulated over the steps so far. <see cref="Optimizer.CreateState{T}"/> makes it.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class OptimizerState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[][] moments;

    /// <param name="moments">How many moments there are per parameter.</param>
    /// <param name="parameterCount">How many parameters the network has.</param>
    internal OptimizerState(int moments, int parameterCount)
    {
        this.moments = new T[moments][];
        for (int i = 0; i < moments; i++)
        {
            this.moments[i] = new T[parameterCount];
        }
    }

    /// <summary>How many steps were made.</summary>
    public long Steps { get; internal set; }

    /// <summary>How many moments there are.</summary>
    internal int Moments => moments.Length;

    /// <summary>One of the moments, a number per parameter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The optimizer that the state was made for has no such moment.</exception>
    public Span<T> Moment(int index) =>
        (uint)index < (uint)moments.Length
            ? moments[index]
            : throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                $"The state is of an optimizer with {moments.Length} moments: make one for the optimizer that is used."
            );

    /// <summary>Counts a step: <see cref="Optimizer.Update{T}"/> calls it once.</summary>
    /// <returns>Its number, from 1 on: the t of the formulas.</returns>
    public long BeginStep() => ++Steps;
}
