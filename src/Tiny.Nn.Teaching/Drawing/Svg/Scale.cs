namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>From values to places along one direction of a drawing, in a straight line.</summary>
/// <param name="Low">The value at the beginning.</param>
/// <param name="High">The value at the end, above it.</param>
/// <param name="From">The place of the beginning.</param>
/// <param name="To">The place of the end: smaller than <paramref name="From"/> where values grow upwards.</param>
internal readonly record struct Scale(double Low, double High, double From, double To)
{
    /// <summary>The place of a value.</summary>
    internal double At(double value) => From + (value - Low) / (High - Low) * (To - From);
}
