using System.Numerics;
using Tiny.Nn.Networks;

namespace Tiny.Nn.Training;

/// <summary>Asks a network about validation samples, epoch after epoch.</summary>
internal sealed class Validator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Samples that are worked on at a time.</summary>
    private const int Portion = 1024;

    private readonly Objective<T> objective;
    private readonly Dataset<T> samples;
    private readonly Workspace<T> workspace;
    private readonly SampleRoom<T> room;
    private readonly ValidationScore<T>? score;

    internal Validator(Objective<T> objective, Dataset<T> samples)
    {
        this.objective = objective;
        this.samples = samples;
        workspace = objective.Network.CreateWorkspace(Math.Min(samples.Count, Portion));
        room = samples.Room(workspace.Capacity);
        score = ValidationScores.Create(objective.Loss, samples);
    }

    /// <summary>The report with the loss of the samples, without penalty, and the score that suits it.</summary>
    internal EpochReport Judge(EpochReport report)
    {
        report = report with { ValidationLoss = objective.Evaluate(samples, room, workspace, score) };
        return score?.AddTo(report) ?? report;
    }
}
