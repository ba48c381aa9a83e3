namespace Tiny.Nn.Cli.Shell;

/// <summary>A stream for messages: where they cannot be written, because a disk is full or nobody listens, they are lost.</summary>
internal sealed class ForgivingStream(Stream inner) : WriteOnlyStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // There is no other place to tell it.
        }
    }
}
