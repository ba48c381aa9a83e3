using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Checkpoints;

namespace Tiny.Nn.Cli.Checkpoints;

/// <summary>What becomes of a checkpoint when its run ends.</summary>
internal static class CheckpointNotes
{
    /// <summary>The run was interrupted: the last state is written, and it is said how to go on.</summary>
    internal static void Leave(Session session, CheckpointFile? checkpoint)
    {
        if (checkpoint?.Write() == true)
        {
            session.Note($"kept    {checkpoint.Path}: the same command with --resume {checkpoint.Path} goes on");
        }
    }

    /// <summary>A model was made.</summary>
    /// <param name="session">Where to say something.</param>
    /// <param name="checkpoint">The checkpoint; null for none.</param>
    /// <param name="isDone">Whether training was over and the model is saved: then the checkpoint has done its duty.</param>
    internal static void End(Session session, CheckpointFile? checkpoint, bool isDone)
    {
        if (isDone)
        {
            checkpoint?.Delete();
        }
        else
        {
            Leave(session, checkpoint);
        }
    }
}
