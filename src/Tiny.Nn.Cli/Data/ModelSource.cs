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
}
