using System.Text.RegularExpressions;

namespace Tiny.Nn.Source.Tests;

/// <summary>A folder is a namespace, and names only floors below it: the table of docs/architecture.md.</summary>
public sealed partial class LayeringTests
{
    /// <summary>Rows such as <c>| Layers | Numerics, Activations |</c>, of which one floor's files may name the others.</summary>
    private static readonly Dictionary<string, string[]> MayName = FloorRows()
        .Matches(new Markdown("docs/architecture.md").Text)
        .ToDictionary(row => row.Groups["floor"].Value, row => row.Groups["below"].Value.Split(", "));

    [Test]
    public void The_table_has_the_folders_of_the_library_each_above_those_it_names()
    {
        Assert.That(MayName.Keys, Is.EquivalentTo(Repository.Library.Select(file => file.Floor).Distinct()));
        foreach ((string floor, string[] below) in MayName)
        {
            IEnumerable<string> earlier = MayName.Keys.TakeWhile(name => name != floor).Append("nothing");
            Assert.That(below, Is.SubsetOf(earlier), floor);
        }
    }

    [TestCaseSource(typeof(Repository), nameof(Repository.Library))]
    public void A_file_names_only_floors_below_its_own(object source)
    {
        SourceFile file = (SourceFile)source;
        Assert.That(MayName, Does.ContainKey(file.Floor), "every folder has its floor in the table");
        IEnumerable<string> named = FloorNames().Matches(file.Code).Select(match => match.Groups["floor"].Value);
        Assert.That(named.Except([file.Floor]), Is.SubsetOf(MayName[file.Floor]));
    }

    [TestCaseSource(typeof(Repository), nameof(Repository.Library))]
    public void A_folder_is_a_namespace(object source)
    {
        SourceFile file = (SourceFile)source;
        Assert.That(file.Lines, Does.Contain($"namespace {file.FolderAsNamespace};"));
    }

    [TestCaseSource(typeof(Repository), nameof(Repository.Library))]
    public void A_file_is_short(object source) => Assert.That(((SourceFile)source).Lines, Has.Length.AtMost(250));

    [Test]
    public void Every_class_is_abstract_static_or_sealed()
    {
        // A static class is abstract and sealed to the runtime.
        IEnumerable<Type> open = typeof(Tiny.Nn.Networks.Architecture)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && !type.IsAbstract && !type.IsSealed);
        Assert.That(open, Is.Empty);
    }

    [TestCase("using Tiny.Nn.Losses;", "Losses")]
    [TestCase("using static Tiny.Nn.Numerics.Elementary;", "Numerics")]
    [TestCase("Tiny.Nn.Training.Trainer<float> trainer;", "Training")]
    [TestCase("return Losses.Loss.Huber;", "Losses")]
    [TestCase("global::Tiny.Nn.Data.Table table;", "Data")]
    [TestCase("namespace Tiny.Nn.Losses;", "")]
    [TestCase("split.Training.Length", "")]
    public void The_test_sees_what_it_looks_for(string code, string floor) =>
        Assert.That(FloorNames().Match(code).Groups["floor"].Value, Is.EqualTo(floor));

    /// <summary>
    /// A floor by its full name, or by its last as the start of another; not where a namespace is declared. Layers, Data and
    /// Training are names of properties too, so for those only the full name tells.
    /// </summary>
    [GeneratedRegex(
        """
            (?<!namespace\ ) \bTiny\.Nn\.(?<floor>\w+)
            | (?<![.\w]) (?<floor>Numerics|Activations|Initializers|Optimizers|Losses|Networks|Metrics|Preprocessing|Models|Insight|Experiments) \.[A-Z]
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex FloorNames();

    [GeneratedRegex(@"^\| (?<floor>\w+) \| (?<below>\w+(, \w+)*) \|", RegexOptions.Multiline)]
    private static partial Regex FloorRows();
}
