using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>
/// A training of nothing on another processor, while the data are read. Most of the time of a short training goes into compiling the
/// methods of its first step: this one has them compiled by then. Nothing of it is kept, so no bit of the model depends on it.
/// </summary>
internal static class JitWarmup
{
    private const int Features = 4;
    private const int Classes = 3;
    private const int MostUnits = 32;
    private const int MostLayers = 2;

    /// <summary>Starts it; nobody waits for its end. One processor alone would gain nothing, nor would a native program.</summary>
    internal static void Start(Recipe recipe)
    {
        if (RuntimeFeature.IsDynamicCodeCompiled && Environment.ProcessorCount > 1)
        {
            new Thread(() => Run(recipe)) { IsBackground = true }.Start();
        }
    }

    private static void Run(Recipe recipe)
    {
        try
        {
            Train(recipe);
        }
        catch (Exception fault) when (fault is TrainingDivergedException or ArgumentException or OutOfMemoryException)
        {
            // What is wrong with the recipe shows, and is told, when it is meant.
        }
    }

    private static void Train(Recipe recipe)
    {
        int batch = Math.Min(recipe.BatchSize, MostUnits);
        Recipe small = recipe with
        {
            Hidden = [.. recipe.Hidden.Take(MostLayers).Select(units => Math.Min(units, MostUnits))],
            BatchSize = batch,
            Epochs = 2,
        };
        TableEncoding encoding = TableEncoding.Standardized(
            [.. Enumerable.Range(1, Features).Select(i => $"x{i}")],
            new Standardization(new double[Features], new double[Features])
        );
        SequentialNetwork<float> network = RecipeNetwork
            .Design(small, encoding, Classes, Activation.Softmax)
            .Build<float>(new Generator(recipe.Seed));

        // A batch of the usual size and a rest: both have methods of their own.
        Dataset<float> rows = new(new Matrix<float>(Features, batch + 3), new Matrix<float>(Classes, batch + 3));
        RecipeNetwork.Train(small, network, Loss.CrossEntropy, rows, rows, null, null, null, CancellationToken.None);
        network.Predict(rows.Inputs);
    }
}
