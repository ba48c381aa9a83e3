namespace Tiny.Nn.Training;

/// <summary>Decides when to stop training early: a pure function of the history so far.</summary>
public interface IStoppingRule
{
    /// <summary>True to stop after the last epoch of the history.</summary>
    bool ShouldStop(History history);
}
