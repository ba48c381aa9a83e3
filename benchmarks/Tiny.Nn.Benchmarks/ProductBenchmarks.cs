using BenchmarkDotNet.Attributes;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Products;

namespace Tiny.Nn.Benchmarks;

/// <summary>The three products of a layer at the sizes of the workloads, beside the definition in three loops.</summary>
public class ProductBenchmarks
{
    private Matrix<float> a;
    private Matrix<float> b;
    private Matrix<float> turnedA;
    private Matrix<float> turnedB;
    private Matrix<float> c;

    /// <summary>Rows × columns × summed length.</summary>
    [Params("16x16x4", "3x16x16", "128x32x64", "10x64x128", "128x64x784", "512x128x784", "1024x1024x1024")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Fill()
    {
        int[] sizes = [.. Size.Split('x').Select(int.Parse)];
        Generator generator = new(seed: 1);
        a = Draws.Matrix(sizes[0], sizes[2], generator);
        b = Draws.Matrix(sizes[2], sizes[1], generator);
        turnedA = Draws.Matrix(sizes[2], sizes[0], generator);
        turnedB = Draws.Matrix(sizes[1], sizes[2], generator);
        c = new Matrix<float>(sizes[0], sizes[1]);
    }

    [Benchmark]
    public void Multiply() => Product.Multiply(a, b, c);

    [Benchmark]
    public void MultiplyByTransposed() => Product.Multiply(a, turnedB.Transposed, c);

    [Benchmark]
    public void MultiplyTransposed() => Product.Multiply(turnedA.Transposed, b, c);
}
