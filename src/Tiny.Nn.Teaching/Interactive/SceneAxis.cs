using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>One direction of a plane.</summary>
/// <param name="Name">What goes along it.</param>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Levels">The names of the whole numbers on it, where it is of categories; empty of numbers.</param>
internal sealed record SceneAxis(string Name, double Low, double High, IReadOnlyList<string> Levels)
{
    /// <summary>The middle of a cell, of so many side by side.</summary>
    internal double At(int cell, int count)
    {
        double place = Low + (cell + 0.5) / count * (High - Low);
        return Levels.Count == 0 ? place : Math.Clamp(Math.Round(place), 0, Levels.Count - 1);
    }

    /// <summary>The axis of a feature, with a little room at the ends.</summary>
    /// <param name="name">What goes along it.</param>
    /// <param name="feature">What its cells are; null of coordinates.</param>
    /// <param name="places">Where the rows lie.</param>
    internal static SceneAxis Of(string name, Feature? feature, double[] places)
    {
        if (feature is CategoryFeature { Levels: var levels })
        {
            return new SceneAxis(name, -0.5, levels.Count - 0.5, levels);
        }
        double[] known = [.. places.Where(double.IsFinite)];
        (double low, double high) = known.Length == 0 ? (0, 1) : (known.Min(), known.Max());
        double room = high > low ? 0.06 * (high - low) : 1;
        return new SceneAxis(name, low - room, high + room, []);
    }
}
