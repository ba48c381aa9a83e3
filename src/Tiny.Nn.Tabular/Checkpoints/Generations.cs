using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Checkpoints;

/// <summary>A file and the one before it, so that at every moment one of them is whole.</summary>
internal sealed class Generations
{
    private readonly string newest;

    /// <param name="path">The file; of a link the one that it points to.</param>
    internal Generations(string path) => newest = OutputTarget.Resolve(path);

    /// <summary>The files, from new to old, whether or not they are there.</summary>
    internal IEnumerable<string> All => [newest, Older];

    private string Older => $"{newest}.old";

    private string Next => $"{newest}.new";

    /// <summary>Writes a new one. The newest so far becomes the older one, once the new one is whole.</summary>
    /// <exception cref="OutputException">It cannot be written; both are as they were.</exception>
    internal void Add(Action<Stream> write)
    {
        AtomicFile.Replace(Next, write);
        try
        {
            if (File.Exists(newest))
            {
                File.Move(newest, Older, overwrite: true);
            }
            File.Move(Next, newest, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(
                $"It could not be renamed: {fault.Message.TrimEnd('.')}.",
                newest,
                "Check the directory, or write elsewhere.",
                fault
            );
        }
    }

    /// <summary>Deletes all of them, where that is allowed.</summary>
    internal void Delete()
    {
        try
        {
            foreach (string path in All.Append(Next))
            {
                File.Delete(path);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is no more than tidying up.
        }
    }
}
