using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Models.Rows;

/// <summary>Rows as records, objects, dictionaries and pairs, and what their values may be.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class TypedRowTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private enum City
    {
        Bern,
        Tokyo,
    }

    private sealed record Customer(
        int Age,
        [property: JsonPropertyName("petal length (cm)")] decimal? Length,
        City City,
        bool IsMember,
        double Rooms,
        DateOnly? Since,
        string? Note
    );

    private static readonly Model<T> Model = RowModels.Create<T>();

    private static readonly Customer Someone = new(41, 1.5m, City.Tokyo, true, 1, new DateOnly(1970, 1, 11), "red");

    private static double[] Answer(params ReadOnlySpan<double> cells)
    {
        List<Feature> schema = [.. RowModels.Schema];
        schema[^1] = new TextFeature("note", ["red"]);
        return Model.Predict(new Nn.Numerics.Matrix<double>(7, 1, cells.ToArray()), schema).Values.ToArray();
    }

    private static readonly (string, object?)[] Pairs =
    [
        ("age", 41),
        ("petal length (cm)", 1.5),
        ("city", "Tokyo"),
        ("is_member", true),
        ("rooms", 1),
        ("since", "1970-01-11"),
        ("note", "red"),
    ];

    [Test]
    public void A_row_is_the_same_as_a_record_as_an_object_as_a_dictionary_and_as_pairs()
    {
        double[] expected = Answer(41, 1.5, 2, 1, 0, 10, 0);
        Prediction record = Model.Predict(Someone);
        Assert.That(record.Probabilities.Values, Is.EqualTo(expected));
        Assert.That(record.Probabilities.Keys, Is.EqualTo(((ClassTarget)Model.Target).Classes));
        Assert.That(record.Notes, Is.Empty);
        Assert.That(record.Number, Is.Null);
        Assert.That(record.Confidence, Is.EqualTo(expected.Max()));
        Assert.That(record.Class, Is.EqualTo(record.Probabilities.MaxBy(p => p.Value).Key));
        Dictionary<string, object?> named = Pairs.ToDictionary();
        Assert.That(Model.Predict(named).Probabilities, Is.EqualTo(record.Probabilities));
        Assert.That(Model.Predict(Pairs).Probabilities, Is.EqualTo(record.Probabilities));
        Prediction partly = Model.Predict(
            new
            {
                city = "Tokyo",
                Age = 41L,
                note = (string?)null,
            }
        );
        Assert.That(partly.Probabilities.Values, Is.EqualTo(Partly(null)));
        Assert.That(
            partly.Notes,
            Is.EqualTo(Items.Of("not given, and so missing: petal length (cm), is_member, rooms, since"))
        );
    }

    private static double[] Partly(object? missing) =>
        [
            .. Model
                .Predict(
                    ("age", 41),
                    ("petal length (cm)", missing),
                    ("city", "Tokyo"),
                    ("is_member", missing),
                    ("rooms", missing),
                    ("since", missing),
                    ("note", missing)
                )
                .Probabilities.Values,
        ];

    [Test]
    public void What_is_missing_may_be_written_in_many_ways()
    {
        using JsonDocument json = JsonDocument.Parse("[null]");
        double[] expected = Partly(null);
        object[] missing = [double.NaN, float.NaN, Half.NaN, DBNull.Value, json.RootElement[0], "", "NA", " ? "];
        foreach (object one in missing)
        {
            Assert.That(Partly(one), Is.EqualTo(expected), $"{one.GetType()} {one}");
        }
    }

    [Test]
    public void A_number_may_be_of_any_type()
    {
        double[] expected = Answer(41, 1.5, 2, 1, 2, 10, 0);
        object[] numbers =
        [
            (byte)3,
            (sbyte)3,
            (short)3,
            (ushort)3,
            3,
            3u,
            3L,
            3ul,
            (nint)3,
            (nuint)3,
            (Int128)3,
            (UInt128)3,
            new BigInteger(3),
            (Half)3,
            3f,
            3.0,
            3.0m,
            JsonDocument.Parse("3").RootElement,
        ];
        foreach (object three in numbers)
        {
            Prediction answer = Model.Predict([.. Pairs[..4], ("rooms", three), .. Pairs[5..]]);
            Assert.That(answer.Probabilities.Values, Is.EqualTo(expected), three.GetType().Name);
            Assert.That(answer.Notes, Is.Empty, three.GetType().Name);
        }
        double[] three3 = Answer(3, 1.5, 2, 1, 0, 10, 0);
        foreach (object three in numbers)
        {
            Prediction answer = Model.Predict([("age", three), .. Pairs[1..]]);
            Assert.That(answer.Probabilities.Values, Is.EqualTo(three3), three.GetType().Name);
        }
    }

    [Test]
    public void A_date_may_be_of_any_type()
    {
        DateTime noon = new(1970, 1, 11, 12, 0, 0);
        double[] day = Answer(41, 1.5, 2, 1, 0, 10, 0);
        double[] half = Answer(41, 1.5, 2, 1, 0, 10.5, 0);
        double[] found(object date) =>
            [.. Model.Predict([.. Pairs[..5], ("since", date), Pairs[6]]).Probabilities.Values];
        Assert.That(found(new DateOnly(1970, 1, 11)), Is.EqualTo(day));
        Assert.That(found(noon.Date), Is.EqualTo(day));
        Assert.That(found(noon), Is.EqualTo(half));
        Assert.That(found(noon.ToLocalTime()), Is.EqualTo(half));
        Assert.That(found(DateTime.SpecifyKind(noon, DateTimeKind.Utc)), Is.EqualTo(half));
        Assert.That(found(new DateTimeOffset(1970, 1, 11, 14, 0, 0, TimeSpan.FromHours(2))), Is.EqualTo(half));
        Assert.That(found("1970-01-11T12:00"), Is.EqualTo(half));
        Assert.That(found(JsonDocument.Parse("\"1970-01-11T12:00:00Z\"").RootElement), Is.EqualTo(half));
    }

    [Test]
    public void True_is_a_level_in_any_case_and_1_as_a_number()
    {
        Assert.That(
            Model.Predict([("age", true), .. Pairs[1..]]).Probabilities.Values,
            Is.EqualTo(Answer(1, 1.5, 2, 1, 0, 10, 0))
        );
        Assert.That(
            Model.Predict([.. Pairs[..3], ("is_member", false), .. Pairs[4..]]).Probabilities.Values,
            Is.EqualTo(Answer(41, 1.5, 2, 0, 0, 10, 0))
        );
        Assert.That(
            Model.Predict([.. Pairs[..4], ("rooms", true), .. Pairs[5..]]).Notes,
            Is.EqualTo(Items.Of("rooms: 'true' was not seen in training"))
        );
    }

    [Test]
    public void What_was_not_seen_in_training_is_told()
    {
        Prediction answer = Model.Predict([("age", 1e9), .. Pairs[1..2], ("city", "Tokio"), .. Pairs[3..]]);
        Assert.That(answer.Probabilities.Values, Is.EqualTo(Answer(1e9, 1.5, -1, 1, 0, 10, 0)));
        Assert.That(
            answer.Notes,
            Is.EqualTo(
                Items.Of(
                    "city: 'Tokio' was not seen in training; 'Tokyo' is the nearest",
                    "age: 1000000000 is far from all numbers seen in training"
                )
            )
        );
        Assert.That(answer.ToString(), Does.StartWith($"{answer.Class} (0.").Or.StartsWith($"{answer.Class} (1"));
        Assert.That(answer.ToString(), Does.EndWith(string.Join("; ", answer.Notes)));
    }

    [Test]
    public void A_model_of_numbers_answers_with_one()
    {
        Model<T> model = RowModels.Create<T>(Examples.Number);
        Prediction answer = model.Predict(Someone);
        Assert.That(answer.Class, Is.Null);
        Assert.That(answer.Confidence, Is.Null);
        Assert.That(answer.Probabilities, Is.Empty);
        Assert.That(answer.Number, Is.Not.Null);
        Assert.That(double.TryParse(answer.ToString(), out double shown), Is.True);
        Assert.That(shown, Is.EqualTo(double.CreateTruncating(answer.Number!.Value)).Within(1e-3).Percent);
    }

    private static readonly TestCaseData[] Refused =
    [
        new("age", double.PositiveInfinity, "A number is infinite.", "\"Infinity\"", "null"),
        new("age", float.NegativeInfinity, "A number is infinite.", "\"-Infinity\"", "null"),
        new("age", BigInteger.Pow(10, 400), "A number is too large.", "\"1000", "below"),
        new("age", "41", "A value is a text; the column holds numbers.", "\"41\"", "number"),
        new("age", City.Bern, "A value is a text; the column holds numbers.", "\"Bern\"", "number"),
        new("age", new DateOnly(2024, 2, 29), "A value is a date; the column holds numbers.", "2024-02-29", "number"),
        new("age", new int[1], "A value is of type 'Int32[]'; the column holds numbers.", "'age'", "number"),
        new(
            "city",
            new object(),
            "A value is of type 'Object'; the column holds one of several texts.",
            "'city'",
            "text"
        ),
        new("since", 12, "A value is a number; the column holds dates.", "\"12\"", "2024-02-29"),
        new("since", true, "A value is true or false; the column holds dates.", "true", "2024-02-29"),
        new("since", "29.2.2024", "A text is no date.", "\"29.2.2024\"", "ISO 8601"),
        new("note", new object(), "A value is of type 'Object'; the column holds texts.", "'note'", "text"),
        new(
            "agee",
            1,
            "The model knows no column 'agee'.",
            "'agee'",
            "Did you mean 'age'? The columns are: age, petal"
        ),
        new("Age", 1, "The model knows no column 'Age'.", "'Age'", "Did you mean 'age'?"),
        new(
            "kind",
            "class 1",
            "The model knows no column 'kind'.",
            "'kind'",
            "That is what the model predicts: leave it out."
        ),
    ];

    [TestCaseSource(nameof(Refused))]
    public void What_cannot_be_is_refused_with_its_place(
        string column,
        object value,
        string what,
        string where,
        string advice
    )
    {
        DataException fault = Assert.Throws<DataException>(() => Model.Predict((column, value)))!;
        Assert.That(fault.What, Is.EqualTo(what));
        Assert.That(fault.Where, Does.StartWith($"column '{column}'").And.Contain(where));
        Assert.That(fault.Advice, Does.Contain(advice));
    }

    [Test]
    public void A_number_too_large_for_a_double_is_refused_and_one_too_large_for_a_float_is_not()
    {
        Assert.That(Model.Predict(("age", 1e300)).Probabilities.Values, Is.All.Matches<double>(double.IsFinite));
        Assert.That(
            () => Model.Predict(("age", BigInteger.Pow(10, 400))),
            Throws.TypeOf<DataException>().With.Message.Contains("A number is too large.")
        );
    }

    [Test]
    public void Properties_are_refused_where_names_are_not_columns_or_mean_the_same()
    {
        Assert.That(
            () => Model.Predict(new { agee = 1 }),
            Throws.TypeOf<DataException>().With.Message.Contains("'age'")
        );
        Assert.That(
            () => Model.Predict(new { age = 1, Age = 2 }),
            Throws.TypeOf<DataException>().With.Message.Contains("given twice")
        );
        Assert.That(
            () => Model.Predict(("age", 1), ("age", 2)),
            Throws.TypeOf<DataException>().With.Message.Contains("given twice")
        );
    }

    [Test]
    public void What_is_no_row_is_refused()
    {
        object hidden = Someone;
        Assert.That(
            () => Model.Predict(hidden),
            Throws.TypeOf<DataException>().With.Message.Contains("public property")
        );
        Assert.That(() => Model.Predict(new List<int> { 1 }), Throws.TypeOf<DataException>());
        Assert.That(() => Model.Predict("age"), Throws.TypeOf<DataException>());
        Assert.That(() => Model.Predict(new Dictionary<string, double>()), Throws.TypeOf<DataException>());
        Assert.That(() => Model.Predict((Customer)null!), Throws.ArgumentNullException);
    }
}
