namespace Tiny.Nn.Tabular.Metrics;

/// <summary>The baseline of a classifier: always to predict the class that is most frequent in the training rows.</summary>
public static class MajorityClass
{
    /// <summary>The most frequent class, the lowest code of equally frequent ones.</summary>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    public static int Find(ReadOnlySpan<int> codes)
    {
        Pairs.Check(codes.Length, codes.Length);
        Dictionary<int, int> counts = [];
        foreach (int code in codes)
        {
            counts[code] = counts.GetValueOrDefault(code) + 1;
        }
        return counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
    }

    /// <summary>The part of the samples that is right when one class is always predicted.</summary>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    public static double Accuracy(int code, ReadOnlySpan<int> actual)
    {
        Pairs.Check(actual.Length, actual.Length);
        return (double)actual.Count(code) / actual.Length;
    }
}
