using System.Numerics;

namespace Tiny.Nn.Numerics;

/// <summary>How the last vector of a tile meets the end of a column: whole, or in part.</summary>
internal interface IEdge
{
    static abstract V Load<V, T>(ref readonly T source, V mask)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    static abstract void Store<V, T>(V lanes, ref T destination, int count)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>The column ends with the vector, or goes on.</summary>
internal readonly struct WholeEdge : IEdge
{
    public static V Load<V, T>(ref readonly T source, V mask)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Load(in source);

    public static void Store<V, T>(V lanes, ref T destination, int count)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Store(lanes, ref destination);
}

/// <summary>The column ends inside the vector. The memory must be pinned.</summary>
internal readonly struct PartEdge : IEdge
{
    public static V Load<V, T>(ref readonly T source, V mask)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.LoadPinned(in source, mask);

    public static void Store<V, T>(V lanes, ref T destination, int count)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.Store(lanes, ref destination, count);
}
