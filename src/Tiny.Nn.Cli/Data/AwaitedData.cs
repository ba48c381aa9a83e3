using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Csv.Sources;

namespace Tiny.Nn.Cli.Data;

/// <summary>Opens data, and says so where nothing comes: a named pipe is opened only once somebody writes to it, and stdin may wait for somebody to type.</summary>
internal static class AwaitedData
{
    /// <summary>A file, which can be read from any place, or else a pipe.</summary>
    /// <param name="path">A path, or "-" for stdin.</param>
    /// <param name="session">Where to say that nothing comes.</param>
    internal static Stream Open(string path, Session session)
    {
        if (path == StandardInput.Path)
        {
            return new AwaitedStream(StandardInput.Open(), new Wait(StandardInput.Name, session));
        }
        Wait wait = new(path, session);
        FileStream file;
        using (wait.Begin())
        {
            file = DataFile.Open(path);
        }
        return file.CanSeek ? file : new AwaitedStream(file, wait);
    }

    /// <summary>A pipe whose first bytes may not come.</summary>
    private sealed class AwaitedStream(Stream source, Wait wait) : ReadOnlyStream
    {
        private bool hasBegun;

        public override int Read(Span<byte> buffer)
        {
            if (hasBegun)
            {
                return source.Read(buffer);
            }
            hasBegun = true;
            using (wait.Begin())
            {
                return source.Read(buffer);
            }
        }

        protected override void Dispose(bool disposing)
        {
            source.Dispose();
            base.Dispose(disposing);
        }
    }
}
