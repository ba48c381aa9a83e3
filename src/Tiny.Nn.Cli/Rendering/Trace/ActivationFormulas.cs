using System.Globalization;
using Tiny.Nn.Activations;

namespace Tiny.Nn.Cli.Rendering.Trace;

/// <summary>What activations are called in formulas, and how their slopes are written.</summary>
internal static class ActivationFormulas
{
    /// <summary>The function, such as σ(z) = 1/(1 + e⁻ᶻ).</summary>
    internal static string Definition(Activation activation) =>
        Name(activation) switch
        {
            "identity" => "f(z) = z",
            "sigmoid" => "σ(z) = 1/(1 + e^(−z))",
            "tanh" => "tanh(z) = (e^z − e^(−z))/(e^z + e^(−z))",
            "relu" => "relu(z) = max(0, z)",
            "leaky-relu" => "f(z) = z for z > 0, else α·z, " + Alpha(activation, "0.01"),
            "elu" => "f(z) = z for z > 0, else α·(e^z − 1), " + Alpha(activation, "1"),
            "gelu" => "f(z) = z·Φ(z)",
            "gelu-tanh" => "f(z) = ½z·(1 + tanh(√(2/π)·(z + 0.044715·z³)))",
            "softmax" => "aᵢ = e^(zᵢ)/Σⱼ e^(zⱼ)",
            "softplus" => "f(z) = ln(1 + e^z)",
            "selu" => "f(z) = λ·z for z > 0, else λα·(e^z − 1)",
            "silu" => "f(z) = z·σ(z)",
            "mish" => "f(z) = z·tanh(ln(1 + e^z))",
            "hard-sigmoid" => "f(z) = z/6 + ½, held inside [0, 1]",
            string name => $"{name}(z)",
        };

    /// <summary>f′(z) in symbols.</summary>
    internal static string Slope(Activation activation) =>
        Name(activation) switch
        {
            "identity" => "1",
            "sigmoid" => "a·(1 − a)",
            "tanh" => "1 − a²",
            "relu" => "1 for z > 0, else 0",
            "leaky-relu" => "1 for z > 0, else α",
            "elu" => "1 for z > 0, else a + α",
            "gelu" => "Φ(z) + z·φ(z)",
            "softmax" => "aᵢ·(δᵢⱼ − aⱼ)",
            "softplus" => "σ(z)",
            "selu" => "λ for z > 0, else a + λα",
            "silu" => "σ(z)·(1 + z·(1 − σ(z)))",
            "hard-sigmoid" => "1/6 for −3 < z < 3, else 0",
            _ => "f′(z)",
        };

    /// <summary>f′(z) with the numbers put in; null where the symbols have no room for them.</summary>
    internal static string? Slope(Activation activation, double z, double a, TraceNumbers numbers) =>
        Name(activation) switch
        {
            "sigmoid" => $"{numbers.In(a)}·(1 − {numbers.In(a)})",
            "tanh" => $"1 − {numbers.In(a)}·{numbers.In(a)}",
            "relu" or "leaky-relu" or "elu" or "selu" or "hard-sigmoid" => $"z is {numbers.Of(z)}",
            _ => null,
        };

    /// <summary>What the function is called where it is applied.</summary>
    internal static string Call(Activation activation, string argument) =>
        Name(activation) switch
        {
            "identity" => argument,
            "sigmoid" => $"σ({argument})",
            string name => $"{name}({argument})",
        };

    private static string Name(Activation activation) => activation.ToString().Split(':')[0];

    private static string Alpha(Activation activation, string usual) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"α = {activation.ToString().Split(':').Skip(1).FirstOrDefault(usual)}"
        );
}
