using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>Where the numbers that a layer keeps from run to run are stored: views of the network's two vectors.</summary>
/// <param name="Parameters">Its share of θ: parameters × 1.</param>
/// <param name="State">Its share of the state, such as running means: state values × 1.</param>
/// <typeparam name="T">float or double.</typeparam>
public readonly record struct LayerNumbers<T>(Matrix<T> Parameters, Matrix<T> State)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
