using BenchmarkDotNet.Attributes;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Benchmarks;

/// <summary>A whole training step, and a prediction of one sample, for networks of three sizes.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private Trainer<float> trainer = null!;
    private SequentialNetwork<float> network = null!;
    private Workspace<float> workspace = null!;
    private Matrix<float> x;
    private Matrix<float> target;
    private Matrix<float> answer;

    [Params("4-16-3", "64-128-10", "784-128-10")]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Build()
    {
        int[] sizes = [.. Network.Split('-').Select(int.Parse)];
        Generator generator = new(seed: 1);
        network = Architecture
            .WithInputs(sizes[0])
            .Dense(sizes[1], Activation.Relu)
            .Dense(sizes[2], Activation.Softmax)
            .Build<float>(generator);
        trainer = new Trainer<float>(network, Loss.CrossEntropy, new Adam(), generator);
        workspace = network.CreateWorkspace(1);
        x = Draws.Matrix(sizes[0], 32, generator);
        target = new Matrix<float>(sizes[2], 32);
        for (int sample = 0; sample < 32; sample++)
        {
            target[sample % sizes[2], sample] = 1;
        }
        answer = new Matrix<float>(sizes[2], 1);
    }

    [Benchmark]
    public float StepOf32() => trainer.Step(x, target);

    [Benchmark]
    public void PredictOne() => network.Predict(x.Slice(0, 1), workspace, answer);
}
