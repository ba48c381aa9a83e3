using System.Collections.Immutable;

namespace Tiny.Nn.Names;

/// <summary>What the users of the library add to one of its kinds, by name. Any number of threads may use it at a time.</summary>
/// <param name="kind">What it holds, such as "activation".</param>
/// <param name="isTaken">Whether the library has something of its own under a name.</param>
internal sealed class Registry<T>(string kind, Func<string, bool> isTaken)
    where T : class
{
    // Readers take the array as it is; a writer puts a longer one in its place.
    private ImmutableArray<(string Name, T Value)> entries = [];

    /// <summary>Everything that was registered, in that order.</summary>
    internal IEnumerable<T> Values => entries.Select(entry => entry.Value);

    /// <summary>What was registered under a name, or null.</summary>
    internal T? Find(string name) => entries.FirstOrDefault(entry => entry.Name == name).Value;

    /// <summary>The name that an equal value was registered under, or null.</summary>
    internal string? NameOf(T value) => entries.FirstOrDefault(entry => entry.Value.Equals(value)).Name;

    /// <summary>Gives a value a name. The same value may be given the same name again.</summary>
    /// <exception cref="ArgumentException">It is no name, or the name of something else.</exception>
    internal void Register(string name, T value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            throw new ArgumentException(
                $"\"{name}\" cannot be the name of {kind}: give it letters, digits, '-', '_' and '.' only.",
                nameof(name)
            );
        }
        if (isTaken(name))
        {
            throw new ArgumentException(
                $"\"{name}\" is {kind} of the library: register yours under another name.",
                nameof(name)
            );
        }
        ImmutableInterlocked.Update(ref entries, before => With(before, name, value));
    }

    private ImmutableArray<(string Name, T Value)> With(
        ImmutableArray<(string Name, T Value)> before,
        string name,
        T value
    ) =>
        before.FirstOrDefault(entry => entry.Name == name).Value switch
        {
            null => before.Add((name, value)),
            T same when same.Equals(value) => before,
            _ => throw new ArgumentException(
                $"Another value is registered as \"{name}\" already: register {kind} under a name of its own.",
                nameof(name)
            ),
        };
}
