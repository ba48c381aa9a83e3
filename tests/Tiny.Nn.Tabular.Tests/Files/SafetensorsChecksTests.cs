using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Files;

[TestFixture]
public sealed class SafetensorsChecksTests
{
    private const string Eight = "\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]";

    private static readonly TestCaseData[] Faults =
    [
        Header("", "not a model file"),
        Header("{", "not a model file"),
        Header("  ", "begin with"),
        Header(" {}", "begin with"),
        Header("\uFEFF{}", "begin with"),
        Header("[]", "begin with"),
        Header("{]", "not JSON"),
        Header("{}{}", "not JSON"),
        Header("{}\0\0", "not JSON"),
        Header("{/**/}", "not JSON"),
        Header("{\"a\":1}", "has a StartObject"),
        Header("{\"a\":{" + Eight + "},}", "not JSON"),
        Header("{\"a\":{" + Eight + "},\"a\":{" + Eight + "}}", "names 'a' twice"),
        Header("{\"a\":{" + Eight + "},\"\\u0061\":{" + Eight + "}}", "names 'a' twice"),
        Header("{\"__metadata__\":{},\"__metadata__\":{}}", "names '__metadata__' twice"),
        Header("{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}", "metadata name 'k' twice"),
        Header("{\"__metadata__\":{\"k\":1}}", "has a String"),
        Header("{\"__metadata__\":{\"k\":null}}", "has a String"),
        Header("{\"__metadata__\":{\"k\":{}}}", "has a String"),
        Header("{\"__metadata__\":[]}", "has a StartObject"),
        Header("{\"__metadata__\":{\"k\":\"\\uD800\"}}", "surrogate"),
        Header("{\"\\uDC00\":{}}", "surrogate"),
        Header("{\"a\":{}}", "needs a dtype"),
        Header("""{"a":{"dtype":"F32","shape":[2]}}""", "needs a dtype"),
        Header("""{"a":{"dtype":"F32","data_offsets":[0,8]}}""", "needs a dtype"),
        Header("""{"a":{"shape":[2],"data_offsets":[0,8]}}""", "needs a dtype"),
        Header("{\"a\":{" + Eight + ",\"dtype\":\"F32\"}}", "second 'dtype'"),
        Header("{\"a\":{" + Eight + ",\"shape\":[2]}}", "second 'shape'"),
        Header("{\"a\":{" + Eight + ",\"data_offsets\":[0,8]}}", "second 'data_offsets'"),
        Header("{\"a\":{" + Eight + ",\"more\":1}}", "'more'"),
        One("\"BF16\"", "[4]", "[0,8]", "'BF16'"),
        One("\"I64\"", "[1]", "[0,8]", "'I64'"),
        One("\"f32\"", "[2]", "[0,8]", "'f32'"),
        One("32", "[2]", "[0,8]", "has a String"),
        One("\"F32\"", "2", "[0,8]", "has a StartArray"),
        One("\"F32\"", "[-2]", "[0,8]", "integer from 0"),
        One("\"F32\"", "[-1,-2]", "[0,8]", "integer from 0"),
        One("\"F32\"", "[2.0]", "[0,8]", "integer from 0"),
        One("\"F32\"", "[2e0]", "[0,8]", "integer from 0"),
        One("\"F32\"", "[\"2\"]", "[0,8]", "integer from 0"),
        One("\"F32\"", "[null]", "[0,8]", "integer from 0"),
        One("\"F32\"", "[[2]]", "[0,8]", "not JSON, or nests deeper"),
        One("\"F32\"", "[2147483648]", "[0,8]", "size above"),
        One("\"F32\"", "[18446744073709551616]", "[0,8]", "integer from 0"),
        One("\"F32\"", "[65536,65536]", "[0,0]", "more than"),
        One("\"F64\"", "[2147483647,2147483647,2147483647,2147483647]", "[0,8]", "more than"),
        One("\"F32\"", "[2]", "[0]", "data_offsets"),
        One("\"F32\"", "[2]", "[0,8,8]", "data_offsets"),
        One("\"F32\"", "[2]", "[]", "data_offsets"),
        One("\"F32\"", "[2]", "[8,0]", "data_offsets"),
        One("\"F32\"", "[2]", "[9223372036854775800,9223372036854775808]", "data_offsets"),
        One("\"F32\"", "[3]", "[0,8]", "8 bytes by its data_offsets, 12 by its shape"),
        One("\"F64\"", "[2]", "[0,8]", "8 bytes by its data_offsets, 16 by its shape"),
        One("\"F32\"", "[]", "[0,8]", "8 bytes by its data_offsets, 4 by its shape"),
        One("\"F32\"", "[0]", "[0,8]", "8 bytes by its data_offsets, 0 by its shape"),
        One("\"F32\"", "[2]", "[4,12]", "gap"),
        One("\"F32\"", "[2]", "[9223372036854775799,9223372036854775807]", "gap"),
        One("\"F32\"", "[0]", "[4,4]", "gap"),
        One("\"F32\"", "[3]", "[0,12]", "ends within its numbers"),
        One("\"F32\"", "[1]", "[0,4]", "More bytes follow"),
        Header("{}", "More bytes follow"),
        Two("[0,4]", "[0,4]", "overlaps"),
        Two("[0,4]", "[2,6]", "overlaps"),
        Two("[4,8]", "[4,8]", "gap"),
        Two("[0,4]", "[8,12]", "gap"),
    ];

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_told(string header, string what)
    {
        byte[] bytes = Safetensors.File(header, new byte[8]);
        ModelFormatException told = Assert.Throws<ModelFormatException>(() => Safetensors.Read(bytes));
        Assert.That(told.What, Does.Contain(what));
        Assert.That(told.Where, Does.StartWith("some.model, "));
        Assert.That(told.Advice, Is.Not.Empty);
        Assert.That(told.Message, Is.EqualTo($"{told.Where}: {told.What} {told.Advice}"));
        Assert.That(
            () => SafetensorsFile.Read(new Pipe(bytes), "some.model"),
            Throws.TypeOf<ModelFormatException>().With.Message.EqualTo(told.Message)
        );
    }

