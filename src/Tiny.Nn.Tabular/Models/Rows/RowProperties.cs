using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Tiny.Nn.Tabular.Models.Rows;

/// <summary>The public properties of a type, of which each is a column.</summary>
/// <remarks>They are those of the type that the compiler sees, so that a trimmed program keeps them.</remarks>
/// <typeparam name="TRow">The type of a row.</typeparam>
internal static class RowProperties<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TRow>
{
    private static readonly PropertyInfo[] Properties =
    [
        .. typeof(TRow)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0),
    ];

    /// <summary>The name that each property was given for JSON, in the order of the values; null where it goes by its own.</summary>
    internal static IReadOnlyList<(string Name, bool IsExact)> Names { get; } =
    [
        .. Properties.Select(property =>
            property.GetCustomAttribute<JsonPropertyNameAttribute>() is { } given
                ? (given.Name, true)
                : (property.Name, false)
        ),
    ];

    /// <summary>The values of a row, in the order of <see cref="Names"/>.</summary>
    /// <exception cref="DataException">Such a type is no row.</exception>
    internal static object?[] Values(TRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (Properties.Length == 0 || row is IEnumerable)
        {
            throw new DataException(
                $"A row cannot be of type {Excerpt.Name(typeof(TRow).Name)}.",
                null,
                "Give an object with a public property for each column, under its own type; an IReadOnlyDictionary<string, object?>; "
                    + "pairs of a name and a value; or the cells as numbers of the model's type."
            );
        }
        return [.. Properties.Select(property => property.GetValue(row))];
    }
}
