using System.Xml.Linq;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Cli.Tests.Results;

/// <summary>A kind of part or value that is added later is one that every format has.</summary>
internal sealed class WritersTests
{
    private static readonly Part[] Parts =
    [
        new Section("Title", new Sentence("inside")),
        new Sentence("sentence"),
        new Line("line"),
        new Verdict("verdict", IsGood: true),
        new Note("note"),
        new Remark("remark"),
        new Facts("facts", [new Field("key", "label", Value.Of("fact"))]),
        new TableColumns<int>().Text("key", "heading", _ => Value.Of("cell")).Of("", [1]),
        new CountMatrix(
            "matrix",
            ["name"],
            [
                [17],
            ]
        )
        {
            Rows = "rows",
            Columns = "columns",
            Description = "",
        },
        new Chart("chart", () => new XElement("svg")),
        new Advised("title", "evidence", "advice"),
        new CommandText("command"),
    ];

    private static readonly Value[] Values =
    [
        Value.None,
        Value.Absent,
        Value.Of("text"),
        new MeasureName("name", Direction.LargerIsBetter),
        Value.Of(1.5),
        Value.Of(2),
        Value.Seed(3),
        Value.Of(true),
        Value.Of(new Tiny.Nn.Tabular.Metrics.Interval(0, 1, 0.95), number => $"{number}"),
        Value.Of(["a"]),
        Field.Group(),
    ];

    [Test]
    public void All_kinds_are_here()
    {
        Assert.That(Parts.Select(part => part.GetType()), Is.EquivalentTo(Kinds<Part>()));
        Assert.That(Values.Select(value => value.GetType()), Is.EquivalentTo(Kinds<Value>()));
    }

    [TestCaseSource(nameof(Parts))]
    public void Every_format_of_people_has_every_part(object part)
    {
        string word = part switch
        {
            Section => "inside",
            Facts => "fact",
            ResultTable => "cell",
            CountMatrix => "17",
            Advised => "advice",
            CommandText => "command",
            Chart => "",
            Sentence sentence => sentence.Text,
            Line line => line.Text,
            Verdict verdict => verdict.Text,
            Note note => note.Text,
            Remark remark => remark.Text,
            _ => throw new ArgumentException("It is not known."),
        };
        Assert.That(Rendered.Text((Part)part), Does.Contain(word));
        Assert.That(Rendered.Page((Part)part).Value, Does.Contain(word));
        Assert.That(Rendered.Markdown((Part)part), Does.Contain(word));
    }

    [TestCaseSource(nameof(Values))]
    public void Documents_have_every_value(object value) =>
        Assert.That(() => Rendered.Json(new Result([new("it", (Value)value)], [])), Throws.Nothing);

    private static IEnumerable<Type> Kinds<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)));
}
