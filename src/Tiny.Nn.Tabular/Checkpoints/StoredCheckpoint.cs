namespace Tiny.Nn.Tabular.Checkpoints;

/// <summary>A checkpoint that was found.</summary>
/// <param name="Path">The file that was named.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Complaint">What is wrong with the newest one, as a sentence, where this is the one before it; else null.</param>
internal sealed record StoredCheckpoint(string Path, CheckpointContent Content, string? Complaint)
{
    /// <summary>True where there is one, whole or not.</summary>
    internal static bool IsThere(string path) => new Generations(path).All.Any(File.Exists);

    /// <summary>The newest one that is whole.</summary>
    /// <exception cref="CheckpointException">There is none.</exception>
    internal static StoredCheckpoint Find(string path)
    {
        (string What, Exception Cause)? first = null;
        foreach (string generation in new Generations(path).All)
        {
            try
            {
                CheckpointContent content = CheckpointContent.Read(File.ReadAllBytes(generation));
                return new StoredCheckpoint(path, content, first?.What);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                first ??= (fault is FileNotFoundException ? "There is no such file." : fault.Message, fault);
            }
        }
        throw new CheckpointException(
            first!.Value.What,
            path,
            "Name a checkpoint that was written by a training; or begin anew.",
            first.Value.Cause
        );
    }

    /// <summary>Refuses it where it is of another run.</summary>
    /// <param name="own">The run that is to go on.</param>
    /// <param name="prefix">What stands before the name of a setting.</param>
    /// <exception cref="CheckpointException">It is, and the message says what differs.</exception>
    internal void Require(RunIdentity own, string prefix = "")
    {
        if (own.DifferencesFrom(Content.Identity, prefix) is { Count: > 0 } found)
        {
            throw new CheckpointException(
                $"It is the checkpoint of another run: {string.Join("; ", found)}.",
                Path,
                "Give the same data and settings; or begin anew."
            );
        }
    }
}
