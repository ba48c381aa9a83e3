using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>A new value for θ, made of θ and g.</summary>
internal interface IUpdate
{
    V Invoke<V>(V theta, V g)
        where V : struct, ILanes<V>;
}

/// <summary>A new value for θ, made of θ, g and a moment, which is brought up to date.</summary>
internal interface IUpdateWithMoment
{
    V Invoke<V>(V theta, V g, ref V moment)
        where V : struct, ILanes<V>;
}

/// <summary>A new value for θ, made of θ, g and two moments, which are brought up to date.</summary>
internal interface IUpdateWithTwoMoments
{
    V Invoke<V>(V theta, V g, ref V first, ref V second)
        where V : struct, ILanes<V>;
}

/// <summary>Updates of a vector in one pass: what optimizers are made of.</summary>
internal static class InPlace
{
    /// <summary>θᵢ ← f(θᵢ, gᵢ).</summary>
    internal static void Update<TRule, T>(TRule rule, Span<T> theta, ReadOnlySpan<T> g)
        where TRule : struct, IUpdate
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(theta.Length, g.Length);
        WidestLanes<T>.Run(new Kernel<TRule, T>(rule, theta, g));
    }

    /// <summary>θᵢ, mᵢ ← f(θᵢ, gᵢ, mᵢ).</summary>
    internal static void Update<TRule, T>(TRule rule, Span<T> theta, ReadOnlySpan<T> g, Span<T> moment)
        where TRule : struct, IUpdateWithMoment
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(theta.Length, g.Length);
        Shape.Same(theta.Length, moment.Length);
        WidestLanes<T>.Run(new MomentKernel<TRule, T>(rule, theta, g, moment));
    }

    /// <summary>θᵢ, mᵢ, vᵢ ← f(θᵢ, gᵢ, mᵢ, vᵢ).</summary>
    internal static void Update<TRule, T>(TRule rule, Span<T> theta, ReadOnlySpan<T> g, Span<T> first, Span<T> second)
        where TRule : struct, IUpdateWithTwoMoments
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(theta.Length, g.Length);
        Shape.Same(theta.Length, first.Length);
        Shape.Same(theta.Length, second.Length);
        WidestLanes<T>.Run(new TwoMomentsKernel<TRule, T>(rule, theta, g, first, second));
    }

    internal readonly ref struct Kernel<TRule, T>(TRule rule, Span<T> theta, ReadOnlySpan<T> g) : IKernel<T>
        where TRule : struct, IUpdate
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly TRule rule = rule;
        private readonly Span<T> theta = theta;
        private readonly ReadOnlySpan<T> g = g;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int i = 0;
            for (; i <= theta.Length - V.Count; i += V.Count)
            {
                V.Store(rule.Invoke(V.Load(in theta[i]), V.Load(in g[i])), ref theta[i]);
            }
            if (i < theta.Length)
            {
                V mask = V.First(theta.Length - i);
                V.Store(rule.Invoke(V.Load(in theta[i], mask), V.Load(in g[i], mask)), ref theta[i], mask);
            }
        }
    }

    internal readonly ref struct MomentKernel<TRule, T>(TRule rule, Span<T> theta, ReadOnlySpan<T> g, Span<T> moment)
        : IKernel<T>
        where TRule : struct, IUpdateWithMoment
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly TRule rule = rule;
        private readonly Span<T> theta = theta;
        private readonly ReadOnlySpan<T> g = g;
        private readonly Span<T> moment = moment;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int i = 0;
            for (; i <= theta.Length - V.Count; i += V.Count)
            {
                V m = V.Load(in moment[i]);
                V.Store(rule.Invoke(V.Load(in theta[i]), V.Load(in g[i]), ref m), ref theta[i]);
                V.Store(m, ref moment[i]);
            }
            if (i < theta.Length)
            {
                V mask = V.First(theta.Length - i);
                V m = V.Load(in moment[i], mask);
                V.Store(rule.Invoke(V.Load(in theta[i], mask), V.Load(in g[i], mask), ref m), ref theta[i], mask);
                V.Store(m, ref moment[i], mask);
            }
        }
    }

    internal readonly ref struct TwoMomentsKernel<TRule, T>(
        TRule rule,
        Span<T> theta,
        ReadOnlySpan<T> g,
        Span<T> first,
        Span<T> second
    ) : IKernel<T>
        where TRule : struct, IUpdateWithTwoMoments
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly TRule rule = rule;
        private readonly Span<T> theta = theta;
        private readonly ReadOnlySpan<T> g = g;
        private readonly Span<T> first = first;
        private readonly Span<T> second = second;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int i = 0;
            for (; i <= theta.Length - V.Count; i += V.Count)
            {
                V m = V.Load(in first[i]);
                V v = V.Load(in second[i]);
                V.Store(rule.Invoke(V.Load(in theta[i]), V.Load(in g[i]), ref m, ref v), ref theta[i]);
                V.Store(m, ref first[i]);
                V.Store(v, ref second[i]);
            }
            if (i < theta.Length)
            {
                V mask = V.First(theta.Length - i);
                V m = V.Load(in first[i], mask);
                V v = V.Load(in second[i], mask);
                V.Store(
                    rule.Invoke(V.Load(in theta[i], mask), V.Load(in g[i], mask), ref m, ref v),
                    ref theta[i],
                    mask
                );
                V.Store(m, ref first[i], mask);
                V.Store(v, ref second[i], mask);
            }
        }
    }
}