    [Test]
    public void A_header_that_is_not_UTF8_is_refused()
    {
        byte[] header = [.. "{\"__metadata__\":{\"k\":\""u8, 0xC3, 0x28, .. "\"}}"u8];
        Assert.That(
            () => Safetensors.Read(Safetensors.File(header, [])),
            Throws.TypeOf<ModelFormatException>().With.Property("What").Contains("UTF-8")
        );
    }

    [Test]
    public void Deep_nesting_is_refused_without_a_deep_stack() =>
        Assert.That(
            () => Safetensors.Read(Safetensors.File(string.Concat(Enumerable.Repeat("{\"a\":", 1_000_000)))),
            Throws.TypeOf<ModelFormatException>()
        );

    [Test]
    public void A_name_is_quoted_short_and_without_what_steers_a_terminal()
    {
        string name = "\u001B[2J\u202E" + new string('x', 5000);
        string header = "{\"" + name.Replace("\u001B", "\\u001B", StringComparison.Ordinal) + "\":{}}";
        ModelFormatException told = Assert.Throws<ModelFormatException>(() =>
            Safetensors.Read(Safetensors.File(header))
        );
        Assert.That(told.Message, Does.Contain(@"'\u001B[2J\u202Exxx").And.Contain("x…'").And.Length.LessThan(300));
    }

    private static TestCaseData Header(string header, string what) =>
        new TestCaseData(header, what).SetArgDisplayNames(Shown(header));

    private static TestCaseData One(string type, string shape, string offsets, string what) =>
        Header($$"""{"a":{"dtype":{{type}},"shape":{{shape}},"data_offsets":{{offsets}} } }""", what);

    private static TestCaseData Two(string first, string second, string what) =>
        Header("{" + Single("a", first) + "," + Single("b", second) + "}", what);

    private static string Single(string name, string offsets) =>
        $$"""
            "{{name}}":{"dtype":"F32","shape":[1],"data_offsets":{{offsets}} }
            """;

    /// <summary>Test names keep to characters that every test runner can show.</summary>
    private static string Shown(string header) =>
        string.Concat(header.Select(c => c is >= ' ' and <= '~' ? $"{c}" : $"u{(int)c:X4}"));
}
