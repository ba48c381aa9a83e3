using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Activations;

/// <summary>Activations as functions of plain numbers.</summary>
internal static class Evaluation
{
    /// <summary>All that work on each number alone, two of them with a parameter of their own.</summary>
    internal static Activation[] Elementwise { get; } =
    [
        .. Activation
            .All.Append(Activation.Parse("leaky-relu:0.3"))
            .Append(Activation.Parse("elu:0.5"))
            .Where(f => f is not Softmax),
    ];

    /// <summary>f(z).</summary>
    internal static double[] At<T>(this Activation activation, params double[] z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Forward(activation, Matrices.Column<T>(z)).ToDoubles();

    /// <summary>f′(z): what a derivative of 1 becomes on its way back.</summary>
    internal static double[] SlopeAt<T>(this Activation activation, params double[] z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> input = Matrices.Column<T>(z);
        Matrix<T> d = Matrices.Column<T>([.. z.Select(_ => 1.0)]);
        activation.Backward(input, Forward(activation, input), d, d);
        return d.ToDoubles();
    }

    internal static Matrix<T> Forward<T>(Activation activation, Matrix<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> a = new(z.Rows, z.Columns);
        activation.Forward(z, a);
        return a;
    }
}
