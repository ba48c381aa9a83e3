using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Tabular.Tests.Ranks;

/// <summary>What ranks have to have in common is compared, and whoever has something else is named.</summary>
[TestFixture]
public sealed class AgreementTests
{
    [Test]
    public void Ranks_with_the_same_bytes_agree() => Assert.That(Compare(-1), Has.All.Null);

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(2, 2)]
    public void A_rank_with_others_is_named_on_every_rank(int odd, int named)
    {
        DisagreementException?[] faults = Compare(odd);
        Assert.That(faults.Select(fault => fault?.Rank), Has.All.EqualTo(named));
        Assert.That(faults[0]!.Message, Is.EqualTo($"Rank {named} has other parameters than rank 0."));
    }

    [Test]
    public void The_first_rank_decides() =>
        Assert.That(ThreadRanks.Run(3, ranks => ranks.FirstSays(ranks.Number == 0)), Has.All.True);

    [Test]
    public void Nobody_else_does() =>
        Assert.That(ThreadRanks.Run(3, ranks => ranks.FirstSays(ranks.Number != 0)), Has.All.False);

    private static DisagreementException?[] Compare(int odd) =>
        ThreadRanks.Run(
            3,
            ranks =>
            {
                try
                {
                    ranks.Require("parameters", hash => hash.AppendData([ranks.Number == odd ? (byte)1 : (byte)0]));
                    return null;
                }
                catch (DisagreementException fault)
                {
                    return fault;
                }
            }
        );
}
