using System.Numerics;

namespace Tiny.Nn.Tabular.Files;

/// <summary>Numbers with a name and a shape, as they lie in a <see cref="SafetensorsFile"/>.</summary>
internal abstract class Tensor
{
    private protected Tensor(string name, ElementType elementType, ReadOnlySpan<int> shape)
    {
        FileText.Require(name, nameof(name));
        if (name == FileText.MetadataKey)
        {
            throw new ArgumentException($"No tensor can be named {name}: the format keeps the name.", nameof(name));
        }
        Name = name;
        ElementType = elementType;
        Shape = Array.AsReadOnly(shape.ToArray());
    }

    /// <summary>The name: any text, unique in its file.</summary>
    public string Name { get; }

    /// <summary>The type of its numbers.</summary>
    public ElementType ElementType { get; }

    /// <summary>The sizes, slowest first: the numbers lie in row-major order. No size at all stands for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>How many numbers there are: the product of the shape.</summary>
    public abstract int Count { get; }

    /// <summary>The same tensor, with its numbers.</summary>
    /// <exception cref="InvalidOperationException">Its numbers are of another type.</exception>
    public Tensor<T> As<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        this as Tensor<T>
        ?? throw new InvalidOperationException(
            $"The numbers of tensor {FileText.Quote(Name)} are {ElementType}, not {typeof(T).Name}."
        );

    internal abstract void WriteValues(Stream stream);

    /// <summary>The product of the sizes, where it is the length of a possible array.</summary>
    internal static bool TryCount(ReadOnlySpan<int> shape, out int count)
    {
        long product = shape.Contains(0) ? 0 : 1;
        foreach (int size in shape)
        {
            product *= size;
            if (size < 0 || product > Array.MaxLength)
            {
                count = 0;
                return false;
            }
        }
        count = (int)product;
        return true;
    }
}

/// <summary>A tensor with its numbers.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class Tensor<T> : Tensor
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A tensor over numbers that are not copied: leave them alone until the file is written.</summary>
    /// <exception cref="ArgumentException">
    /// The shape does not fit the numbers, or the name is not valid Unicode or kept by the format.
    /// </exception>
    /// <exception cref="NotSupportedException">The numbers are neither float nor double.</exception>
    public Tensor(string name, ReadOnlySpan<int> shape, ReadOnlyMemory<T> values)
        : base(name, ElementTypes.From<T>(), shape)
    {
        if (!TryCount(shape, out int count) || count != values.Length)
        {
            throw new ArgumentException(
                $"A tensor of shape [{string.Join(", ", Shape)}] cannot hold {values.Length} numbers.",
                nameof(values)
            );
        }
        Values = values;
    }

    /// <summary>The numbers in row-major order, bit for bit: any of them may be NaN or infinite.</summary>
    public ReadOnlyMemory<T> Values { get; }

    /// <inheritdoc/>
    public override int Count => Values.Length;

    internal override void WriteValues(Stream stream) => LittleEndian.Write(stream, Values.Span);
}
