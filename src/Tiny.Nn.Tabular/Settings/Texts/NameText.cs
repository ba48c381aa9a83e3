using System.Diagnostics.CodeAnalysis;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Names of things of which there are a few.</summary>
/// <typeparam name="T">The type of the things.</typeparam>
/// <param name="things">The things there are, in the order in which they are listed to people.</param>
/// <param name="nameOf">The name of a thing, also of one that has settings of its own.</param>
internal sealed class NameText<T>(Func<IEnumerable<T>> things, Func<T, string> nameOf) : ValueText<T>
{
    internal override bool TryRead(string text, [MaybeNullWhen(false)] out T value)
    {
        T[] found = [.. things().Where(thing => nameOf(thing) == text)];
        value = found.FirstOrDefault();
        return found.Length > 0;
    }

    internal override string Write(T value) => nameOf(value);

    internal override TextFault Explain(string text, string name) =>
        TextFault.NoneOf(text, [.. things().Select(nameOf)]);
}

/// <summary>Names of the members of an enumeration, in small letters.</summary>
internal static class NameText
{
    internal static string Of<TEnum>(TEnum member)
        where TEnum : struct, Enum => member.ToString().ToLowerInvariant();

    /// <summary>All names, as a sentence lists them.</summary>
    internal static string List<TEnum>()
        where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(Of));

    internal static NameText<TEnum> Members<TEnum>()
        where TEnum : struct, Enum => new(Enum.GetValues<TEnum>, Of);
}
