using System.Numerics;

namespace Tiny.Nn.Tabular.Files;

/// <summary>The type of the numbers of a tensor, named as safetensors names it.</summary>
internal enum ElementType
{
    /// <summary>IEEE 754 binary32: <see cref="float"/>, 4 bytes.</summary>
    F32,

    /// <summary>IEEE 754 binary64: <see cref="double"/>, 8 bytes.</summary>
    F64,
}

/// <summary>The three faces of an element type: in C#, in the file, in bytes.</summary>
internal static class ElementTypes
{
    internal static ElementType From<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? ElementType.F32
        : typeof(T) == typeof(double) ? ElementType.F64
        : throw new NotSupportedException($"A tensor holds float or double, not {typeof(T).Name}.");

    internal static string Name(ElementType type) => type == ElementType.F32 ? "F32" : "F64";

    internal static int Size(ElementType type) => type == ElementType.F32 ? sizeof(float) : sizeof(double);

    internal static bool TryParse(string name, out ElementType type)
    {
        type = name == "F32" ? ElementType.F32 : ElementType.F64;
        return name == Name(type);
    }
}
