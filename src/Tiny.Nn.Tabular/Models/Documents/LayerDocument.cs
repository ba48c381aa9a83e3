using Tiny.Nn.Layers;

namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>A layer: its settings as members of an object, the first one under the name of its kind.</summary>
internal sealed record LayerDocument(IReadOnlyList<LayerSetting> Settings);
