using Tiny.Nn.Tabular.Settings.Texts;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>One setting of a recipe, as text: its name, what it does, which texts it takes, and how it is read and written.</summary>
/// <param name="part">What it is about.</param>
/// <param name="name">Its name, in small letters with hyphens.</param>
/// <param name="description">What it does, in one or two sentences.</param>
internal abstract class Setting(SettingPart part, string name, string description)
{
    internal SettingPart Part => part;

    internal string Name => name;

    internal string Description => description;

    /// <summary>The values in words; empty where the description lists them.</summary>
    internal abstract string Range { get; }

    /// <summary>The only task that it says anything about; null for both.</summary>
    internal TargetKind? Task { get; init; }

    /// <summary>The setting that decides whether there is this one, such as the optimizer for its momentum; null where there always is.</summary>
    internal SettingOwner? Owner { get; init; }

    /// <summary>The name of a setting that cannot be given beside this one; null where there is none.</summary>
    internal string? Rival { get; init; }

    /// <summary>What holds where the setting is not given and the usual recipe has no value of it, in words.</summary>
    internal string? Otherwise { get; init; }

    /// <summary>What is to be said of the usual value, in words; null for nothing.</summary>
    internal string? Remark { get; init; }

    /// <summary>The text of what a recipe has; null where the recipe has no such thing.</summary>
    internal abstract string? Write(Recipe recipe);

    /// <summary>A recipe with the value of a text, which must be faultless, and suit the recipe.</summary>
    internal abstract Recipe Read(Recipe recipe, string text);

    /// <summary>What is wrong with a text; null where nothing is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="prefix">What stands before the name of a setting where the text was written: hyphens, or nothing.</param>
    internal abstract TextFault? Check(string text, string prefix = "");

    /// <summary>Why a recipe cannot have the setting; null where it can.</summary>
    /// <param name="recipe">The recipe, with what decides about the setting.</param>
    /// <param name="prefix">What stands before the name of a setting where it was written.</param>
    internal TextFault? CheckOwner(Recipe recipe, string prefix = "") =>
        Owner is { } owner && !owner.Suits(recipe) ? owner.Refuse($"{prefix}{Name}", recipe, prefix) : null;

    /// <summary>What holds where the setting is not given, for people.</summary>
    /// <param name="usual">What holds otherwise.</param>
    internal string Default(Recipe usual)
    {
        string? value = Owner is null ? Write(usual) ?? Otherwise : Otherwise;
        return string.Join(", ", new[] { value, Remark }.OfType<string>());
    }
}

/// <summary>A setting whose texts stand for values of one type.</summary>
/// <param name="part">What it is about.</param>
/// <param name="name">Its name, in small letters with hyphens.</param>
/// <param name="description">What it does, in one or two sentences.</param>
/// <param name="values">The texts and what they stand for.</param>
/// <param name="get">What a recipe has; null where the recipe has no such thing.</param>
/// <param name="set">A recipe with another value.</param>
internal sealed class Setting<T>(
    SettingPart part,
    string name,
    string description,
    ValueText<T> values,
    Func<Recipe, object?> get,
    Func<Recipe, T, Recipe> set
) : Setting(part, name, description)
{
    internal override string Range => values.Range;

    internal override string? Write(Recipe recipe) => get(recipe) is T value ? values.Write(value) : null;

    internal override Recipe Read(Recipe recipe, string text) =>
        values.TryRead(text, out T? value)
            ? set(recipe, value)
            : throw new FormatException($"The setting {Name}: {values.Explain(text, Name).What}");

    internal override TextFault? Check(string text, string prefix = "") =>
        values.TryRead(text, out _) ? null : values.Explain(text, $"{prefix}{Name}");
}

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
