using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Cli.Lessons;

/// <summary>The file of <c>--weights</c>, or stdin.</summary>
internal static class GivenWeightsFile
{
    /// <exception cref="UsageException">It cannot be read.</exception>
    /// <exception cref="LessonException">It is no such file.</exception>
    internal static GivenWeights Read(string path)
    {
        try
        {
            using Stream stream = path == StandardInput.Path ? StandardInput.Open() : File.OpenRead(path);
            return WeightsFile.Read(stream, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException("The weights cannot be read.", path, "Check the path and the name.", fault);
        }
    }
}
