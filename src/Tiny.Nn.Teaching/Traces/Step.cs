using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Traces;

/// <summary>A training step on a batch, again and again: as the trainer makes it, but what the optimizer remembers can be looked at.</summary>
internal sealed class Step
{
    private readonly SequentialNetwork<double> network;
    private readonly Loss loss;
    private readonly UpdateRule rule;
    private readonly Batch<double> batch;
    private readonly TrainingLength? length;
    private readonly OptimizerState<double> state;

    // The network's parameters are changed by each step.
    internal Step(
        SequentialNetwork<double> network,
        Loss loss,
        UpdateRule rule,
        Batch<double> batch,
        TrainingLength? length
    )
    {
        this.network = network;
        this.loss = loss;
        this.rule = rule;
        this.batch = batch;
        this.length = length;
        state = new OptimizerState<double>(rule.Optimizer, network.Parameters.Rows);
    }

    /// <summary>Makes a step.</summary>
    internal UpdateTrace Run() => Update(network, Differentiate(rule.Penalty).Gradient);

    /// <summary>Makes a step, with all that leads to it.</summary>
    internal StepTrace Trace()
    {
        (double mean, Matrix<double> gradient) = Differentiate(WeightPenalty.None);
        (double objective, Matrix<double> penalized) = Differentiate(rule.Penalty);
        SequentialNetwork<double> before = network.Copy();
        SampleTracer tracer = new(before, loss);
        return new StepTrace
        {
            Network = before,
            Loss = loss,
            Rule = rule,
            Samples =
            [
                .. Enumerable
                    .Range(0, batch.Count)
                    .Select(i => tracer.Run(batch.Inputs.Slice(i, 1), batch.Targets.Slice(i, 1))),
            ],
            MeanLoss = mean,
            Objective = objective,
            MeanGradient = gradient,
            PenalizedGradient = penalized,
            Update = Update(network, penalized),
        };
    }

    private UpdateTrace Update(SequentialNetwork<double> changed, Matrix<double> gradient)
    {
        Matrix<double> clipped = Copy(gradient.Values);
        rule.Clipping?.Apply(clipped.Values);
        Matrix<double> parameters = Copy(changed.Parameters.Values);
        Matrix<double>[] moments = Moments();
        double rate = rule.Optimizer.LearningRate * rule.Schedule.Factor(new TrainingPosition(state.Steps, length));
        rule.Optimizer.Update(changed.Parameters.Values, clipped.Values, state, rate);
        return new UpdateTrace(
            rule.Optimizer,
            rate,
            state.Steps,
            clipped,
            parameters,
            Copy(changed.Parameters.Values),
            moments,
            Moments()
        );
    }

    private (double Value, Matrix<double> Gradient) Differentiate(WeightPenalty cost)
    {
        Objective<double> objective = Objective.Create(network, loss, cost);
        Workspace<double> workspace = new(objective.Network, batch.Count);
        double value = objective.Gradient(batch, workspace, new Generator(0));
        return (value, workspace.Gradient);
    }

    private Matrix<double>[] Moments() =>
        [.. Enumerable.Range(0, rule.Optimizer.Moments).Select(i => Copy(state.Moment(i)))];

    private static Matrix<double> Copy(ReadOnlySpan<double> numbers) => new(numbers.Length, 1, numbers.ToArray());
}
