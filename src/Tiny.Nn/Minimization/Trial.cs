namespace Tiny.Nn.Minimization;

/// <summary>A point on a line: φ(t) = f(x + t·d).</summary>
/// <param name="Step">t.</param>
/// <param name="Value">φ(t).</param>
/// <param name="Slope">φ′(t) = ⟨∇f, d⟩.</param>
internal readonly record struct Trial(double Step, double Value, double Slope)
{
    /// <summary>
    /// Where the cubic that has the values and slopes of two trials is lowest:
    /// d₁ = φ′(a) + φ′(b) − 3(φ(a) − φ(b))/(a − b), d₂ = sign(b − a)·√(d₁² − φ′(a)φ′(b)),
    /// t = b − (b − a)·(φ′(b) + d₂ − d₁)/(φ′(b) − φ′(a) + 2d₂)
    /// Nocedal and Wright, "Numerical Optimization", 2006, formula 3.59.
    /// </summary>
    /// <returns>
    /// t, held a tenth of the interval away from either end, so that the interval shrinks; the middle where there is no such t.
    /// </returns>
    internal static double Between(Trial a, Trial b)
    {
        double d1 = a.Slope + b.Slope - 3 * (a.Value - b.Value) / (a.Step - b.Step);
        double d2 = Math.Sign(b.Step - a.Step) * Math.Sqrt(d1 * d1 - a.Slope * b.Slope);
        double t = b.Step - (b.Step - a.Step) * (b.Slope + d2 - d1) / (b.Slope - a.Slope + 2 * d2);
        (double low, double high) = (Math.Min(a.Step, b.Step), Math.Max(a.Step, b.Step));
        double margin = 0.1 * (high - low);
        return double.IsFinite(t) ? Math.Clamp(t, low + margin, high - margin) : low + (high - low) / 2;
    }
}
