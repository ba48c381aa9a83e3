using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Numerics.Threads;

namespace Tiny.Nn.Training;

/// <summary>
/// The gradient of a batch of n samples that is cut into S shards of neighbouring samples, each with a gradient of its own:
/// g = Σₛ (nₛ/n)·gₛ
/// The sum is a binary tree that S alone decides, (g₀ + g₁) + (g₂ + g₃) for S = 4. So the bits depend on S, and not on who computes which shard.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ShardedGradient<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Objective<T> objective;
    private readonly Workspace<T>[] workspaces;
    private readonly Generator[] generators;
    private readonly T[] values;
    private ExceptionDispatchInfo? fault;

    /// <param name="objective">What is differentiated; its penalty is of the whole, and not looked at.</param>
    /// <param name="shards">S, two at least.</param>
    /// <exception cref="ArgumentException">A layer looks at the whole batch, as batch normalization does.</exception>
    internal ShardedGradient(Objective<T> objective, int shards)
    {
        if (objective.Network.Layers.Any(layer => layer is StatefulLayer<T>))
        {
            throw new ArgumentException(
                "A layer of the network looks at the whole batch, and shards see a part of it only: normalize by layer, or not at all.",
                nameof(shards)
            );
        }
        this.objective = objective;
        workspaces = [.. Enumerable.Range(0, shards).Select(_ => objective.Network.CreateWorkspace(capacity: 1))];
        generators = [.. workspaces.Select(_ => new Generator(0))];
        values = new T[shards];
    }

    /// <summary>∂L/∂θ without the penalty's part: parameters × 1.</summary>
    internal Matrix<T> Gradient => workspaces[0].Gradient;

    /// <summary>Computes it.</summary>
    /// <param name="batch">The samples. Where there are fewer than shards, some shards are empty.</param>
    /// <param name="generator">One number is drawn from it, from which each shard has a generator of its own for dropout.</param>
    /// <returns>The mean loss.</returns>
    internal T Compute(in Batch<T> batch, Generator generator)
    {
        ulong seed = generator.NextBits();
        for (int shard = 0; shard < workspaces.Length; shard++)
        {
            generators[shard].Restart(seed, (ulong)shard);
            int count = End(shard, batch.Count) - Start(shard, batch.Count);
            if (workspaces[shard].Capacity < count)
            {
                workspaces[shard] = objective.Network.CreateWorkspace(count);
            }
        }
        Work work = new(this, batch);
        StepThreads.Run(ref work, workspaces.Length);
        Interlocked.Exchange(ref fault, null)?.Throw();
        AddUp();
        return values[0];
    }

    private int Start(int shard, int samples) => (int)((long)shard * samples / workspaces.Length);

    private int End(int shard, int samples) => Start(shard + 1, samples);

    private void ComputeShard(int shard, Batch<T> batch)
    {
        int first = Start(shard, batch.Count);
        int count = End(shard, batch.Count) - first;
        Workspace<T> workspace = workspaces[shard];
        if (count == 0)
        {
            values[shard] = T.Zero;
            workspace.Gradient.Values.Clear();
            return;
        }
        T share = T.CreateTruncating(count) / T.CreateTruncating(batch.Count);
        values[shard] = share * objective.LossGradient(batch.Slice(first, count), workspace, generators[shard]);
        Elementwise.Map(
            new Scale(double.CreateTruncating(share)),
            workspace.Gradient.Values,
            workspace.Gradient.Values
        );
    }

    private void AddUp()
    {
        for (int stride = 1; stride < workspaces.Length; stride *= 2)
        {
            for (int shard = 0; shard + stride < workspaces.Length; shard += 2 * stride)
            {
                values[shard] += values[shard + stride];
                Span<T> sum = workspaces[shard].Gradient.Values;
                Elementwise.Map(default(Sum), sum, workspaces[shard + stride].Gradient.Values, sum);
            }
        }
    }

    private readonly struct Work(ShardedGradient<T> gradient, Batch<T> batch) : ITeamWork
    {
        public void Do(int part)
        {
            try
            {
                gradient.ComputeShard(part, batch);
            }
            catch (Exception thrown)
            {
                // A part of a piece of work must not throw; of several that did one is told.
                gradient.fault = ExceptionDispatchInfo.Capture(thrown);
            }
        }
    }

    private readonly struct Scale(double factor) : IUnary
    {
        private readonly Scalar factor = factor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => V.Constant(factor) * x;
    }

    private readonly struct Sum : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V y)
            where V : struct, ILanes<V> => x + y;
    }
}
