using System.CommandLine;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Cli.Data;

/// <summary>Where a model comes from: a file, or "-" for stdin.</summary>
internal static class ModelSource
{
    internal static Argument<string> Argument() =>
        new("model") { Description = "A model that train wrote, or - for stdin." };

    /// <summary>The model of a command that reads data too.</summary>
    /// <param name="path">The model.</param>
    /// <param name="dataPath">The data.</param>
    /// <exception cref="UsageException">It is the other way round.</exception>
    internal static Model<float> Load(string path, string dataPath)
    {
        try
        {
            return Load(path);
        }
        catch (ModelFormatException fault)
            when ((path == StandardInput.Path || File.Exists(path)) && !IsModel(path) && IsModel(dataPath))
        {
            throw new UsageException(
                $"{path} is data and {dataPath} is a model: swap them.",
                $"{path} {dataPath}",
                $"Name {dataPath} where the model is wanted, and {path} where data are.",
                fault
            );
        }
    }

    internal static Model<float> Load(string path)
    {
        if (path != StandardInput.Path)
        {
            try
            {
                return ModelFile.Load<float>(path);
            }
            catch (FileNotFoundException fault)
            {
                throw new ModelFormatException("There is no such file.", path, "Check the path and the name.", fault);
            }
        }
        try
        {
            using Stream stream = StandardInput.Open();
            return ModelFile.Read<float>(stream, StandardInput.Name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ModelFormatException(
                $"It could not be read: {fault.Message.TrimEnd('.')}.",
                StandardInput.Name,
                "Check the program or the file that it comes from, or name a model file.",
                fault
            );
        }
    }

    /// <summary>True for a file that begins as a model does; false where it cannot be read.</summary>
    private static bool IsModel(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            Span<byte> head = stackalloc byte[16];
            return SafetensorsHeader.IsLikely(head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
