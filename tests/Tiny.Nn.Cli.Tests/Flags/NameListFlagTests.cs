using System.Diagnostics;
using System.Text.Json;
using Tiny.Nn.Tabular;

namespace Tiny.Nn.Cli.Tests.Flags;

/// <summary>Columns whatever they are called: their names can be typed, kept and pasted from a message.</summary>
internal sealed class NameListFlagTests : CommandTests
{
    private static readonly string[] Odd = ["a,b", "say \"x\"", "two\nlines", "it's", "$HOME `x`", "café"];

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private string Data(string name, Func<int, string> cell)
    {
        IEnumerable<string> rows = Enumerable
            .Range(0, 40)
            .Select(row => $"{row * 7 % 13}.5,{cell(row)},{(row % 2 == 0 ? "p" : "q")}");
        return Place.Write("d.csv", $"x,{Quoted(name)},y\n{string.Join('\n', rows)}\n");
    }

    [TestCaseSource(nameof(Odd))]
    public void A_name_can_be_typed(string name)
    {
        string data = Data(name, row => $"{row % 3}");
        Run ignored = Train(data, "--ignore", Quoted(name), "-o", "i.tnn");
        Assert.That(ignored.Json.GetProperty("data").GetProperty("features")[0].GetString(), Is.EqualTo("x"));
        JsonElement listed = Train(data, "--categorical", NameList.Write(["x", name]), "-o", "c.tnn")
            .Json.GetProperty("data");
        Assert.That(
            listed.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("kind").GetString()),
            Is.All.EqualTo("category")
        );
        Train(data, "--like", "c.tnn", "-o", "l.tnn");
        Train(data, "--categorical", NameList.Write(["x", name]), "--save-config", "c.json", "-o", "s.tnn");
        Train(data, "--config", "c.json", "-o", "f.tnn");
        Place.Write("list.json", JsonSerializer.Serialize(new { categorical = new[] { "x", name }, target = "y" }));
        Train(data, "--config", "list.json", "-o", "j.tnn");
        byte[] model = File.ReadAllBytes(Place.Path("c.tnn"));
        foreach (string other in (string[])["l.tnn", "f.tnn", "j.tnn"])
        {
            Assert.That(File.ReadAllBytes(Place.Path(other)), Is.EqualTo(model), other);
        }
    }

    /// <summary>What a message advises is typed into a shell, which makes of it the name again.</summary>
    [Platform("Linux")]
    [TestCaseSource(nameof(Odd))]
    public void What_is_advised_can_be_pasted(string name)
    {
        string data = Data(name, row => $"2024/01/{1 + row % 28:00}");
        Run run = Asked("train", data, "--target", "y", "--epochs", "1").Failed(3, "d.csv");
        string advised = run.Error[(run.Error.IndexOf("leave it out with ", StringComparison.Ordinal) + 18)..].Trim();
        string[] words = Shell(advised.TrimEnd('.'));
        Assert.That(words[0], Is.EqualTo("--ignore"));
        Train(data, [.. words, "-o", "m.tnn"]);
    }

    [TestCase("--ignore")]
    [TestCase("--missing")]
    public void A_quote_without_an_end_is_told(string flag)
    {
        string data = Data("b", row => $"{row % 3}");
        Run run = Asked("train", data, "--target", "y", flag, "\"b").Failed(2, flag);
        Assert.That(run.Error, Does.Contain("a quote in it has no end").And.Contain("'\"a,b\",c'"));
    }

    /// <summary>A text of a missing cell may have a comma as well.</summary>
    [Test]
    public void So_can_texts()
    {
        string data = Data("b", row => row % 5 == 0 ? "\"n,a\"" : $"{row % 3}.25");
        JsonElement columns = Train(data, "--missing", "\"n,a\",-", "-o", "m.tnn").Json.GetProperty("data");
        Assert.That(columns.GetProperty("columns")[1].GetProperty("kind").GetString(), Is.EqualTo("number"));
    }

    private Run Train(string data, params string[] flags) =>
        Asked(["train", data, "--target", "y", "--epochs", "1", "--hidden", "2", "--json", "--force", .. flags]).Good();

    /// <summary>The words that a shell makes of a text.</summary>
    private static string[] Shell(string text)
    {
        ProcessStartInfo start = new("bash") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"printf '%s\\0' {text}");
        using Process shell = Process.Start(start)!;
        string words = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return words.TrimEnd('\0').Split('\0');
    }
}
