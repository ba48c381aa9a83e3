using System.Globalization;
using System.Numerics;
using Tiny.Nn.Initializers;
using Tiny.Nn.Names;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Activations;

/// <summary>
/// An activation function, a = f(z), of the weighted sums z of a layer. Its backward pass is a product with the Jacobian, dz = (∂a/∂z)ᵀ·da.
/// A description without state: one object serves any network, element type and thread.
/// </summary>
public abstract record Activation
{
    /// <summary>a = z.</summary>
    public static Activation Identity { get; } = new ElementwiseActivation<Identity>(default);

    /// <summary>a = 1/(1 + e⁻ᶻ).</summary>
    public static Activation Sigmoid { get; } = new ElementwiseActivation<Sigmoid>(default);

    /// <summary>a = tanh z.</summary>
    public static Activation Tanh { get; } = new ElementwiseActivation<Tanh>(default);

    /// <summary>a = max(0, z).</summary>
    public static Activation Relu { get; } = new ElementwiseActivation<Relu>(default);

    /// <summary>a = z above 0, z/100 below.</summary>
    public static Activation LeakyRelu { get; } = Elementwise(new LeakyRelu(0.01));

    /// <summary>a = z above 0, eᶻ − 1 below.</summary>
    public static Activation Elu { get; } = Elementwise(new Elu(1));

    /// <summary>a = z·Φ(z), exactly.</summary>
    public static Activation Gelu { get; } = new ElementwiseActivation<Gelu>(default);

    /// <summary>The same by a formula of tanh, off by at most 4.73e-4.</summary>
    public static Activation GeluTanh { get; } = new ElementwiseActivation<GeluTanh>(default);

    /// <summary>a = ln(1 + eᶻ).</summary>
    public static Activation Softplus { get; } = new ElementwiseActivation<Softplus>(default);

    /// <summary>ELU, scaled so that means and variances settle.</summary>
    public static Activation Selu { get; } = new ElementwiseActivation<Selu>(default);

    /// <summary>a = z·σ(z), also called swish.</summary>
    public static Activation Silu { get; } = new ElementwiseActivation<Silu>(default);

    /// <summary>a = z·tanh(softplus(z)).</summary>
    public static Activation Mish { get; } = new ElementwiseActivation<Mish>(default);

    /// <summary>a = z/6 + ½, held inside [0, 1].</summary>
    public static Activation HardSigmoid { get; } = new ElementwiseActivation<HardSigmoid>(default);

    /// <summary>aᵢ = e^zᵢ / Σⱼ e^zⱼ over the units of each sample.</summary>
    public static Activation Softmax { get; } = new Softmax();

    private static readonly (string Name, Func<double?, Activation?> Create)[] Known =
    [
        ("identity", Plain(Identity)),
        ("sigmoid", Plain(Sigmoid)),
        ("tanh", Plain(Tanh)),
        ("relu", Plain(Relu)),
        ("leaky-relu", alpha => alpha is { } given ? Elementwise(new LeakyRelu(given)) : LeakyRelu),
        ("elu", alpha => alpha is { } given ? Elementwise(new Elu(given)) : Elu),
        ("gelu", Plain(Gelu)),
        ("gelu-tanh", Plain(GeluTanh)),
        ("softmax", Plain(Softmax)),
        ("softplus", Plain(Softplus)),
        ("selu", Plain(Selu)),
        ("silu", Plain(Silu)),
        ("mish", Plain(Mish)),
        ("hard-sigmoid", Plain(HardSigmoid)),
    ];

    private static readonly Registry<Activation> Registered = new(
        "an activation",
        name => Known.Any(entry => entry.Name == name)
    );

    /// <summary>The library's activations in the order in which they are listed to people, then those that were registered.</summary>
    public static IReadOnlyList<Activation> All =>
        [.. Known.Select(entry => entry.Create(null)!), .. Registered.Values];

