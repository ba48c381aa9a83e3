using System.Runtime.CompilerServices;

namespace Tiny.Nn.Source.Tests.Floors;

/// <summary>How files, folders and classes look.</summary>
public sealed class ShapeTests
{
    private const int LongestFile = 250;
    private const int FullestFolder = 25;

    [Test]
    public void A_folder_is_a_namespace()
    {
        IEnumerable<SourceFile> others = Repository.Source.Where(file =>
            file.Path != "Program.cs" && !file.Lines.Contains($"namespace {file.Namespace};")
        );
        Assert.That(others, Is.Empty);
    }

    [Test]
    public void A_file_is_short() =>
        Assert.That(Repository.Source.Where(file => file.Lines.Length > LongestFile), Is.Empty);

    [Test]
    public void A_folder_is_one_idea()
    {
        IEnumerable<string> full = Repository
            .Source.CountBy(file => $"{file.Project}/{Path.GetDirectoryName(file.Path)}")
            .Where(folder => folder.Value > FullestFolder)
            .Select(folder => $"{folder.Key}: {folder.Value} files");
        Assert.That(full, Is.Empty);
    }

    [Test]
    public void Every_class_is_abstract_static_or_sealed()
    {
        // A static class is abstract and sealed to the runtime.
        IEnumerable<Type> open = CompiledTypes
            .Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && !type.IsAbstract && !type.IsSealed)
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));
        Assert.That(open, Is.Empty);
    }
}
