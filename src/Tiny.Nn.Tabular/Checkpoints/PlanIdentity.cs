using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Checkpoints;

/// <summary>Whose a checkpoint is.</summary>
public static class PlanIdentity
{
    /// <summary>The identity of the run that a plan is for: the version of the library, the rows to learn from, and the recipe.</summary>
    /// <param name="plan">The plan.</param>
    public static RunIdentity Identity<T>(this Plan<T> plan)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(plan);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(TableDigest.Of(plan.Table)));
        hash.AppendData(MemoryMarshal.AsBytes(plan.Split.Training.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(plan.Split.Validation.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(plan.Weights.Span));
        return new RunIdentity(
            PlanTraining.Version,
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            plan.Recipe.ToSettings(plan.Task.Kind, plan.TestShare)
        );
    }
}
