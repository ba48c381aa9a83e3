using System.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Shared;

/// <summary>One of the four widths that a kernel can run at, whether or not this machine has registers of that width.</summary>
internal abstract class Width<T>(string name)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>One lane: the reference.</summary>
    internal static Width<T> One { get; } = new Width<T, Lane<T>>("one lane");

    internal static Width<T>[] Wider { get; } =
    [
        new Width<T, Lanes128<T>>("128 bits"),
        new Width<T, Lanes256<T>>("256 bits"),
        new Width<T, Lanes512<T>>("512 bits"),
    ];

    internal abstract int Count { get; }

    internal abstract void Run<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel<T>, allows ref struct;

    public override string ToString() => name;
}

internal sealed class Width<T, V>(string name) : Width<T>(name)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<V, T>
{
    internal override int Count => V.Count;

    internal override void Run<TKernel>(TKernel kernel) => kernel.Run<V>();
}
