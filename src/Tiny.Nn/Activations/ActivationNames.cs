using System.Globalization;

namespace Tiny.Nn.Activations;

/// <summary>The activations by name: what a command line and a model file say. A new one gets its line here.</summary>
public static class ActivationNames
{
    private static readonly (string Name, Func<double?, Activation?> Create)[] Known =
    [
        ("identity", Plain(Activation.Identity)),
        ("sigmoid", Plain(Activation.Sigmoid)),
        ("tanh", Plain(Activation.Tanh)),
        ("relu", Plain(Activation.Relu)),
        ("leaky-relu", alpha => Activation.Elementwise(new LeakyRelu(alpha ?? 0.01))),
        ("elu", alpha => Activation.Elementwise(new Elu(alpha ?? 1))),
        ("gelu", Plain(Activation.Gelu)),
        ("gelu-tanh", Plain(Activation.GeluTanh)),
        ("softmax", Plain(Activation.Softmax)),
        ("softplus", Plain(Activation.Softplus)),
        ("selu", Plain(Activation.Selu)),
        ("silu", Plain(Activation.Silu)),
        ("mish", Plain(Activation.Mish)),
        ("hard-sigmoid", Plain(Activation.HardSigmoid)),
    ];

    /// <summary>All names, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Select(entry => entry.Name)];

    internal static Activation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':', 2);
        (string? name, Func<double?, Activation?>? create) = Known.FirstOrDefault(entry => entry.Name == parts[0]);
        if (name is null)
        {
            throw new FormatException($"There is no activation \"{parts[0]}\". There are: {string.Join(", ", All)}.");
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
        return create!(parameter) ?? throw new FormatException($"The activation \"{name}\" takes no parameter.");
    }

    internal static string NameOf(Activation activation) =>
        activation switch
        {
            ElementwiseActivation<LeakyRelu> leaky => WithParameter("leaky-relu", leaky.Formula.Alpha, 0.01),
            ElementwiseActivation<Elu> elu => WithParameter("elu", elu.Formula.Alpha, 1),
            _ => Known.FirstOrDefault(entry => activation.Equals(entry.Create(null))).Name
                ?? activation.GetType().GenericTypeArguments.FirstOrDefault()?.Name
                ?? activation.GetType().Name,
        };

    private static string WithParameter(string name, double parameter, double usual) =>
        parameter == usual ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{parameter:R}");

    private static Func<double?, Activation?> Plain(Activation activation) =>
        parameter => parameter is null ? activation : null;
}
