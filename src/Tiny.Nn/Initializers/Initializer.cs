using System.Numerics;
using Tiny.Nn.Names;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Initializers;

/// <summary>Initializes the weights of a layer. A description without state.</summary>
/// <remarks>
/// Numbers are drawn in double, in the order in which the matrix lies in memory, and rounded to the element type:
/// so the same seed starts a float network and a double network at the same place.
/// </remarks>
public abstract record Initializer
{
    /// <summary>All weights 0. Units of a hidden layer then stay equal for ever: for the last layer only.</summary>
    public static Initializer Zeros { get; } = new Zeros();

    /// <summary>Uniform, variance 2/(inputs + outputs).</summary>
    /// <remarks>Glorot, Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.</remarks>
    public static Initializer GlorotUniform { get; } = new ScaledUniform("glorot-uniform", Glorot);

    /// <summary>Normal, variance 2/(inputs + outputs).</summary>
    public static Initializer GlorotNormal { get; } = new ScaledNormal("glorot-normal", Glorot);

    /// <summary>Uniform, variance 2/inputs.</summary>
    /// <remarks>He, Zhang, Ren, Sun, "Delving Deep into Rectifiers", 2015.</remarks>
    public static Initializer HeUniform { get; } = new ScaledUniform("he-uniform", He);

    /// <summary>Normal, variance 2/inputs.</summary>
    public static Initializer HeNormal { get; } = new ScaledNormal("he-normal", He);

    /// <summary>Uniform, variance 1/inputs.</summary>
    /// <remarks>LeCun, Bottou, Orr, Müller, "Efficient BackProp", 1998.</remarks>
    public static Initializer LeCunUniform { get; } = new ScaledUniform("lecun-uniform", LeCun);

    /// <summary>Normal, variance 1/inputs.</summary>
    public static Initializer LeCunNormal { get; } = new ScaledNormal("lecun-normal", LeCun);

    /// <summary>A random rotation: the columns, or the rows where there are fewer, are orthonormal.</summary>
    public static Initializer Orthogonal { get; } = new Orthogonal();

    /// <summary>All of them, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<Initializer> All { get; } =
    [Zeros, GlorotUniform, GlorotNormal, HeUniform, HeNormal, LeCunUniform, LeCunNormal, Orthogonal];

    /// <summary>The name that a command line and a model file use.</summary>
    public abstract string Name { get; }

    /// <summary>The initializer of a name.</summary>
    /// <exception cref="FormatException">There is no such initializer.</exception>
    public static Initializer Parse(string name) =>
        All.FirstOrDefault(initializer => initializer.Name == name)
        ?? throw UnknownName.Create("initializer", name, All);

    /// <summary>Fills the weights of a layer.</summary>
    /// <param name="weights">Outputs × inputs.</param>
    /// <param name="generator">The source of random numbers.</param>
    public abstract void Fill<T>(Matrix<T> weights, Generator generator)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    private static double Glorot(int inputs, int outputs) => 2.0 / Math.Max(inputs + outputs, 1);

    private static double He(int inputs, int outputs) => 2.0 / Math.Max(inputs, 1);

    private static double LeCun(int inputs, int outputs) => 1.0 / Math.Max(inputs, 1);
}
