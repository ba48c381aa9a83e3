using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Names;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Losses;

/// <summary>
/// A loss function of predictions and targets: L = Σᵢ wᵢℓᵢ / n, the mean over the n samples of a batch, each times its weight; ℓᵢ sums over the
/// outputs. Weights are meant to have mean 1 over all samples, as training makes them: then batches add up to the weighted mean.
/// A description without state.
/// </summary>
public abstract record Loss
{
    /// <summary>ℓ = ½Σ(p − t)².</summary>
    public static Loss SquaredError { get; } = new SquaredError();

    /// <summary>ℓ = Σ|p − t|.</summary>
    public static Loss AbsoluteError { get; } = new AbsoluteError();

    /// <summary>Squared where the error is below 1, absolute beyond.</summary>
    public static Loss Huber { get; } = new Huber();

    /// <summary>ℓ = −Σ(t ln p + (1 − t) ln(1 − p)).</summary>
    public static Loss BinaryCrossEntropy { get; } = new BinaryCrossEntropy();

    /// <summary>ℓ = −Σ t ln p.</summary>
    public static Loss CrossEntropy { get; } = new CrossEntropy();

    private static readonly Loss[] Known = [SquaredError, AbsoluteError, Huber, BinaryCrossEntropy, CrossEntropy];

    private static readonly Registry<Loss> Registered = new("a loss", name => Known.Any(loss => loss.Name == name));

    /// <summary>The library's losses with their usual settings, then those that were registered.</summary>
    public static IReadOnlyList<Loss> All => [.. Known, .. Registered.Values];

    /// <summary>The name that <see cref="Parse"/> reads and that a model file keeps.</summary>
    public abstract string Name { get; }

    /// <summary>The errors p − t at which the loss is not twice differentiable.</summary>
    public abstract IReadOnlyList<double> Kinks { get; }

    /// <summary>A loss from a formula of your own: Σ ℓ(p, t) over the outputs of a sample. Until it is registered it is called as the formula's type.</summary>
    public static Loss Elementwise<TFormula>(TFormula formula)
        where TFormula : struct, ILossFormula, IEquatable<TFormula> => new ElementwiseLoss<TFormula>(formula);

    /// <summary>
    /// Makes a loss of your own known to <see cref="Parse"/>, and to the settings that a model keeps, under a name. The same loss may be
    /// registered again. Any thread may call it.
    /// </summary>
    /// <param name="name">
    /// Letters, digits, '-', '_' and '.'. Of a loss that says its <see cref="Name"/> itself, that one; a loss of <see cref="Elementwise"/>
    /// takes any.
    /// </param>
    /// <param name="loss">What is to be known under it.</param>
    /// <exception cref="ArgumentException">It is no name, not the loss's own, or the name of another loss.</exception>
    public static void Register(string name, Loss loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (!loss.Takes(name))
        {
            throw new ArgumentException(
                $"The loss calls itself \"{loss.Name}\": register it under that name.",
                nameof(name)
            );
        }
        Registered.Register(name, loss);
    }

    /// <summary>The loss of a name, with its usual settings.</summary>
    /// <exception cref="FormatException">There is no such loss.</exception>
    public static Loss Parse(string name) =>
        All.FirstOrDefault(loss => loss.Name == name) ?? throw UnknownName.Create("loss", name, All, "Loss.Register");

    /// <summary>The loss of a batch and, optionally, its derivative.</summary>
    /// <param name="prediction">Outputs × samples.</param>
    /// <param name="target">Outputs × samples.</param>
    /// <param name="weights">One weight per sample, not negative; empty where all samples weigh the same.</param>
    /// <param name="dPrediction">Receives ∂L/∂prediction, outputs × samples, in memory of its own; pass an empty matrix to skip it.</param>
    /// <returns>L; 0 for a batch without weight.</returns>
    /// <exception cref="ArgumentException">The sizes do not fit, or the derivative would overwrite the prediction.</exception>
    public abstract T Evaluate<T>(
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>
    /// The same loss seen from before the output activation, as a function of the logits: equal on paper, and finite where the
    /// two steps one after the other are not.
    /// </summary>
    /// <returns>The fused loss, or null where there is none for this activation.</returns>
    public abstract Loss? FusedWith(Activation output);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    /// <summary>Whether it can be registered under a name: the one that it says itself.</summary>
    internal virtual bool Takes(string name) => name == Name;

    /// <summary>The name that a loss was registered under; null where it was not.</summary>
    internal static string? RegisteredName(Loss loss) => Registered.NameOf(loss);
}
