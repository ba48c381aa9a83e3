using System.Globalization;
using Tiny.Nn.Activations;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What activations are called in formulas, and how their slopes are written: in symbols, which need no language.</summary>
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
            "leaky-relu" => $"f(z) = z (z > 0), α·z (z ≤ 0), α = {Alpha(activation, "0.01")}",
            "elu" => $"f(z) = z (z > 0), α·(e^z − 1) (z ≤ 0), α = {Alpha(activation, "1")}",
            "gelu" => "f(z) = z·Φ(z)",
            "gelu-tanh" => "f(z) = ½z·(1 + tanh(√(2/π)·(z + 0.044715·z³)))",
            "softmax" => "aᵢ = e^(zᵢ)/Σⱼ e^(zⱼ)",
            "softplus" => "f(z) = ln(1 + e^z)",
            "selu" => "f(z) = λ·z (z > 0), λα·(e^z − 1) (z ≤ 0), λ = 1.0507, λα = 1.7581",
            "silu" => "f(z) = z·σ(z)",
            "mish" => "f(z) = z·tanh(ln(1 + e^z))",
            "hard-sigmoid" => "f(z) = max(0, min(1, z/6 + ½))",
            string name => $"{name}(z)",
        };

    /// <summary>f′(z) in symbols.</summary>
    internal static string Derivative(Activation activation) =>
        Name(activation) switch
        {
            "identity" => "1",
            "sigmoid" => "a·(1 − a)",
            "tanh" => "1 − a²",
            "relu" => "1 (z > 0), 0 (z ≤ 0)",
            "leaky-relu" => "1 (z > 0), α (z ≤ 0)",
            "elu" => "1 (z > 0), a + α (z ≤ 0)",
            "gelu" => "Φ(z) + z·φ(z)",
            "softmax" => "aᵢ·(δᵢⱼ − aⱼ)",
            "softplus" => "σ(z)",
            "selu" => "λ (z > 0), a + λα (z ≤ 0)",
            "silu" => "σ(z)·(1 + z·(1 − σ(z)))",
            "hard-sigmoid" => "1/6 (|z| < 3), 0 (|z| ≥ 3)",
            _ => "f′(z)",
        };

    /// <summary>f′(z) with the numbers put in; null where the symbols have no room for them.</summary>
    internal static string? Derivative(Activation activation, double z, double a, TraceNumbers numbers)
    {
        string Either(string above, string below) =>
            z > 0 ? $"{above} ({numbers.Of(z)} > 0)" : $"{below} ({numbers.Of(z)} ≤ 0)";
        return Name(activation) switch
        {
            "sigmoid" => $"{numbers.In(a)}·(1 − {numbers.In(a)})",
            "tanh" => $"1 − {numbers.In(a)}·{numbers.In(a)}",
            "relu" => Either("1", "0"),
            "leaky-relu" => Either("1", Alpha(activation, "0.01")),
            "elu" => Either("1", $"{numbers.Of(a)} + {Alpha(activation, "1")}"),
            "selu" => Either("1.0507", $"{numbers.Of(a)} + 1.7581"),
            "hard-sigmoid" => Math.Abs(z) < 3 ? $"1/6 (|{numbers.Of(z)}| < 3)" : $"0 (|{numbers.Of(z)}| ≥ 3)",
            "softplus" => $"σ({numbers.Of(z)})",
            "silu" => $"σ({numbers.Of(z)})·(1 + {numbers.In(z)}·(1 − σ({numbers.Of(z)})))",
            "gelu" => $"Φ({numbers.Of(z)}) + {numbers.In(z)}·φ({numbers.Of(z)})",
            _ => null,
        };
    }

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
        activation.ToString().Split(':').Skip(1).FirstOrDefault(usual).ToString(CultureInfo.InvariantCulture);
}
