namespace Tiny.Nn.Numerics.Lanes;

/// <summary>A number that is rounded to both element types beforehand, so that an inner loop need not do it again and again.</summary>
/// <param name="value">The number.</param>
public readonly struct Scalar(double value)
{
    internal readonly double AsDouble = value;
    internal readonly float AsSingle = (float)value;

    /// <summary>The number, ready for either type.</summary>
    public static implicit operator Scalar(double value) => new(value);
}
