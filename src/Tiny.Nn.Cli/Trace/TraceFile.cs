using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing.Formulas;

namespace Tiny.Nn.Cli.Trace;

/// <summary>A page that is to be written when its step is there.</summary>
/// <param name="file">Where it goes.</param>
/// <param name="write">Writes the step, of which one parameter may be picked.</param>
internal sealed class TraceFile(OutputFile file, Action<TraceSubject, TracedParameter?, Stream> write)
{
    internal void Write(Session session, TraceSubject subject, TracedParameter? picked)
    {
        file.Write(stream => write(subject, picked, stream));
        session.Note($"page    {file.Path}");
    }
}
