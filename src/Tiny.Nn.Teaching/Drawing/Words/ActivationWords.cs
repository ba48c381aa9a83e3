namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>All that is said of an activation: in the formulas of a step, and below its chart.</summary>
internal sealed record ActivationWords
{
    /// <summary>What it is called where it is applied: the σ of σ(z); empty where z stays as it is.</summary>
    internal required string Symbol { get; init; }

    /// <summary>f(z) as a formula of a step.</summary>
    internal required string Value { get; init; }

    /// <summary>f′(z), of the symbols for z and for a = f(z); null where no formula is known.</summary>
    internal required Func<string, string, string>? Derivative { get; init; }

    /// <summary>What else stands in f′(z); empty where z and a are all.</summary>
    internal string Where { get; init; } = "";

    /// <summary>f′(z) with the numbers z and a put in; null where the symbols have no room for them.</summary>
    internal Func<double, double, TraceNumbers, string>? DerivativeInNumbers { get; init; }

    /// <summary>f(z) below its chart.</summary>
    internal required Caption ChartValue { get; init; }

    /// <summary>f′(z) below its chart.</summary>
    internal required Caption ChartDerivative { get; init; }

    /// <summary>What it is for, and what to watch for.</summary>
    internal required Caption Remark { get; init; }

    /// <summary>f′(z) in the general symbols.</summary>
    internal string Slope =>
        Derivative is null ? "f′(z)"
        : Where.Length == 0 ? $"f′(z) = {Derivative("z", "a")}"
        : $"f′(z) = {Derivative("z", "a")}, {Where}";

    /// <summary>The function where it is applied.</summary>
    internal string Call(string argument) => Symbol.Length == 0 ? argument : $"{Symbol}({argument})";
}
