using System.Runtime.CompilerServices;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>An activation of each number alone. Its Jacobian is diagonal: dz = f′(z) ∘ da.</summary>
internal sealed record ElementwiseActivation<TFormula>(TFormula Formula)
    : Activation,
        IParametric,
        IElementwiseActivation
    where TFormula : struct, IActivationFormula, IEquatable<TFormula>
{
    public override Initializer DefaultInitializer => Formula.DefaultInitializer;

    public override IReadOnlyList<double> Kinks => Formula.Kinks;

    IActivationFormula IElementwiseActivation.Formula => Formula;

    double? IParametric.Parameter => (Formula as IParametric)?.Parameter;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward<T>(Matrix<T> z, Matrix<T> a)
    {
        Shape.Same(z, a);
        Numerics.Lanes.Elementwise.Map(new Value(Formula), z.Values, a.Values);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward<T>(Matrix<T> z, Matrix<T> a, Matrix<T> da, Matrix<T> dz)
    {
        Shape.Same(z, a);
        Shape.Same(z, da);
        Shape.Same(z, dz);
        Numerics.Lanes.Elementwise.Map(new Product(Formula), z.Values, a.Values, da.Values, dz.Values);
    }

    private readonly struct Value(TFormula formula) : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V z)
            where V : struct, ILanes<V> => formula.Value(z);
    }

    private readonly struct Product(TFormula formula) : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V z, V a, V da)
            where V : struct, ILanes<V> => formula.Derivative(z, a) * da;
    }
}
