using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Data;
using Tiny.Nn.Losses;
using Tiny.Nn.Models;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Experiments;

/// <summary>The target is one of several classes.</summary>
internal sealed class ClassProblem<T>(TargetColumn target, double labelSmoothing) : Problem<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private bool IsBinary => target.Levels.Count == 2;

    internal override TargetKind Kind => TargetKind.Classification;

    internal override int Outputs => IsBinary ? 1 : target.Levels.Count;

    internal override Activation OutputActivation => IsBinary ? Activation.Sigmoid : Activation.Softmax;

    internal override Loss Loss => IsBinary ? new BinaryCrossEntropy(labelSmoothing) : new CrossEntropy(labelSmoothing);

    internal override ModelTarget Describe(ReadOnlySpan<int> trainingRows) =>
        new ClassTarget(target.Name, target.Levels);

    internal override Matrix<T> Encode(ReadOnlySpan<int> rows, ModelTarget description)
    {
        int[] codes = Codes(rows);
        return IsBinary
            ? new Matrix<T>(1, codes.Length, [.. codes.Select(code => T.CreateTruncating(code))])
            : OneHot.Encode<T>(codes, Outputs);
    }

    private protected override Split Split(ReadOnlySpan<int> rows, double share, Generator generator) =>
        Data.Split.Stratified(Codes(rows), share, generator);

    private int[] Codes(ReadOnlySpan<int> rows) => Rows.Pick(target.Codes.Span, rows);
}
