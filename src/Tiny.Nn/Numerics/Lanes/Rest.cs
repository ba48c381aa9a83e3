using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>What is left of an operand after its last whole vector, followed by zeros: so that loops know whole vectors only.</summary>
[InlineArray(Length)]
internal struct Rest<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>As many as the widest vector has lanes.</summary>
    private const int Length = 16;

    private T first;

    internal Rest(ReadOnlySpan<T> numbers)
    {
        numbers.CopyTo(this);
    }
}
