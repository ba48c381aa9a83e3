namespace Tiny.Nn.Tabular.Settings;

/// <summary>A setting that decides by its value whether there is another one.</summary>
/// <param name="Setting">The setting that decides.</param>
/// <param name="Values">Its values with which there is the other one, as texts.</param>
internal sealed record SettingOwner(Setting Setting, IReadOnlyList<string> Values)
{
    /// <summary>Whether a recipe has such a value.</summary>
    internal bool Suits(Recipe recipe) => Setting.Write(recipe) is { } value && Suits(value);

    /// <summary>Whether a text is such a value.</summary>
    internal bool Suits(string value) => Values.Contains(value);

    /// <summary>Why a recipe cannot have the other setting.</summary>
    internal TextFault Refuse(string other, Recipe recipe, string prefix) =>
        new(
            $"{other} is for {Setting.Name} {List()}, and this one is {Setting.Write(recipe)}.",
            $"Leave it out, or give {prefix}{Setting.Name} {Values[0]}."
        );

    private string List() => Values.Count == 1 ? Values[0] : $"{string.Join(", ", Values.SkipLast(1))} or {Values[^1]}";
}
