using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>The words of a function: those of the library have a record each, those that somebody else wrote get plain ones.</summary>
internal static class FunctionWords
{
    /// <summary>The words of an activation.</summary>
    internal static ActivationWords Of(Activation activation) => Find(activation) ?? Plain(activation);

    /// <summary>The words of a loss, with its settings put in.</summary>
    internal static LossWords Of(Loss loss, TraceNumbers numbers) => LossWords.Find(loss, numbers) ?? Plain(loss);

    /// <summary>The words of an optimizer.</summary>
    internal static OptimizerWords Of(Optimizer optimizer) => OptimizerWords.Find(optimizer) ?? Plain(optimizer);

    /// <summary>The words of an activation of this library; null for any other.</summary>
    internal static ActivationWords? Find(Activation activation) =>
        BoundedWords.Find(activation) ?? RectifierWords.Find(activation);

    private static ActivationWords Plain(Activation activation) =>
        new()
        {
            Symbol = activation.ToString(),
            Value = $"f(z) = {activation}(z)",
            Derivative = null,
            ChartValue = Caption.Same($"f(z) = {activation}(z)"),
            ChartDerivative = Caption.Same("f′(z)"),
            Remark = new("A formula from outside the library.", "ライブラリ外の式。"),
        };

    private static LossWords Plain(Loss loss) =>
        new()
        {
            Value = $"ℓ = {loss.Name}",
            Term = null,
            Derivative = null,
        };

    private static OptimizerWords Plain(Optimizer optimizer) =>
        new()
        {
            Rules = [optimizer.Name],
            Moments = [.. Enumerable.Range(1, optimizer.Moments).Select(i => $"moment {i}")],
            Update = null,
        };
}
