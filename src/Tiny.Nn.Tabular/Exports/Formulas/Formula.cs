using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Exports.Formulas;

/// <summary>A function of some numbers, written over lanes.</summary>
internal interface IFormula
{
    /// <summary>Its value.</summary>
    V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V>;
}

/// <summary>A function of numbers that a plan applies to vectors, known by name and to the last operation.</summary>
/// <param name="name">A name for people: <c>gelu</c>.</param>
/// <param name="arguments">The names of its arguments.</param>
/// <param name="value">The formula.</param>
internal sealed class Formula(string name, IReadOnlyList<string> arguments, IFormula value)
{
    /// <summary>A name for people.</summary>
    internal string Name => name;

    /// <summary>The names of its arguments.</summary>
    internal IReadOnlyList<string> Arguments => arguments;

    /// <summary>The formula itself: two of one kind and the same numbers are equal.</summary>
    internal IFormula Value => value;

    /// <summary>Its operations in float or in double.</summary>
    /// <param name="bits">24 or 53.</param>
    internal Body Trace(int bits) => bits == 24 ? Trace<SinglePrecision>() : Trace<DoublePrecision>();

    private Body Trace<TPrecision>()
        where TPrecision : struct, IPrecision
    {
        Traced<TPrecision>[] x =
        [
            .. arguments.Select((_, place) => new Traced<TPrecision>(new Node(Operation.Argument, place))),
        ];
        return Body.Of(value.Value<Traced<TPrecision>>(x).Node);
    }
}
