using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Encodings.Scales;

namespace Tiny.Nn.Benchmarks;

/// <summary>
/// A training job as other libraries can be given it too: same data, network, optimizer, batch and epochs; ReLU, softmax (sigmoid
/// for one output), cross-entropy, rows shuffled every epoch, the last short batch kept.
/// </summary>
/// <param name="Name">W1 to W5.</param>
/// <param name="Data">The file's name: NAME.train.csv, NAME.test.csv, the class in the column <c>label</c>.</param>
/// <param name="Hidden">Units of the hidden layers.</param>
/// <param name="Optimizer">With its rate.</param>
/// <param name="BatchSize">Rows a step.</param>
/// <param name="Epochs">Passes over the rows.</param>
/// <param name="Scale">What features are divided by; 0 for mean 0 and deviation 1.</param>
internal sealed record Workload(
    string Name,
    string Data,
    int[] Hidden,
    Optimizer Optimizer,
    int BatchSize,
    int Epochs,
    double Scale
)
{
    private static readonly Workload[] All =
    [
        new("W1", "iris", [16], new Momentum(0.05), 16, 200, 0),
        new("W2", "digits", [128], new Adam(), 32, 50, 16),
        new("W3", "pixels", [128], new Adam(), 64, 1, 255),
        new("W4", "pixels", [512, 256], new Adam(), 128, 1, 255),
        new("W5", "tall", [32], new Adam(), 256, 1, 1),
    ];

    internal static Workload Named(string name) =>
        All.FirstOrDefault(workload => workload.Name == name)
        ?? throw new ArgumentException(
            $"There is no workload {name}. There are: W1 to W5, W1-process, W5-load, W6s, W6b and W6c."
        );

    /// <summary>What features go through before they are learned from.</summary>
    internal Standardization Scaling(Matrix<double> training)
    {
        if (Scale == 0)
        {
            return Standardization.Fit(training);
        }
        double[] zeros = new double[training.Rows];
        return new Standardization(zeros, [.. zeros.Select(_ => Scale)]);
    }
}
