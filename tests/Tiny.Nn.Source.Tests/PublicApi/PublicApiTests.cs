using System.Reflection;
using Tiny.Nn.Source.Tests.Floors;

namespace Tiny.Nn.Source.Tests.PublicApi;

/// <summary>The public API of each package is a text that somebody approved: no change of it goes unseen.</summary>
public sealed class PublicApiTests
{
    private const string Approve = "APPROVE_PUBLIC_API";
    private const int Shown = 10;

    private static readonly IEnumerable<Assembly> Packages = CompiledTypes.Assemblies.Take(4);

    [TestCaseSource(nameof(Packages))]
    public void The_public_api_is_the_approved_one(Assembly package)
    {
        string place = $"tests/Tiny.Nn.Source.Tests/PublicApi/{package.GetName().Name}.approved.txt";
        string file = Path.Combine(Repository.Root, place);
        string[] actual = [.. ApiText.Lines(package)];
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(file, string.Join('\n', actual) + '\n');
        }
        string[] approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        Assert.That(actual, Is.EqualTo(approved), Explain(place, approved, actual));
    }

    [Test]
    public void A_change_is_shown_with_the_way_to_approve_it()
    {
        string message = Explain(
            "api.txt",
            ["class A", "    void Gone()", "class B"],
            ["class A", "    void New()", "class B"]
        );
        Assert.That(message, Does.Contain("-     void Gone()").And.Contain("+     void New()").And.Contain(Approve));
        Assert.That(message, Does.Not.Contain("class A"));
    }

    /// <summary>The lines from the first difference on, up to where both are the same again.</summary>
    private static string Explain(string place, string[] approved, string[] actual)
    {
        int same = approved.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        IEnumerable<string> gone = approved.Skip(same).Except(actual).Take(Shown).Select(line => $"- {line}");
        IEnumerable<string> added = actual.Skip(same).Except(approved).Take(Shown).Select(line => $"+ {line}");
        return string.Join(
            '\n',
            [
                $"The public API differs from line {same + 1} of {place} on:",
                .. gone,
                .. added,
                $"If it is meant, run this test with {Approve}=1 in the environment, and commit the file.",
            ]
        );
    }
}
