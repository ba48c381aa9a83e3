namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>What the numbers of a vector are.</summary>
internal enum Width
{
    /// <summary>The type of the network's numbers: float, seldom double.</summary>
    Network,

    /// <summary>What cells and answers are computed in: double, where there is one.</summary>
    Wide,
}

/// <summary>Where a vector lies.</summary>
internal enum Place
{
    /// <summary>The cells of the row, a number for each column.</summary>
    Cells,

    /// <summary>The answer.</summary>
    Answer,

    /// <summary>Scratch memory that others use before and behind.</summary>
    Scratch,
}

/// <summary>Numbers that a step writes and later ones read.</summary>
internal sealed class Vector
{
    internal Vector(Place place, Width width, int length) => (Place, Width, Length) = (place, width, length);

    internal Place Place { get; }

    internal Width Width { get; }

    internal int Length { get; }

    /// <summary>Where it begins in the scratch memory of its width; found when the plan is whole.</summary>
    internal int Offset { get; set; }

    /// <summary>All of it.</summary>
    internal Slice Whole => new(this, 0, Length);

    /// <summary>One of its numbers.</summary>
    internal Slice At(int place) => new(this, place, 1);
}

/// <summary>Numbers of a vector that lie side by side.</summary>
/// <param name="Vector">The vector.</param>
/// <param name="Start">The first of them.</param>
/// <param name="Length">How many they are.</param>
internal readonly record struct Slice(Vector Vector, int Start, int Length)
{
    /// <summary>The first of them in the scratch memory, or in the cells or the answer.</summary>
    internal int Begin => Vector.Offset + Start;
}
