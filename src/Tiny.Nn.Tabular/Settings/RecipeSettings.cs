using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>Recipes as names and texts, as models, files of settings and command lines have them.</summary>
public static class RecipeSettings
{
    extension(Recipe)
    {
        /// <summary>The names of all settings, in the order in which they are listed to people.</summary>
        public static IReadOnlyList<string> SettingNames => [.. SettingTable.All.Select(setting => setting.Name)];

        /// <summary>The recipe of settings as <c>ToSettings</c> writes them; what is not among them is as in a new recipe.</summary>
        /// <param name="settings">Texts by the names of <c>SettingNames</c>.</param>
        /// <exception cref="FormatException">A name is no setting, a text is no value of its setting, or a setting does not go with another one.</exception>
        public static Recipe FromSettings(IReadOnlyDictionary<string, string> settings)
        {
            ArgumentNullException.ThrowIfNull(settings);
            return SettingTable.Read(new Recipe(), settings);
        }
    }

    /// <summary>The settings as names and texts, as a model keeps them. Numbers are written in the invariant culture.</summary>
    /// <remarks>
    /// An activation, a loss or an optimizer of your own is written by its name only. Settings of an optimizer or a loss are left out
    /// where they are what suits it.
    /// </remarks>
    /// <param name="recipe">The recipe.</param>
    /// <param name="kind">What the target was taken for: settings of the other kind are left out.</param>
    public static IReadOnlyDictionary<string, string> ToSettings(this Recipe recipe, TargetKind kind)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return SettingTable.Write(recipe, kind);
    }

    /// <summary>The same, where something else may say which rows test.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="kind">What the target was taken for.</param>
    /// <param name="testShare">The share of test rows in place of the recipe's; null where the rows were given.</param>
    internal static IReadOnlyDictionary<string, string> ToSettings(
        this Recipe recipe,
        TargetKind kind,
        double? testShare
    )
    {
        SortedDictionary<string, string> settings = SettingTable.Write(recipe, kind);
        settings.Remove(RowSettings.Test.Name);
        if (testShare is { } share)
        {
            settings[RowSettings.Test.Name] = RowSettings.Test.Write(recipe with { TestFraction = share })!;
        }
        return settings;
    }
}
