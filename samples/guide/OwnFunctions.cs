using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Training;

namespace Guide;

internal static class OwnFunctions
{
    internal static void Run()
    {
        Activation softsign = Activation.Elementwise(new Softsign());
        Loss logCosh = Loss.Elementwise(new LogCosh());

        // Are the derivatives right? Beside each stands a central difference.
        Architecture architecture = Architecture.WithInputs(2).Dense(4, softsign).Dense(1);
        SequentialNetwork<double> network = architecture.Build<double>(new Generator(seed: 1));
        Matrix<double> x = new(2, 3, [0.5, -1.2, 0.3, 0.8, -0.4, 1.7]);
        Matrix<double> target = new(1, 3, [0.2, -1, 3]);
        GradientReport check = GradientCheck.Run(Objective.Create(network, logCosh), x, target);
        Console.WriteLine($"gradients agree with central differences: {check.LargestRelativeError < 1e-6}");

        // Under these names they stand in a model file, and are found when one is loaded.
        Activation.Register("softsign", softsign);
        Loss.Register("log-cosh", logCosh);

        // Distances that a ball has fallen after so many seconds; one in 25 was misread.
        double[] seconds = [.. Enumerable.Range(0, 200).Select(i => 0.01 * (i * 37 % 200))];
        double[] metres = [.. seconds.Select((s, i) => i % 25 == 7 ? 40 : 4.905 * s * s)];
        Table table = new TableBuilder().Numbers("seconds", seconds).Build(new TargetColumn("metres", metres));
        Recipe recipe = new()
        {
            Hidden = [16],
            Activation = softsign,
            RegressionLoss = logCosh,
        };
        Model<float> trained = Experiment.Run<float>(table, recipe).Model;
        ModelFile.Save(trained, "fall.tnn");

        Model<float> model = ModelFile.Load<float>("fall.tnn");
        Console.WriteLine($"after a second: {model.Predict(("seconds", 1)).Number:F1} m");

        Recipe again = Recipe.FromSettings(model.Provenance.Settings);
        Console.WriteLine($"trained with {again.Activation} and {again.RegressionLoss}");
    }

    private readonly record struct Softsign : IActivationFormula
    {
        // The second derivative jumps at 0.
        public IReadOnlyList<double> Kinks => [0];

        // a = z / (1 + |z|)
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Value<V>(V z)
            where V : struct, ILanes<V> => z / (V.Constant(1) + V.Abs(z));

        // da/dz = 1 / (1 + |z|)²
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Derivative<V>(V z, V a)
            where V : struct, ILanes<V>
        {
            V d = V.Constant(1) + V.Abs(z);
            return V.Constant(1) / (d * d);
        }
    }

    private readonly record struct LogCosh : ILossFormula
    {
        // ℓ = ln cosh r with r = p − t, as |r| + ln(1 + e^−2|r|) − ln 2: cosh itself would overflow.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Value<V>(V p, V t)
            where V : struct, ILanes<V>
        {
            V r = V.Abs(p - t);
            return r + Elementary.Log1P(Elementary.Exp(V.Constant(-2) * r)) - V.Constant(Math.Log(2));
        }

        // ∂ℓ/∂p = tanh r
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Derivative<V>(V p, V t)
            where V : struct, ILanes<V> => Elementary.Tanh(p - t);
    }
}
