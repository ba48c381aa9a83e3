namespace Tiny.Nn.Training;

/// <summary>Decides when training has gone on for long enough: a pure function of what happened so far.</summary>
public interface IStoppingRule
{
    /// <summary>True where the last epoch should have been the last.</summary>
    bool ShouldStop(History history);
}
