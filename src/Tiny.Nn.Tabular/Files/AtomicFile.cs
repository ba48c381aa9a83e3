using System.Security;

namespace Tiny.Nn.Tabular.Files;

/// <summary>
/// Writes a file as a whole or not at all: under a temporary name beside it, then flushed to the disk, then renamed. Whoever
/// reads meanwhile sees the old content or the new; a process that is killed leaves the old, and perhaps a .tinynn-….tmp, which the next
/// check of a file in that directory deletes.
/// </summary>
/// <remarks>
/// A symbolic link stays: the file it points to is written. Only ordinary files are replaced, never a device or a pipe,
/// nor a file that its owner made read-only. On Unix the new file keeps the permissions of the old.
/// </remarks>
internal static class AtomicFile
{
    /// <summary>Writes a new file.</summary>
    /// <remarks>
    /// Of two processes that create one file at the same instant both may succeed, on Unix: then the later one's stays, whole.
    /// </remarks>
    /// <param name="path">The file; its directory must be there.</param>
    /// <param name="write">Writes the content. Its errors of input, output and permission become OutputException, others pass.</param>
    /// <exception cref="OutputException">A file of that name is there, or the file could not be written.</exception>
    public static void Create(string path, Action<Stream> write) => Write(path, write, new CreateNew());

    /// <summary>Writes a file in the place of the one that is there, or a new one.</summary>
    /// <param name="path">The file; its directory must be there.</param>
    /// <param name="write">Writes the content. Its errors of input, output and permission become OutputException, others pass.</param>
    /// <exception cref="OutputException">The file could not be written; the old one is untouched.</exception>
    public static void Replace(string path, Action<Stream> write) => Write(path, write, new ReplaceOld());

    /// <summary>Finds out whether <see cref="Create"/> would succeed now, before hours are spent on the content.</summary>
    /// <param name="path">The file; its directory must be there.</param>
    /// <exception cref="OutputException">A file of that name is there, or the file could not be written.</exception>
    public static void CheckCreate(string path) => Check(path, new CreateNew());

    /// <summary>Finds out whether <see cref="Replace"/> would succeed now, before hours are spent on the content.</summary>
    /// <param name="path">The file; its directory must be there.</param>
    /// <exception cref="OutputException">The file could not be written.</exception>
    public static void CheckReplace(string path) => Check(path, new ReplaceOld());

    // An empty file shows whether the directory takes files at all.
    private static void Check<TPolicy>(string path, TPolicy policy)
        where TPolicy : IOverwritePolicy =>
        Try(
            path,
            policy,
            static (temporary, target) =>
            {
                Leftovers.Delete(Path.GetDirectoryName(target)!);
                temporary.Fill(static _ => { });
            }
        );

    private static void Write<TPolicy>(string path, Action<Stream> write, TPolicy policy)
        where TPolicy : IOverwritePolicy
    {
        ArgumentNullException.ThrowIfNull(write);
        Try(
            path,
            policy,
            (temporary, target) =>
            {
                temporary.Fill(write);
                policy.Publish(temporary, target);
            }
        );
    }

    private static void Try<TPolicy>(string path, TPolicy policy, Action<TemporaryFile, string> use)
        where TPolicy : IOverwritePolicy
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            string target = OutputTarget.Resolve(path);
            policy.Check(path, target);
            using TemporaryFile temporary = new(Path.GetDirectoryName(target)!);
            use(temporary, target);
        }
        catch (Exception cause) when (cause is IOException and not OutputException)
        {
            throw new OutputException(
                $"It could not be written: {cause.Message.TrimEnd('.')}.",
                path,
                "Check the disk and the name, or write elsewhere.",
                cause
            );
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or SecurityException)
        {
            throw new OutputException(
                "There is no permission to write it.",
                path,
                "Change the permissions of the file or its directory, or write elsewhere.",
                cause
            );
        }
    }

    private interface IOverwritePolicy
    {
        void Check(string path, string target);

        void Publish(TemporaryFile temporary, string target);
    }

    private readonly struct CreateNew : IOverwritePolicy
    {
        public void Check(string path, string target)
        {
            if (File.Exists(target))
            {
                throw new OutputException(
                    "A file of that name is already there.",
                    path,
                    "Choose another name, or ask for it to be replaced."
                )
                {
                    Fault = OutputFault.Exists,
                };
            }
        }

        // A file that came to be after the check is not overwritten either: the move looks once more.
        public void Publish(TemporaryFile temporary, string target) => temporary.MoveToNew(target);
    }

    private readonly struct ReplaceOld : IOverwritePolicy
    {
        public void Check(string path, string target) => OutputTarget.RequireReplaceable(path, target);

        public void Publish(TemporaryFile temporary, string target) => temporary.MoveOver(target);
    }
}
