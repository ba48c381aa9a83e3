using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>
/// The share of samples whose largest output is that of their class. Softmax keeps the order, so logits tell as much as
/// probabilities.
/// </summary>
internal sealed class CategoricalAccuracy<T> : ValidationScore<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private int right;
    private int all;

    internal override void Clear() => (right, all) = (0, 0);

    internal override void Add(Matrix<T> output, Matrix<T> target)
    {
        Span<int> answer = stackalloc int[1];
        Span<int> wanted = stackalloc int[1];
        for (int sample = 0; sample < target.Columns; sample++)
        {
            OneHot.Decode(output.Slice(sample, 1), answer);
            OneHot.Decode(target.Slice(sample, 1), wanted);
            right += answer[0] == wanted[0] ? 1 : 0;
        }
        all += target.Columns;
    }

    internal override EpochReport AddTo(EpochReport report) => report with { ValidationAccuracy = (double)right / all };
}

/// <summary>The share of samples whose one output lies on the side of their class: the second class is above the boundary.</summary>
/// <param name="boundary">½ of probabilities, 0 of logits: σ(0) = ½.</param>
internal sealed class BinaryAccuracy<T>(T boundary) : ValidationScore<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Half = T.CreateTruncating(0.5);

    private int right;
    private int all;

    internal override void Clear() => (right, all) = (0, 0);

    internal override void Add(Matrix<T> output, Matrix<T> target)
    {
        ReadOnlySpan<T> answers = output.Values;
        ReadOnlySpan<T> wanted = target.Values;
        for (int sample = 0; sample < wanted.Length; sample++)
        {
            right += answers[sample] > boundary == wanted[sample] > Half ? 1 : 0;
        }
        all += wanted.Length;
    }

    internal override EpochReport AddTo(EpochReport report) => report with { ValidationAccuracy = (double)right / all };
}
