using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing.Formulas;

namespace Tiny.Nn.Cli.Trace;

/// <summary>A page that is to be written when its step is there.</summary>
/// <param name="file">Where it goes.</param>
/// <param name="command">The command line that makes it once more.</param>
internal sealed class TraceFile(OutputFile file, string command)
{
    internal void Write(Session session, TraceSubject subject, TracedParameter? picked)
    {
        file.Write(stream => TracePage.Write(subject, picked, command, stream));
        session.Note($"page    {file.Path}");
    }
}