    /// <summary>
    /// The name that <see cref="Parse"/> reads and that a model file keeps; for one of your own that is not registered, the name of
    /// its formula's type.
    /// </summary>
    public string Name => KnownName(this) ?? Registered.NameOf(this) ?? TypeName(GetType());

    /// <summary>How the weights of a dense layer before this activation start, where nothing else is said.</summary>
    public abstract Initializer DefaultInitializer { get; }

    /// <summary>The places of z where the activation is not twice differentiable.</summary>
    public abstract IReadOnlyList<double> Kinks { get; }

    /// <summary>An activation from a formula, one of ours or your own.</summary>
    public static Activation Elementwise<TFormula>(TFormula formula)
        where TFormula : struct, IActivationFormula, IEquatable<TFormula> =>
        new ElementwiseActivation<TFormula>(formula);

    /// <summary>
    /// Gives an activation of your own a name, under which <see cref="Parse"/> and model files know it from then on. The same
    /// activation may be registered again. Any thread may call it.
    /// </summary>
    /// <param name="name">Letters, digits, '-', '_' and '.'.</param>
    /// <param name="activation">What is to be known under it.</param>
    /// <exception cref="ArgumentException">It is no name, or the name of another activation.</exception>
    public static void Register(string name, Activation activation) => Registered.Register(name, activation);

    /// <summary>The activation of a name, such as <c>relu</c> or, with its parameter, <c>leaky-relu:0.2</c>.</summary>
    /// <exception cref="FormatException">There is no such activation, it takes no parameter, or the parameter is no number or out of range.</exception>
    public static Activation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':', 2);
        (string? name, Func<double?, Activation?>? create) = Known.FirstOrDefault(entry => entry.Name == parts[0]);
        if (name is null)
        {
            (name, Activation? own) = (parts[0], Registered.Find(parts[0]));
            create = own is not null
                ? Plain(own)
                : throw UnknownName.Create("activation", name, All, "Activation.Register");
        }
        double? parameter = null;
        if (parts.Length == 2)
        {
            parameter =
                double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && double.IsFinite(number)
                    ? number
                    : throw new FormatException($"\"{parts[1]}\" is no number, in the activation \"{text}\".");
        }
        try
        {
            return create!(parameter) ?? throw new FormatException($"The activation \"{name}\" takes no parameter.");
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw new FormatException(
                $"The parameter of the activation \"{text}\" is out of range: {Within.Explain(fault)}.",
                fault
            );
        }
    }

    /// <summary>a = f(z), for every column.</summary>
    /// <param name="z">Sums: units × samples.</param>
    /// <param name="a">Receives the result, units × samples.</param>
    public abstract void Forward<T>(Matrix<T> z, Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>dz = (∂a/∂z)ᵀ·da, for every column.</summary>
    /// <param name="z">What went in: units × samples.</param>
    /// <param name="a">What came out: units × samples.</param>
    /// <param name="da">The loss's derivative by a: units × samples.</param>
    /// <param name="dz">Receives the loss's derivative by z: units × samples. May be <paramref name="da"/> itself.</param>
    public abstract void Backward<T>(Matrix<T> z, Matrix<T> a, Matrix<T> da, Matrix<T> dz)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The <see cref="Name"/>.</summary>
    public sealed override string ToString() => Name;

    private static Func<double?, Activation?> Plain(Activation activation) =>
        parameter => parameter is null ? activation : null;

    /// <summary>The name in the library, with the parameter where it is not the usual one.</summary>
    private static string? KnownName(Activation activation)
    {
        if (Known.FirstOrDefault(entry => activation.Equals(entry.Create(null))).Name is { } plain)
        {
            return plain;
        }
        return
            activation is IParametric { Parameter: { } parameter }
            && Known.FirstOrDefault(entry => entry.Create(null)!.GetType() == activation.GetType()).Name is { } name
            ? string.Create(CultureInfo.InvariantCulture, $"{name}:{parameter:R}")
            : null;
    }

    private static string TypeName(Type type) => type.GenericTypeArguments.FirstOrDefault()?.Name ?? type.Name;
}
