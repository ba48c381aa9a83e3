using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Traces;

/// <summary>Traces a training step on a batch: it is made as the trainer makes it, but what the optimizer remembers can be looked at.</summary>
public sealed class StepTracer
{
    private readonly SequentialNetwork<double> network;
    private readonly Loss loss;
    private readonly UpdateRule rule;
    private readonly Batch<double> batch;
    private readonly TrainingLength? length;
    private readonly OptimizerState<double> state;

    // The network's parameters are changed by each step.
    private StepTracer(
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
        state = rule.Optimizer.CreateState<double>(network.Parameters.Rows);
    }

    /// <summary>Traces a step on a batch.</summary>
    /// <param name="network">Dense layers, each with an activation behind it or none. Its parameters stay as they are.</param>
    /// <param name="loss">What compares its answers with the targets.</param>
    /// <param name="rule">How a step changes the parameters: an optimizer, or one with a schedule, a penalty and clipping.</param>
    /// <param name="batch">The samples, at least one, all of which weigh the same.</param>
    /// <param name="number">Which step, from 1 on; those before it are made on the same batch, and not traced.</param>
    /// <param name="length">How long the training is that the step belongs to, for schedules that depend on it.</param>
    /// <exception cref="ArgumentException">There is no sample, or one with a weight; or a layer is of another kind; or the rule has rate factors or decay.</exception>
    public static StepTrace Run(
        SequentialNetwork<double> network,
        Loss loss,
        UpdateRule rule,
        Dataset<double> batch,
        int number = 1,
        TrainingLength? length = null
    )
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Count == 0 || !batch.SampleWeights.IsEmpty)
        {
            throw new ArgumentException("A trace needs at least one sample, and no weights of samples.", nameof(batch));
        }
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        if (rule.RateFactors != RateFactors.Equal || rule.Decay is not null)
        {
            throw new ArgumentException(
                "A trace has one learning rate for all parameters, and no decay.",
                nameof(rule)
            );
        }
        StepTracer step = new(network.Copy(), loss, rule, batch.All, length);
        for (int i = 1; i < number; i++)
        {
            step.Make();
        }
        return step.Trace();
    }

    /// <summary>Makes a step.</summary>
    private UpdateTrace Make() => Update(network, Differentiate(rule.Penalty).Gradient);

    /// <summary>Makes a step, with all that leads to it.</summary>
    private StepTrace Trace()
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
        Workspace<double> workspace = objective.Network.CreateWorkspace(batch.Count);
        double value = objective.Gradient(batch, workspace, new Generator(0));
        return (value, workspace.Gradient);
    }

    private Matrix<double>[] Moments() =>
        [.. Enumerable.Range(0, rule.Optimizer.Moments).Select(i => Copy(state.Moment(i)))];

    private static Matrix<double> Copy(ReadOnlySpan<double> numbers) => new(numbers.Length, 1, numbers.ToArray());
}
