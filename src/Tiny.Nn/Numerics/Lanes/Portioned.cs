using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Threads;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>A kernel over a series of numbers, any range of which is such a kernel too.</summary>
/// <typeparam name="TKernel">The kernel itself.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal interface IPortionedKernel<TKernel, T> : IKernel<T>
    where TKernel : struct, IPortionedKernel<TKernel, T>, allows ref struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The same work on a range.</summary>
    TKernel Range(int first, int count);
}

/// <summary>Runs kernels on long series, portion by portion, by all threads that work together.</summary>
internal static class Portioned<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Numbers of a portion at least: a few microseconds of work, whole vectors, and no line of the cache in two portions.</summary>
    internal const int Least = 1 << 14;

    private const int PortionsPerThread = 4;

    /// <summary>Runs a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="length">How many numbers it works on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Run<TKernel>(TKernel kernel, int length)
        where TKernel : struct, IPortionedKernel<TKernel, T>, allows ref struct
    {
        if (length >= 2 * Least && StepThreads.Current is { } team)
        {
            Share(kernel, length, team);
        }
        else
        {
            WidestLanes<T>.Run(kernel);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Share<TKernel>(TKernel kernel, int length, Team team)
        where TKernel : struct, IPortionedKernel<TKernel, T>, allows ref struct
    {
        int wanted = length / (team.Size * PortionsPerThread);
        int portion = Math.Max(Least, (wanted + Least - 1) / Least * Least);
        Work<TKernel> work = new(kernel, length, portion);
        team.Run(ref work, (length + portion - 1) / portion);
    }

    private readonly ref struct Work<TKernel>(TKernel kernel, int length, int portion) : ITeamWork
        where TKernel : struct, IPortionedKernel<TKernel, T>, allows ref struct
    {
        private readonly TKernel kernel = kernel;

        public void Do(int part)
        {
            int first = part * portion;
            WidestLanes<T>.Run(kernel.Range(first, Math.Min(portion, length - first)));
        }
    }
}
