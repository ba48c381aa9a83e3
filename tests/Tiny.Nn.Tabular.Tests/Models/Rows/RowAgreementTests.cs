using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Models.Rows;

/// <summary>A row of typed values is answered as the same row in a file is, to the last bit.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class RowAgreementTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Model<T> Model = RowModels.Create<T>();

    /// <summary>A value as a program has it, and as a file has it.</summary>
    private sealed record Both(object? Value, string Written);

    private static Both Number<TNumber>(TNumber value)
        where TNumber : IFormattable => new(value, value.ToString(null, CultureInfo.InvariantCulture));

    private static readonly Both Missing = new(null, "");

    private static readonly Gen<Both> Numbers = Gen.OneOf(
        Gen.Constant(Missing),
        Gen.Constant(new Both(double.NaN, "NaN")),
        Gen.Choose(-1000, 1000).Select(n => Number(n)),
        Gen.Choose(-99_999_999, 99_999_999).Select(n => Number(n / 1e5m)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(n => Number(n / 3.0)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(n => Number(n * 1e17f)),
        Gen.Choose(1, int.MaxValue).Select(n => Number(1e-9 / n)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(n => Number((Int128)n * n))
    );

    private static Gen<Both> Words(params string[] texts) =>
        Gen.OneOf(
            Gen.Constant(Missing),
            Gen.Elements(texts)
                .Select(text => new Both(text, $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
        );

    private static readonly Gen<Both> Dates = Gen.OneOf(
        Gen.Constant(Missing),
        Gen.Choose(0, 3_000_000)
            .Select(DateOnly.FromDayNumber)
            .Select(day => new Both(day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        Gen.Choose(int.MinValue, int.MaxValue)
            .Select(seconds => DateTime.UnixEpoch.AddSeconds(seconds / 7.0))
            .Select(time => new Both(time, time.ToString("O", CultureInfo.InvariantCulture))),
        Gen.Choose(-12, 12)
            .Select(hours => new DateTimeOffset(2024, 2, 29, 13, 45, 0, TimeSpan.FromHours(hours)))
            .Select(time => new Both(time, time.ToString("O", CultureInfo.InvariantCulture)))
    );

    private static readonly Gen<Both[]> Rows = Gen.CollectToArray([
        Numbers,
        Numbers,
        Words("Bern", "Graz", "Tokyo", " Tokyo ", "Atlantis", "NA", "bern", "a,b", "ß"),
        Words("True", "False", "true", "maybe"),
        Gen.OneOf(Words("1.0", "2", "3", "4", "x"), Gen.Choose(2, 5).Select(n => Number(n))),
        Dates,
        Words("red wine", "white \"wine\"", "two\nlines", "  ", "?", "Straße 7", "\U0001F377 rouge"),
    ]);

    [Test]
    public void Typed_values_are_answered_as_the_same_row_of_a_file_is() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Rows.ToArbitrary(),
                row =>
                {
                    string[] names = [.. Model.FeatureNames];
                    string text = $"{string.Join(',', names)}\n{string.Join(',', row.Select(cell => cell.Written))}\n";
                    using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
                    Table table = CsvTable.Read(stream, "row.csv", Model.Schema, null);
                    double[] expected = Model.Predict(table.Features, table.Schema).Values.ToArray();
                    Prediction answer = Model.Predict([.. names.Zip(row, (name, cell) => (name, cell.Value))]);
                    return expected.SequenceEqual(answer.Probabilities.Values)
                        && Unknown(table)
                            == answer.Notes.Count(note => note.Contains("not seen", StringComparison.Ordinal));
                }
            )
        );

    /// <summary>How many categories hold a text that the model does not know.</summary>
    private static int Unknown(Table table) =>
        table.Schema.Index().Count(f => f.Item is CategoryFeature && table.Features[f.Index, 0] == -1);
}
