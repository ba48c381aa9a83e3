using System.Numerics;
using Tiny.Nn.Checkpoints;

namespace Tiny.Nn.Training;

/// <summary>Makes the steps of a training under way.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface IStepper<T> : IResumable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many steps were made.</summary>
    long Steps { get; }

    /// <summary>η of the last step.</summary>
    double LearningRate { get; }

    /// <summary>One step.</summary>
    /// <param name="batch">The samples, with their targets.</param>
    /// <returns>The batch's objective before the update.</returns>
    T Step(in Batch<T> batch);

    /// <summary>Tells how an epoch ended.</summary>
    /// <param name="loss">The monitored loss.</param>
    void EndEpoch(double loss);
}
