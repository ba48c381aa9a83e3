using System.Collections.Immutable;
using System.Globalization;
using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tests.Settings;

/// <summary>The library and the texts of its settings allow the same numbers.</summary>
[TestFixture]
public sealed class RangeAgreementTests
{
    private static readonly double[] Numbers = [-1, -0.1, 0, 1e-300, 0.5, 0.999, 1, 1.5, 2, 1e300];
    private static readonly int[] Counts = [-1, 0, 1, 2, 3, 65535, 65536, 65537, int.MaxValue];

    private static readonly TestCaseData[] Settings =
    [
        Number("mark-from", value => new EncodingOptions { MarkFrom = value }),
        Number("threshold", value => new FixedThreshold(value)),
        Number("dropout", value => new Recipe { Dropout = value }),
        Number("learning-rate", value => new Adam(value)),
        Number("momentum", value => new Momentum(Decay: value)),
        Number("rho", value => new RmsProp(Decay: value)),
        Number("beta1", value => new Adam(Beta1: value)),
        Number("beta2", value => new AdamW(Beta2: value)),
        Number("epsilon", value => new Adagrad(Epsilon: value)),
        Number("weight-decay", value => new AdamW(WeightDecay: value)),
        Number("l1", value => new WeightPenalty(L1: value)),
        Number("l2", value => new WeightPenalty(L2: value)),
        Number("clip-norm", value => new ClipByNorm(value)),
        Number("clip-value", value => new ClipByValue(value)),
        Number("label-smoothing", value => new Recipe { LabelSmoothing = value }),
        Number("huber-delta", value => new Huber(value)),
        Number("validation", value => new Recipe { ValidationFraction = value }),
        Number("test", value => new Recipe { TestFraction = value }),
        Number("frequency", value => new Recipe { Frequency = value }),
        Number("decay", value => new WeightDecay(value)),
        Number("patience-growth", value => new Recipe { PatienceGrowth = value }),
        Count("bins", value => new EncodingOptions { Bins = value }),
        Count("max-levels", value => new EncodingOptions { MaxLevels = value }),
        Count("word-buckets", value => new EncodingOptions { WordBuckets = value }),
        Count("hidden", value => new Recipe { Hidden = ImmutableArray.Create(value) }),
        Count("batch-size", value => new Recipe { BatchSize = value }),
        Count("shards", value => new Recipe { Shards = value }),
        Count("epochs", value => new Recipe { Epochs = value }),
        Count("patience", value => new Recipe { Patience = value }),
        Count("category-embedding", value => new Recipe { CategoryEmbedding = value }),
        Count("embed-from", value => new Recipe { EmbedFrom = value }),
    ];

    [TestCaseSource(nameof(Settings))]
    public void A_number_is_allowed_as_a_text_where_the_library_allows_it(
        string name,
        IReadOnlyList<(string Text, Func<object> Create)> tried
    )
    {
        Setting setting = SettingTable.Find(name)!;
        Assert.Multiple(() =>
        {
            foreach ((string text, Func<object> create) in tried)
            {
                Assert.That(setting.Check(text) is null, Is.EqualTo(IsAllowed(create)), $"{name} {text}");
            }
        });
    }

    [Test]
    public void Every_setting_of_a_range_is_tried()
    {
        IEnumerable<string> ranges = SettingTable
            .All.Where(setting => setting.Range.Length > 0)
            .Select(one => one.Name);
        Assert.That(
            ranges.Except(Settings.Select(one => (string)one.Arguments[0]!)),
            Is.EqualTo(["rate-factors", "seed"])
        );
    }

    private static bool IsAllowed(Func<object> create)
    {
        try
        {
            create();
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static TestCaseData Number(string name, Func<double, object> create) => Tried(name, Numbers, create);

    private static TestCaseData Count(string name, Func<int, object> create) => Tried(name, Counts, create);

    private static TestCaseData Tried<TValue>(string name, TValue[] values, Func<TValue, object> create)
        where TValue : IFormattable
    {
        (string, Func<object>)[] tried =
        [
            .. values.Select(value =>
                (value.ToString(null, CultureInfo.InvariantCulture), (Func<object>)(() => create(value)))
            ),
        ];
        return new TestCaseData(name, tried).SetArgDisplayNames(name);
    }
}
