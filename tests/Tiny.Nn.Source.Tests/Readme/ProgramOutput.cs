namespace Tiny.Nn.Source.Tests.Readme;

/// <summary>What a program of a page writes, in a directory of its own with the data beside it.</summary>
internal static class ProgramOutput
{
    internal static string Of(Action program)
    {
        string before = Directory.GetCurrentDirectory();
        TextWriter console = Console.Out;
        DirectoryInfo place = Directory.CreateTempSubdirectory("tinynn-readme-");
        using StringWriter written = new() { NewLine = "\n" };
        try
        {
            DirectoryInfo data = place.CreateSubdirectory("data");
            File.Copy(Path.Combine(Repository.Root, "data", "iris.csv"), Path.Combine(data.FullName, "iris.csv"));
            Directory.SetCurrentDirectory(place.FullName);
            Console.SetOut(written);
            program();
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(before);
            place.Delete(recursive: true);
        }
        return written.ToString();
    }
}
