namespace Tiny.Nn.Tabular.Exports.Formulas;

/// <summary>What a formula is made of: the operations of lanes, each rounded once.</summary>
internal enum Operation
{
    /// <summary>An argument of the formula.</summary>
    Argument,

    /// <summary>A number.</summary>
    Constant,

    /// <summary>x + y.</summary>
    Add,

    /// <summary>x − y.</summary>
    Subtract,

    /// <summary>x·y.</summary>
    Multiply,

    /// <summary>x/y.</summary>
    Divide,

    /// <summary>−x.</summary>
    Negate,

    /// <summary>x·y + z, rounded once.</summary>
    MultiplyAdd,

    /// <summary>√x.</summary>
    Root,

    /// <summary>|x|.</summary>
    Magnitude,

    /// <summary>x to the nearest integer, ties to even.</summary>
    Round,

    /// <summary>Where the first is less than the second the third, elsewhere the fourth.</summary>
    IfLess,

    /// <summary>2ⁿ.</summary>
    PowerOfTwo,

    /// <summary>m of x = m·2ᵉ with √½ ≤ m &lt; √2.</summary>
    Significand,

    /// <summary>e of x = m·2ᵉ.</summary>
    Exponent,
}
