using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;

namespace Tiny.Nn.Tabular.Tests.Tables;

/// <summary>Columns that tell of rows and are no features.</summary>
public sealed class ExtraColumnTests
{
    private const string Text =
        "who,a,weight,day,y\nann,1,0.5,2024-02-29,p\nbob,2,2,2024-03-01,\nbob,x,3,2024-03-02,q\nann,3,1,2024-03-01T12:00,p\n";

    private static readonly CsvOptions Options = new() { Target = "y", Extra = ["weight", "who", "4"] };

    [Test]
    public void They_are_no_features_and_stand_beside_the_rows_that_are_kept()
    {
        Table table = CsvText.Read(Text, Options with { Categorical = ["a"] });
        Assert.That(table.FeatureNames, Is.EqualTo(Items.Of("a")));
        Assert.That(table.Ignored, Is.Empty);
        Assert.That(table.Extra.Select(column => column.Name), Is.EqualTo(Items.Of("weight", "who", "day")));
        Assert.That(table.Extra[0].Numbers(), Is.EqualTo(Items.Of(0.5, 3, 1)));
        Assert.That(table.Extra[1].Labels(), Is.EqualTo(Items.Of("ann", "bob", "ann")));
        Assert.That(table.Extra[2].Times(), Is.EqualTo(Items.Of(19782, 19784, 19783.5)));
    }

    [Test]
    public void A_pipe_has_them_too()
    {
        using Pipe pipe = new(Text);
        Table table = CsvTable.Read(pipe, "pipe", Options with { Categorical = ["a"] });
        Assert.That(table.Extra[1].Texts, Is.EqualTo(Items.Of("ann", "bob", "ann")));
    }

    [Test]
    public void Numbers_are_written_as_those_of_the_file_and_may_be_times()
    {
        CsvOptions options = new()
        {
            Target = "y",
            DecimalComma = true,
            Extra = ["w"],
        };
        Table table = CsvText.Read("a;w;y\n1;1,5;p\n2;2,5;q\n", options);
        Assert.That(table.Extra[0].Numbers(), Is.EqualTo(Items.Of(1.5, 2.5)));
        Assert.That(table.Extra[0].Times(), Is.EqualTo(Items.Of(1.5, 2.5)));
    }

    [Test]
    public void What_is_wrong_in_one_is_told_with_its_place()
    {
        Table table = CsvText.Read("a,b,y\n1,NA,p\n2,2024-01-01,q\n3,soon,q\n", Extra("b"));
        ExtraColumn column = table.Extra[0];
        Assert.That(
            () => column.Labels(),
            Throws.TypeOf<DataException>().With.Message.Contains("test.csv, line 2, column 'b': \"NA\"")
        );
        Assert.That(() => column.Numbers(), Throws.TypeOf<DataException>().With.Message.Contains("line 2"));
        Assert.That(() => column.Times(), Throws.TypeOf<DataException>().With.Message.Contains("line 2"));
        ExtraColumn days = CsvText.Read("a,b,y\n1,2024-01-01,p\n2,soon,q\n", Extra("b")).Extra[0];
        Assert.That(() => days.Times(), Throws.TypeOf<DataException>().With.Message.Contains("line 3"));
    }

    [Test]
    public void A_column_has_one_part_to_play()
    {
        foreach (CsvOptions twice in new[] { Extra("y"), Extra("a", "a"), Extra("a") with { Ignore = ["a"] } })
        {
            Assert.That(CsvText.Problem("a,b,y\n1,2,p\n", twice).What, Does.Contain("twice"));
        }
        Assert.That(CsvText.Problem("a,bob,y\n1,2,p\n", Extra("bop")).Advice, Does.Contain("'bob'"));
        Table picked = CsvText.Read("a,b,c,y\n1,2,3,p\n", Extra("b") with { Features = ["a"] });
        Assert.That(picked.Ignored, Is.EqualTo(Items.Of("c")));
    }

    private static CsvOptions Extra(params string[] columns) => new() { Target = "y", Extra = columns };

    /// <summary>A stream that cannot go back.</summary>
    private sealed class Pipe(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
