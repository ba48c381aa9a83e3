using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Checkpoints;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Cli.Checkpoints;

/// <summary>A checkpoint as a command line asks for it, before the data are read.</summary>
/// <param name="Path">The file.</param>
/// <param name="Every">How often the state is kept.</param>
/// <param name="Stored">What is gone on with; null for nothing.</param>
internal sealed record WantedCheckpoint(string Path, TimeSpan Every, StoredCheckpoint? Stored)
{
    /// <summary>Opens it for a training.</summary>
    /// <param name="session">Where to say what becomes of it. Used from other threads.</param>
    /// <param name="plan">What is trained.</param>
    /// <param name="settings">All that decides what becomes of it.</param>
    /// <param name="start">The parameters that were given to start with; empty where none were.</param>
    /// <exception cref="CheckpointException">What is gone on with is of another training.</exception>
    internal CheckpointFile Open(
        Session session,
        Plan<float> plan,
        ResolvedSettings settings,
        ReadOnlySpan<float> start = default
    )
    {
        void Failed(OutputException fault) =>
            session.Note($"checkpoint not written, training goes on: {fault.What} ({fault.Where})");

        RunIdentity identity = Identify(plan, settings, start);
        if (Stored is null)
        {
            return CheckpointFile.Begin(Path, identity, Every, Failed);
        }
        Stored.Require(identity, "--");
        if (Stored.Complaint is { } complaint)
        {
            session.Note($"{Path}: {complaint.TrimEnd('.')}; the checkpoint before it is used");
        }
        session.Note($"resumed {Path}");
        return CheckpointFile.Resume(Stored, Every, Failed);
    }

    private static RunIdentity Identify(Plan<float> plan, ResolvedSettings settings, ReadOnlySpan<float> start)
    {
        RunIdentity own = plan.Identity();
        string given = start.IsEmpty ? "" : Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(start)));
        return own with
        {
            Data = own.Data + given,
            Settings = new Dictionary<string, string>(settings.All, StringComparer.Ordinal)
            {
                ["target"] = plan.Table.Target!.Name,
            },
        };
    }
}
