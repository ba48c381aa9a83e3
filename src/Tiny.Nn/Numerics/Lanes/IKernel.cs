using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>Work that is written once and runs over lanes of any width: its operands, and what to do with them.</summary>
internal interface IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Does the work with lanes of one width.</summary>
    void Run<V>()
        where V : struct, ILanes<V, T>;
}

/// <summary>Runs a kernel with the widest lanes that this machine has, and that it multiplies and adds with in one instruction.</summary>
internal static class WidestLanes<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run<TKernel>(TKernel kernel)
        where TKernel : struct, IKernel<T>, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
        {
            kernel.Run<Lanes512<T>>();
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            kernel.Run<Lanes256<T>>();
        }
        // Without a fused multiply-add, vectors would be taken apart for each.
        else if (Vector128.IsHardwareAccelerated && ExactMultiplyAdd.IsInstruction)
        {
            kernel.Run<Lanes128<T>>();
        }
        else
        {
            kernel.Run<Lane<T>>();
        }
    }
}
