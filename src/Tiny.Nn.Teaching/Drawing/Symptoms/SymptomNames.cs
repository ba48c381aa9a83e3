using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Teaching.Diagnostics;

namespace Tiny.Nn.Teaching.Drawing.Symptoms;

/// <summary>What the numbers of inputs, samples and classes are called where the data come from.</summary>
/// <param name="Inputs">The inputs of the network, by name.</param>
/// <param name="Rows">The row of the table, from 0 on, that each training sample is.</param>
/// <param name="Target">What is predicted.</param>
internal sealed record SymptomNames(IReadOnlyList<string> Inputs, IReadOnlyList<int> Rows, ModelTarget Target)
{
    /// <summary>A sample's row as people count it: from 1 on, the header not counted.</summary>
    internal int Row(SamplePlace place) => Rows[place.Sample] + 1;

    internal string Input(InputPlace place) => Inputs[place.Input];

    internal string Class(int number) =>
        Target is ClassTarget { Classes: var classes } && number < classes.Count ? classes[number] : $"{number}";
}
