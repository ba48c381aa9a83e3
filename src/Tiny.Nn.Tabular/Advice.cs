using System.Globalization;

namespace Tiny.Nn.Tabular;

/// <summary>What to do about a problem: a sentence in which options are named, so that each reader gets the names that he knows.</summary>
/// <param name="sentence">Its arguments are texts, numbers, and options: a <see cref="RemedyKind"/>, or a <see cref="Remedy"/> with a column.</param>
internal sealed class Advice(FormattableString sentence)
{
    private readonly Advice? first;

    private Advice(Advice first, FormattableString other)
        : this(other) => this.first = first;

    /// <summary>This or something else.</summary>
    internal Advice Or(FormattableString other) => new(this, other);

    /// <summary>The same without its last part where that recommends an option; null where nothing else is said.</summary>
    internal Advice? Without(RemedyKind kind) => Names(kind) ? first : this;

    /// <summary>True where an option is recommended.</summary>
    internal bool Names(RemedyKind kind) =>
        sentence
            .GetArguments()
            .Any(argument => argument is RemedyKind own ? own == kind : argument is Remedy named && named.Kind == kind);

    /// <summary>The sentence with each option in the words of the reader.</summary>
    internal string Word(Func<Remedy, string> name)
    {
        string own = string.Format(
            CultureInfo.InvariantCulture,
            sentence.Format,
            [.. sentence.GetArguments().Select(Worded)]
        );
        return first is null ? own : $"{first.Word(name).TrimEnd('.')}; or {own}";

        object? Worded(object? argument) =>
            argument switch
            {
                Advice inner => inner.Word(name),
                Remedy remedy => name(remedy),
                RemedyKind kind => name(new Remedy(kind)),
                _ => argument,
            };
    }

    /// <summary>The sentence for a programmer, with the properties of the library.</summary>
    public override string ToString() => Word(remedy => remedy.ToString());
}
