using System.Globalization;
using Tiny.Nn.Tabular.Experiments;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>How large the network of a lesson may be.</summary>
internal static class LessonSize
{
    private const int MostUnits = 10_000;
    private const long MostWeights = 10_000_000;

    /// <summary>The recipe, if its hidden layers are small enough.</summary>
    /// <exception cref="LessonException">They are too large.</exception>
    internal static Recipe Require(Recipe recipe)
    {
        long weights = recipe.Hidden.Zip(recipe.Hidden.Skip(1), (before, units) => (long)before * units).Sum();
        return recipe.Hidden.All(units => units <= MostUnits) && weights <= MostWeights
            ? recipe
            : throw new LessonException(
                "The network is too large for a lesson.",
                word => word(LessonSetting.Hidden, string.Join(',', recipe.Hidden)),
                _ =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Give at most {MostUnits} units in a layer; a few are easier to follow."
                    )
            );
    }
}
