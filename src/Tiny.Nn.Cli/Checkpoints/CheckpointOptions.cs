using System.CommandLine;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Checkpoints;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Cli.Checkpoints;

/// <summary>The flags of a training that can be gone on with after an interruption.</summary>
internal sealed class CheckpointOptions
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    private readonly Option<string?> checkpoint = new("--checkpoint")
    {
        Description = "Keep the state of the training in this file from time to time, for --resume.",
    };
    private readonly Option<TimeSpan?> every = Flag.Duration(
        "--every",
        "How often the state is kept: 30s, 5m or 1h. [5m]"
    );
    private readonly Option<string?> resume = new("--resume")
    {
        Description =
            "Go on where the training of this checkpoint stood, and keep the state there. With --checkpoint too: begin where there is none yet.",
    };

    internal IEnumerable<Option> All => [checkpoint, every, resume];

    /// <summary>The flags that name a file.</summary>
    internal IEnumerable<Option> Files => [checkpoint, resume];

    /// <summary>The flag and the file that it names, which nothing else may be written to; no file where there is no flag.</summary>
    internal (string Flag, string? Path) Place(ParseResult parsed) =>
        parsed.GetValue(resume) is { } path ? (resume.Name, path) : (checkpoint.Name, parsed.GetValue(checkpoint));

    /// <summary>What was asked for, after a look at the file; null where nothing was.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="inputs">What is read meanwhile, and must not be overwritten.</param>
    /// <exception cref="UsageException">Flags contradict each other; or there is no checkpoint to go on with, or one that would be replaced.</exception>
    /// <exception cref="OutputException">It cannot be written.</exception>
    internal WantedCheckpoint? Prepare(ParseResult parsed, params ReadOnlySpan<string> inputs)
    {
        if (Place(parsed).Path is not { } path)
        {
            return Given.Has(parsed, every)
                ? throw new UsageException(
                    "--every says how often a checkpoint is written, and none is asked for.",
                    every.Name,
                    "Give --checkpoint run.ckpt as well, or leave it out."
                )
                : null;
        }
        if (Given.Has(parsed, checkpoint) && Given.Has(parsed, resume))
        {
            RequireOne(parsed.GetValue(checkpoint)!, path);
        }
        StoredCheckpoint? stored = Find(parsed, path);
        OutputFile.Prepare(path, force: true, inputs);
        return new WantedCheckpoint(path, parsed.GetValue(every) ?? Usual, stored);
    }

    /// <summary>Where this process keeps states: in the file if it is the first, else in memory, from those of the file on. Null where none is asked for.</summary>
    internal ICheckpoint? Share(ParseResult parsed, IRanks ranks, CheckpointFile? file)
    {
        if (ranks.Count == 1 || Place(parsed).Path is null)
        {
            return file;
        }
        byte[] own = Told.Write([.. (file?.States ?? new Dictionary<string, ReadOnlyMemory<byte>>()).Select(Bytes)]);
        Dictionary<string, ReadOnlyMemory<byte>> states = Told.Read(ranks.OfFirst(own))
            .ToDictionary(state => state.Key, state => (ReadOnlyMemory<byte>)state.Value);
        return file is not null ? file : new KeptStates(parsed.GetValue(every) ?? Usual, states);
    }

    private static KeyValuePair<string, byte[]> Bytes(KeyValuePair<string, ReadOnlyMemory<byte>> state) =>
        new(state.Key, state.Value.ToArray());

    private StoredCheckpoint? Find(ParseResult parsed, string path)
    {
        bool isThere = StoredCheckpoint.IsThere(path);
        if (Given.Has(parsed, resume))
        {
            return isThere || !Given.Has(parsed, checkpoint) ? StoredCheckpoint.Find(path) : null;
        }
        return isThere && !parsed.GetValue(SharedOptions.Force)
            ? throw new UsageException(
                "A checkpoint is already there.",
                $"{checkpoint.Name} {path}",
                $"Go on with it: {resume.Name} {path}; or name another file, or replace it with {SharedOptions.Force.Name}."
            )
            : null;
    }

    private void RequireOne(string kept, string resumed)
    {
        if (!RealPath.AreSame(kept, resumed))
        {
            throw new UsageException(
                $"{checkpoint.Name} and {resume.Name} name two files, and the state is kept in one.",
                $"{checkpoint.Name} {kept} {resume.Name} {resumed}",
                $"Give {resume.Name} alone to go on; or both with one name to begin where there is no checkpoint yet."
            );
        }
    }
}
