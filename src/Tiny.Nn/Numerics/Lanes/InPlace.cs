using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Numerics.Lanes;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Update<TRule, T>(TRule rule, Span<T> theta, ReadOnlySpan<T> g)
        where TRule : struct, IUpdate
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(theta.Length, "parameters", g.Length, "derivatives");
        Portioned<T>.Run(new Kernel<TRule, T>(rule, theta, g), theta.Length);
    }

    /// <summary>θᵢ, mᵢ ← f(θᵢ, gᵢ, mᵢ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Update<TRule, T>(TRule rule, Span<T> theta, ReadOnlySpan<T> g, Span<T> moment)
        where TRule : struct, IUpdateWithMoment
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(theta.Length, "parameters", g.Length, "derivatives");
        Sizes.Same(theta.Length, "parameters", moment.Length, "moments");
        Portioned<T>.Run(new MomentKernel<TRule, T>(rule, theta, g, moment), theta.Length);
    }

    /// <summary>θᵢ, mᵢ, vᵢ ← f(θᵢ, gᵢ, mᵢ, vᵢ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Update<TRule, T>(TRule rule, Span<T> theta, ReadOnlySpan<T> g, Span<T> first, Span<T> second)
        where TRule : struct, IUpdateWithTwoMoments
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(theta.Length, "parameters", g.Length, "derivatives");
        Sizes.Same(theta.Length, "parameters", first.Length, "first moments");
        Sizes.Same(theta.Length, "parameters", second.Length, "second moments");
        Portioned<T>.Run(new TwoMomentsKernel<TRule, T>(rule, theta, g, first, second), theta.Length);
    }

    internal readonly ref struct Kernel<TRule, T>(TRule rule, Span<T> theta, ReadOnlySpan<T> g)
        : IPortionedKernel<Kernel<TRule, T>, T>
        where TRule : struct, IUpdate
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly Span<T> theta = theta;
        private readonly ReadOnlySpan<T> g = g;

        public Kernel<TRule, T> Range(int first, int count) =>
            new(rule, theta.Slice(first, count), g.Slice(first, count));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = theta.Length - theta.Length % V.Count;
            Update<V>(ref MemoryMarshal.GetReference(theta), in MemoryMarshal.GetReference(g), whole);
            if (whole < theta.Length)
            {
                Rest<T> thetaRest = new(theta[whole..]);
                Rest<T> gRest = new(g[whole..]);
                Update<V>(ref thetaRest[0], in gRest[0], V.Count);
                thetaRest[..(theta.Length - whole)].CopyTo(theta[whole..]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void Update<V>(ref T theta, ref readonly T g, int length)
            where V : struct, ILanes<V, T>
        {
            // A copy on the stack: what the rule holds can then stay in registers.
            TRule update = rule;
            for (int i = 0; i < length; i += V.Count)
            {
                V thetai = V.Load(in Unsafe.Add(ref theta, i));
                V gi = V.Load(in Unsafe.Add(ref Unsafe.AsRef(in g), i));
                V.Store(update.Invoke(thetai, gi), ref Unsafe.Add(ref theta, i));
            }
        }
    }

    internal readonly ref struct MomentKernel<TRule, T>(TRule rule, Span<T> theta, ReadOnlySpan<T> g, Span<T> moment)
        : IPortionedKernel<MomentKernel<TRule, T>, T>
        where TRule : struct, IUpdateWithMoment
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly Span<T> theta = theta;
        private readonly ReadOnlySpan<T> g = g;
        private readonly Span<T> moment = moment;

        public MomentKernel<TRule, T> Range(int first, int count) =>
            new(rule, theta.Slice(first, count), g.Slice(first, count), moment.Slice(first, count));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = theta.Length - theta.Length % V.Count;
            Update<V>(
                ref MemoryMarshal.GetReference(theta),
                in MemoryMarshal.GetReference(g),
                ref MemoryMarshal.GetReference(moment),
                whole
            );
            if (whole < theta.Length)
            {
                Rest<T> thetaRest = new(theta[whole..]);
                Rest<T> gRest = new(g[whole..]);
                Rest<T> momentRest = new(moment[whole..]);
                Update<V>(ref thetaRest[0], in gRest[0], ref momentRest[0], V.Count);
                thetaRest[..(theta.Length - whole)].CopyTo(theta[whole..]);
                momentRest[..(theta.Length - whole)].CopyTo(moment[whole..]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void Update<V>(ref T theta, ref readonly T g, ref T moment, int length)
            where V : struct, ILanes<V, T>
        {
            // A copy on the stack: what the rule holds can then stay in registers.
            TRule update = rule;
            for (int i = 0; i < length; i += V.Count)
            {
                V thetai = V.Load(in Unsafe.Add(ref theta, i));
                V gi = V.Load(in Unsafe.Add(ref Unsafe.AsRef(in g), i));
                V momenti = V.Load(in Unsafe.Add(ref moment, i));
                V.Store(update.Invoke(thetai, gi, ref momenti), ref Unsafe.Add(ref theta, i));
                V.Store(momenti, ref Unsafe.Add(ref moment, i));
            }
        }
    }

    internal readonly ref struct TwoMomentsKernel<TRule, T>(
        TRule rule,
        Span<T> theta,
        ReadOnlySpan<T> g,
        Span<T> first,
        Span<T> second
    ) : IPortionedKernel<TwoMomentsKernel<TRule, T>, T>
        where TRule : struct, IUpdateWithTwoMoments
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly Span<T> theta = theta;
        private readonly ReadOnlySpan<T> g = g;
        private readonly Span<T> first = first;
        private readonly Span<T> second = second;

        public TwoMomentsKernel<TRule, T> Range(int start, int count) =>
            new(
                rule,
                theta.Slice(start, count),
                g.Slice(start, count),
                first.Slice(start, count),
                second.Slice(start, count)
            );

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = theta.Length - theta.Length % V.Count;
            Update<V>(
                ref MemoryMarshal.GetReference(theta),
                in MemoryMarshal.GetReference(g),
                ref MemoryMarshal.GetReference(first),
                ref MemoryMarshal.GetReference(second),
                whole
            );
            if (whole < theta.Length)
            {
                Rest<T> thetaRest = new(theta[whole..]);
                Rest<T> gRest = new(g[whole..]);
                Rest<T> firstRest = new(first[whole..]);
                Rest<T> secondRest = new(second[whole..]);
                Update<V>(ref thetaRest[0], in gRest[0], ref firstRest[0], ref secondRest[0], V.Count);
                thetaRest[..(theta.Length - whole)].CopyTo(theta[whole..]);
                firstRest[..(theta.Length - whole)].CopyTo(first[whole..]);
                secondRest[..(theta.Length - whole)].CopyTo(second[whole..]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void Update<V>(ref T theta, ref readonly T g, ref T first, ref T second, int length)
            where V : struct, ILanes<V, T>
        {
            // A copy on the stack: what the rule holds can then stay in registers.
            TRule update = rule;
            for (int i = 0; i < length; i += V.Count)
            {
                V thetai = V.Load(in Unsafe.Add(ref theta, i));
                V gi = V.Load(in Unsafe.Add(ref Unsafe.AsRef(in g), i));
                V firsti = V.Load(in Unsafe.Add(ref first, i));
                V secondi = V.Load(in Unsafe.Add(ref second, i));
                V.Store(update.Invoke(thetai, gi, ref firsti, ref secondi), ref Unsafe.Add(ref theta, i));
                V.Store(firsti, ref Unsafe.Add(ref first, i));
                V.Store(secondi, ref Unsafe.Add(ref second, i));
            }
        }
    }
}
