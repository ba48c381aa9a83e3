namespace Tiny.Nn.Checkpoints;

/// <summary>A training that goes on step by step, and may be interrupted between two of them.</summary>
/// <typeparam name="TReport">What is told at the end of an epoch.</typeparam>
internal interface IUnderWay<TReport> : IResumable
    where TReport : class
{
    /// <summary>True where no step is left to make.</summary>
    bool IsOver { get; }

    /// <summary>A step, of which there is one.</summary>
    /// <returns>The report of the epoch that ended with it; null within an epoch.</returns>
    TReport? Step();

    /// <summary>No further step is made.</summary>
    void Cancel();
}
