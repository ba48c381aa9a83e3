using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>The functions of <see cref="Elementary"/> of one number, one by one and as a table.</summary>
internal static class ElementaryFunctions
{
    internal static UnaryFunction Exp { get; } = new UnaryFunction<ExpFunction>(nameof(Exp));

    internal static UnaryFunction ExpM1 { get; } = new UnaryFunction<ExpM1Function>(nameof(ExpM1));

    internal static UnaryFunction Log { get; } = new UnaryFunction<LogFunction>(nameof(Log));

    internal static UnaryFunction Log1P { get; } = new UnaryFunction<Log1PFunction>(nameof(Log1P));

    internal static UnaryFunction Sigmoid { get; } = new UnaryFunction<SigmoidFunction>(nameof(Sigmoid));

    internal static UnaryFunction Tanh { get; } = new UnaryFunction<TanhFunction>(nameof(Tanh));

    internal static UnaryFunction Softplus { get; } = new UnaryFunction<SoftplusFunction>(nameof(Softplus));

    internal static UnaryFunction Erf { get; } = new UnaryFunction<ErfFunction>(nameof(Erf));

    internal static UnaryFunction NormalCdf { get; } = new UnaryFunction<NormalCdfFunction>(nameof(NormalCdf));

    internal static UnaryFunction NormalDensity { get; } =
        new UnaryFunction<NormalDensityFunction>(nameof(NormalDensity));

    internal static UnaryFunction CosPi { get; } = new UnaryFunction<CosPiFunction>(nameof(CosPi));

    internal static UnaryFunction SinPi { get; } = new UnaryFunction<SinPiFunction>(nameof(SinPi));

    internal static UnaryFunction[] All { get; } =
    [Exp, ExpM1, Log, Log1P, Sigmoid, Tanh, Softplus, Erf, NormalCdf, NormalDensity, CosPi, SinPi];

    private readonly struct CosPiFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.CosPi(x);
    }

    private readonly struct SinPiFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.SinPi(x);
    }

    private readonly struct ExpFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Exp(x);
    }

    private readonly struct ExpM1Function : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.ExpM1(x);
    }

    private readonly struct LogFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Log(x);
    }

    private readonly struct Log1PFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Log1P(x);
    }

    private readonly struct SigmoidFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Sigmoid(x);
    }

    private readonly struct TanhFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Tanh(x);
    }

    private readonly struct SoftplusFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Softplus(x);
    }

    private readonly struct ErfFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Erf(x);
    }

    private readonly struct NormalCdfFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.NormalCdf(x);
    }

    private readonly struct NormalDensityFunction : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.NormalDensity(x);
    }
}
