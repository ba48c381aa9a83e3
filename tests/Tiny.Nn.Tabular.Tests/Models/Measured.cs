using System.Diagnostics;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>
/// Reads a model that may be hostile: it loads, or is refused in the one way there is, soon and cheaply. A second and 100 MB are
/// for files of any usual size; those of megabytes get time and memory in proportion to what they hold, not to what they claim.
/// </summary>
internal static class Measured
{
    private const long Memory = 100_000_000;
    private const long MemoryPerByte = 20;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimePerByte = TimeSpan.FromMicroseconds(0.3);

    /// <returns>Why it was refused; null where it was not.</returns>
    internal static ModelFormatException? Refusal(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        Model<float>? model = null;
        ModelFormatException? refusal = null;
        try
        {
            model = ModelFile.Read<float>(new MemoryStream(bytes), "hostile");
        }
        catch (ModelFormatException exception)
        {
            refusal = exception;
        }
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        long memory = GC.GetAllocatedBytesForCurrentThread() - before;
        if (time > Time + bytes.Length * TimePerByte || memory > Math.Max(Memory, bytes.Length * MemoryPerByte))
        {
            Assert.Fail($"It took {time} and {memory} bytes.");
        }
        if (refusal is not null)
        {
            AssertFitToPrint(refusal);
        }
        if (model is not null)
        {
            // What was accepted is sound: it predicts, and comes back when it is written again.
            _ = model.Predict(Examples.Inputs(model, 2));
            byte[] written = Examples.Written(model);
            Assert.That(Examples.Written(Examples.Read<float>(written)).AsSpan().SequenceEqual(written));
        }
        return refusal;
    }

    private static void AssertFitToPrint(ModelFormatException refusal)
    {
        if (refusal.Message.Length > 1000 || refusal.Message.Any(char.IsControl) || refusal.Advice.Length == 0)
        {
            Assert.Fail($"This is no message for people: {refusal.Message}");
        }
    }
}
