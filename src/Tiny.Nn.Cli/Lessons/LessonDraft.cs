using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Cli.Lessons;

/// <summary>A lesson of a command line, once its files are read: as often as it is wanted, with other seeds too.</summary>
/// <param name="recipe">Hidden layers, preprocessing, seed and step.</param>
/// <param name="create">The lesson of a recipe.</param>
internal sealed class LessonDraft(Recipe recipe, Func<Recipe, Lesson> create)
{
    /// <summary>The seed of the command line.</summary>
    internal ulong Seed => recipe.Seed;

    /// <summary>The lesson that begins with the weights of the seed, where they are fresh ones.</summary>
    /// <exception cref="UsageException">Something does not fit.</exception>
    internal Lesson Create(ulong seed) => Guard(() => create(recipe with { Seed = seed }));

    /// <summary>Says what is wrong with a lesson in the words of the command line.</summary>
    /// <exception cref="UsageException">Something does not fit.</exception>
    internal static T Guard<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (LessonException fault)
        {
            throw new UsageException(fault.What, fault.Where(LessonFlags.Word), fault.Advice(LessonFlags.Word), fault);
        }
    }
}
