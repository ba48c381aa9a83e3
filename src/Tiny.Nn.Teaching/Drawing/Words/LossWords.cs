using Tiny.Nn.Losses;

namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>All that is said of a loss.</summary>
internal sealed record LossWords
{
    /// <summary>ℓ as a formula.</summary>
    internal required string Value { get; init; }

    /// <summary>An output's share of ℓ, of the symbols or numbers for t and for a; null where no formula is known.</summary>
    internal required Func<string, string, string>? Term { get; init; }

    /// <summary>∂ℓ/∂a of an output, of the symbols or numbers for t and for a; null where no formula is known.</summary>
    internal required Func<string, string, string>? Derivative { get; init; }

    /// <summary>True where the sum of the terms is negated.</summary>
    internal bool IsNegated { get; init; }

    /// <summary>ε, the share of a target that is spread over all classes.</summary>
    internal double Smoothing { get; init; }

    /// <summary>How many classes so many targets stand for.</summary>
    internal Func<int, int> Classes { get; init; } = targets => targets;

    /// <summary>The words of a loss of this library; null for any other.</summary>
    internal static LossWords? Find(Loss loss, TraceNumbers numbers) =>
        loss switch
        {
            SquaredError => new()
            {
                Value = "ℓ = ½·Σ(a − t)²",
                Term = (t, a) => $"½·({a} − {t})²",
                Derivative = (t, a) => $"{a} − {t}",
            },
            AbsoluteError => new()
            {
                Value = "ℓ = Σ|a − t|",
                Term = (t, a) => $"|{a} − {t}|",
                Derivative = (t, a) => $"sign({a} − {t})",
            },
            Huber { Delta: double delta } => new()
            {
                Value = $"ℓ = Σ h(a − t), h(r) = ½r² (|r| ≤ κ), κ·(|r| − ½κ) (|r| > κ), κ = {numbers.Of(delta)}",
                Term = (t, a) => $"h({a} − {t})",
                Derivative = (t, a) => $"max(−{numbers.Of(delta)}, min({numbers.Of(delta)}, {a} − {t}))",
            },
            BinaryCrossEntropy { LabelSmoothing: double smoothing } => new()
            {
                Value = smoothing > 0 ? "ℓ = −Σ(y·ln a + (1 − y)·ln(1 − a))" : "ℓ = −Σ(t·ln a + (1 − t)·ln(1 − a))",
                Term = (t, a) => $"{t}·ln {a} + (1 − {t})·ln(1 − {a})",
                Derivative = (t, a) => $"({a} − {t})/({a}·(1 − {a}))",
                IsNegated = true,
                Smoothing = smoothing,
                Classes = _ => 2,
            },
            CrossEntropy { LabelSmoothing: double smoothing } => new()
            {
                Value = smoothing > 0 ? "ℓ = −Σ y·ln a" : "ℓ = −Σ t·ln a",
                Term = (t, a) => $"{t}·ln {a}",
                Derivative = (t, a) => $"−{t}/{a}",
                IsNegated = true,
                Smoothing = smoothing,
            },
            _ => null,
        };
}
