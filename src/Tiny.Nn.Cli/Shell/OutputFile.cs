using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Cli.Shell;

/// <summary>A file to be written at the end, whose place is looked at before any work is done.</summary>
internal abstract class OutputFile(string path)
{
    internal string Path { get; } = path;

    /// <summary>The file as a command line asks for it.</summary>
    /// <param name="path">Where.</param>
    /// <param name="force">Whether the file that is there is in the way.</param>
    /// <param name="inputs">What is read meanwhile, and must not be overwritten.</param>
    /// <exception cref="UsageException">It is one of the inputs.</exception>
    /// <exception cref="OutputException">It cannot be written.</exception>
    internal static OutputFile Prepare(string path, bool force, params ReadOnlySpan<string> inputs)
    {
        if (path == StandardInput.Path)
        {
            throw new UsageException("A model does not go to stdout: the report does.", "-o -", "Name a file with -o.");
        }
        foreach (string input in inputs)
        {
            if (input != StandardInput.Path && RealPath.AreSame(path, input))
            {
                throw new UsageException(
                    $"The output would replace {input}, an input.",
                    path,
                    "Name another file with -o."
                );
            }
        }
        OutputFile file = force ? new Replaced(path) : new Created(path);
        file.Check();
        return file;
    }

    /// <summary>Refuses two outputs of one run in one place, whatever links lead there: the later would replace the other.</summary>
    /// <param name="outputs">The flag of each, and its path; null where it is not asked for.</param>
    /// <exception cref="UsageException">There are such two.</exception>
    internal static void RequireApart(params ReadOnlySpan<(string Flag, string? Path)> outputs)
    {
        for (int second = 1; second < outputs.Length; second++)
        {
            foreach ((string flag, string? path) in outputs[..second])
            {
                if (path is not null && outputs[second].Path is { } other && RealPath.AreSame(path, other))
                {
                    throw new UsageException(
                        $"{flag} and {outputs[second].Flag} name one file, and one of them would be lost.",
                        $"{outputs[second].Flag} {other}",
                        "Name two files."
                    );
                }
            }
        }
    }

    /// <summary>The file of a run that writes nothing.</summary>
    internal static OutputFile Unwritten(string path) => new Never(path);

    internal abstract void Write(Action<Stream> write);

    /// <summary>The same file once it was written, to be written anew.</summary>
    internal OutputFile Again() => new Replaced(Path);

    protected abstract void Check();

    private sealed class Never(string path) : OutputFile(path)
    {
        protected override void Check() { }

        internal override void Write(Action<Stream> write) =>
            throw new InvalidOperationException("A dry run was to write nothing.");
    }

    private sealed class Created(string path) : OutputFile(path)
    {
        protected override void Check() => AtomicFile.CheckCreate(Path);

        internal override void Write(Action<Stream> write) => AtomicFile.Create(Path, write);
    }

    private sealed class Replaced(string path) : OutputFile(path)
    {
        protected override void Check() => AtomicFile.CheckReplace(Path);

        internal override void Write(Action<Stream> write) => AtomicFile.Replace(Path, write);
    }
}
