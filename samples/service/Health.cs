using Tiny.Nn.Tabular.Models;

namespace Service;

/// <summary>That the service is there, what it predicts, and from which columns.</summary>
/// <param name="Status">ok.</param>
/// <param name="Model">The model, in one line.</param>
/// <param name="Columns">The columns of a row.</param>
/// <param name="Rows">How many rows were predicted.</param>
/// <param name="Abandoned">How many requests were given up because the client had gone.</param>
public sealed record Health(string Status, string Model, IReadOnlyList<string> Columns, long Rows, long Abandoned)
{
    internal static Health Of(Model<float> model, Traffic traffic) =>
        new("ok", model.ToString(), model.FeatureNames, traffic.Rows, traffic.Abandoned);
}
