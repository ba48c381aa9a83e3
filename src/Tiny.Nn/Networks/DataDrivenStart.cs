using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Networks;

/// <summary>
/// Where the units of <see cref="NtkDense{T}"/> layers start, by what the training samples x make of them, layer after layer in inference mode
/// z = W·x/√n, wᵢ ← wᵢ/σ(zᵢ): every unit spreads the samples with deviation 1
/// bᵢ = −Σₖ eₖzᵢₖ/Σₖ eₖ over 5 samples k at random, eₖ ~ Exp(1): its zero lies among them
/// Holzmüller, Grinsztajn, Steinwart, "Better by Default: Strong Pre-Tuned MLPs and Boosted Trees on Tabular Data", 2024; the "std" and
/// "he+5" of their code.
/// </summary>
public static class DataDrivenStart
{
    private const int MostSamples = 2000;
    private const int Crossed = 5;

    /// <summary>Sets W and b of all such layers. Where z is the same for all samples, as with weights of 0, W stays as it is.</summary>
    /// <param name="network">A network as it was built: its weights are already drawn. Other layers stay as they are.</param>
    /// <param name="inputs">Training samples, at least one: inputs × samples. Of more than 2000 some are used, evenly chosen.</param>
    /// <param name="generator">The source of random numbers.</param>
    /// <exception cref="ArgumentException">There is no sample, or the inputs do not fit the network.</exception>
    public static void Apply<T>(SequentialNetwork<T> network, Matrix<T> inputs, Generator generator)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(generator);
        Shape.Inputs(inputs.Rows, network.Inputs);
        if (inputs.Columns == 0)
        {
            throw new ArgumentException("A start by data needs at least one sample.", nameof(inputs));
        }
        Matrix<T> x = Some(inputs);
        foreach (Layer<T> layer in network.Layers)
        {
            if (layer is NtkDense<T> dense)
            {
                Start(dense, x, generator);
            }
            Matrix<T> y = new(layer.Outputs, x.Columns);
            layer.Predict(x, y);
            x = y;
        }
    }

    private static void Start<T>(NtkDense<T> layer, Matrix<T> x, Generator generator)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> z = new(layer.Outputs, x.Columns);
        layer.B.Values.Clear();
        layer.Predict(x, z);
        for (int unit = 0; unit < z.Rows; unit++)
        {
            double deviation = Deviation(z, unit);
            if (deviation > 0)
            {
                Divide(layer.W, unit, deviation);
                Divide(z, unit, deviation);
            }
            layer.B[unit, 0] = T.CreateTruncating(-Between(z, unit, generator));
        }
    }

    /// <summary>Evenly chosen columns.</summary>
    private static Matrix<T> Some<T>(Matrix<T> inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (inputs.Columns <= MostSamples)
        {
            return inputs;
        }
        Matrix<T> some = new(inputs.Rows, MostSamples);
        for (int i = 0; i < MostSamples; i++)
        {
            inputs.Column((int)((long)i * inputs.Columns / MostSamples)).CopyTo(some.Column(i));
        }
        return some;
    }

    /// <summary>√(Σ(z − mean)²/samples) of a unit; from its first z on, so that it is just 0 where all are equal.</summary>
    private static double Deviation<T>(Matrix<T> z, int unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double mean = 0;
        double square = 0;
        for (int sample = 0; sample < z.Columns; sample++)
        {
            double difference = double.CreateTruncating(z[unit, sample]) - double.CreateTruncating(z[unit, 0]);
            mean += difference / z.Columns;
            square += difference * difference / z.Columns;
        }
        return Math.Sqrt(Math.Max(0, square - mean * mean));
    }

    private static void Divide<T>(Matrix<T> matrix, int row, double divisor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int column = 0; column < matrix.Columns; column++)
        {
            matrix[row, column] = T.CreateTruncating(double.CreateTruncating(matrix[row, column]) / divisor);
        }
    }

    /// <summary>Σ eₖzₖ/Σ eₖ of a unit, of samples drawn with replacement.</summary>
    private static double Between<T>(Matrix<T> z, int unit, Generator generator)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < Crossed; i++)
        {
            double weight = -Elementary.Log(new Lane<double>(1 - generator.NextUniform())).Value;
            sum += weight * double.CreateTruncating(z[unit, generator.NextBelow(z.Columns)]);
            total += weight;
        }
        return total > 0 ? sum / total : 0;
    }
}
