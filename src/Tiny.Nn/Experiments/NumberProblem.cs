using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Data;
using Tiny.Nn.Losses;
using Tiny.Nn.Models;
using Tiny.Nn.Numerics;
using Tiny.Nn.Preprocessing;

namespace Tiny.Nn.Experiments;

/// <summary>The target is a number.</summary>
internal sealed class NumberProblem<T>(TargetColumn target, Loss loss) : Problem<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlyMemory<double> numbers = target.Numbers();

    internal override TargetKind Kind => TargetKind.Regression;

    internal override int Outputs => 1;

    internal override Activation OutputActivation => Activation.Identity;

    internal override Loss Loss => loss;

    internal override ModelTarget Describe(ReadOnlySpan<int> trainingRows) =>
        new NumberTarget(target.Name, Standardization.Fit(Numbers(trainingRows)));

    internal override Matrix<T> Encode(ReadOnlySpan<int> rows, ModelTarget description)
    {
        Matrix<double> values = Numbers(rows);
        ((NumberTarget)description).Scaling.Apply(values, values);
        return new Matrix<T>(1, rows.Length, [.. values.Values.ToArray().Select(T.CreateTruncating)]);
    }

    internal override (int[] Kept, int[] Part) Divide(ReadOnlySpan<int> rows, double share, Generator generator)
    {
        if (share == 0)
        {
            return (rows.ToArray(), []);
        }
        return Rows.Of(Split.Random(rows.Length, share, generator), rows);
    }

    private Matrix<double> Numbers(ReadOnlySpan<int> rows)
    {
        Matrix<double> values = new(1, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            values[0, i] = numbers.Span[rows[i]];
        }
        return values;
    }
}
