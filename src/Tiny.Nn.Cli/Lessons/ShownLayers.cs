using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Layers;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Cli.Lessons;

/// <summary>The layers that can be shown number by number: dense ones and their activations.</summary>
internal static class ShownLayers
{
    /// <summary>The lesson, if each layer of its network can be shown.</summary>
    /// <exception cref="UsageException">There is another layer.</exception>
    internal static Lesson Require(Lesson lesson)
    {
        LayerDescription? other = lesson.Network.Architecture.Layers.FirstOrDefault(layer =>
            layer is not (DenseDescription or ActivationDescription)
        );
        return other is null
            ? lesson
            : throw new UsageException(
                $"A step is shown of dense layers and activations, and the model has a {other.Kind.Replace('_', ' ')} layer.",
                "--model",
                "Show a model that was trained without it; gradcheck checks the gradient of this one."
            );
    }
}
