using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Cli.Compare;

/// <summary>One of two models that are compared.</summary>
/// <param name="Path">Where it came from: its name in tables.</param>
/// <param name="Model">The model.</param>
/// <param name="Predictions">What it said of the rows.</param>
internal sealed record ComparedModel(string Path, Model<float> Model, Predictions Predictions);
