using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Models;

/// <summary>The epochs of a record of trainings, one after the other: those of the last training, in bounded room as in a <see cref="History"/>.</summary>
internal sealed class RecordedEpochs
{
    private History history = new();

    internal IReadOnlyList<EpochReport> Epochs => history.Epochs;

    /// <summary>The next epoch, or the first of another training.</summary>
    internal void Add(EpochReport epoch)
    {
        history = epoch.Epoch == 1 ? new History() : history;
        history.Add(epoch);
    }
}
