using Tiny.Nn.Metrics;

namespace Tiny.Nn.Experiments;

/// <summary>How a model does on labelled rows.</summary>
/// <param name="Rows">How many rows it was asked.</param>
public abstract record Report(int Rows);

/// <summary>How a classifier does.</summary>
/// <param name="Classes">The classes' names, in the order of the confusion matrix.</param>
/// <param name="Confusion">What was taken for what.</param>
/// <param name="LogLoss">−mean ln p(actual class), in nats.</param>
public sealed record ClassReport(IReadOnlyList<string> Classes, ConfusionMatrix Confusion, double LogLoss)
    : Report(Confusion.Count)
{
    /// <summary>The share of rows whose class was recognised.</summary>
    public double Accuracy => Confusion.Accuracy;

    /// <summary>The accuracy of always answering the class that is most frequent in these rows: what a model must beat.</summary>
    public double MajorityAccuracy => Confusion.MajorityAccuracy;
}

/// <summary>How a regression does.</summary>
/// <param name="Rows">How many rows it was asked.</param>
/// <param name="Metrics">Its errors.</param>
/// <param name="Baseline">The errors of always answering the mean of the training rows' targets: what a model must beat.</param>
public sealed record NumberReport(int Rows, RegressionMetrics Metrics, RegressionMetrics Baseline) : Report(Rows);
