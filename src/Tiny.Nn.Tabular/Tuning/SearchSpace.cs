using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>
/// What a search chooses among: recipes to begin with, and the settings that they leave open. A setting that is given is fixed: it is no dimension, and all
/// configurations have it.
/// </summary>
public sealed class SearchSpace
{
    /// <summary>So many draws in a row that were there before mean that there is nothing else.</summary>
    private const int MostRepeats = 1000;

    private readonly IReadOnlyDictionary<string, string> given;
    private readonly TargetKind kind;
    private readonly int trainingRows;

    /// <param name="given">The settings that are fixed, as texts by their names.</param>
    /// <param name="kind">What is predicted.</param>
    /// <param name="trainingRows">About how many rows there are to learn from.</param>
    /// <param name="recipe">The recipe to begin with; null for one of several.</param>
    /// <exception cref="FormatException">A name is no setting, a text is no value of its setting, or a setting does not go with another one.</exception>
    public SearchSpace(
        IReadOnlyDictionary<string, string> given,
        TargetKind kind,
        int trainingRows,
        NamedRecipe? recipe = null
    )
    {
        ArgumentNullException.ThrowIfNull(given);
        this.given = given;
        this.kind = kind;
        this.trainingRows = trainingRows;
        Recipes = recipe is null
            ? [.. SearchTable.Recipes.Where(known => FullBatchFault.Find(Read(known, [])) is null)]
            : [recipe];
        Recipe[] origins = [.. Recipes.Select(known => Read(known, []))];
        Setting[] settings = [.. SettingTable.All.Where(setting => given.ContainsKey(setting.Name))];
        Dimensions =
        [
            .. SearchTable
                .All.Where(dimension => IsOpen(dimension.Setting) && origins.Any(origin => dimension.Suits(origin)))
                .Select(dimension => settings.Aggregate(dimension, (open, setting) => open.Beside(setting))),
        ];
    }

    /// <summary>The recipes to begin with.</summary>
    public IReadOnlyList<NamedRecipe> Recipes { get; }

    /// <summary>The settings that are left open, in the order in which they are chosen.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>True where nothing is left open: there is one configuration.</summary>
    public bool IsClosed => Dimensions.Count == 0 && Recipes.Count < 2;

    /// <summary>The dimensions, one a line.</summary>
    public override string ToString() =>
        string.Join('\n', [$"recipe: choice, {string.Join(" | ", Recipes.Select(one => one.Name))}", .. Dimensions]);

    /// <summary>
    /// Configurations without end, or until no other is found: the first is the first recipe as it stands, all others are drawn at random. No two are the same.
    /// </summary>
    /// <remarks>Each has random numbers of its own, one for each line of the whole table; so it does not depend on how many there are, and a setting that is fixed changes no other.</remarks>
    /// <param name="seed">The random seed.</param>
    public IEnumerable<Trial> Trials(ulong seed)
    {
        Generator seeds = new(seed, RandomStreams.Trials);
        HashSet<string> known = [];
        Trial trial = new(1, Recipes[0], []);
        int repeats = 0;
        while (repeats < MostRepeats)
        {
            if (known.Add(trial.Configuration))
            {
                yield return trial;
                repeats = 0;
            }
            repeats++;
            trial = Draw(known.Count + 1, new Generator(seeds.NextBits(), RandomStreams.Trials));
        }
    }

    /// <summary>All settings of a trial.</summary>
    /// <exception cref="ArgumentException">It has another value of a setting that is given.</exception>
    public Recipe RecipeOf(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return Read(trial.Recipe, trial.Values);
    }

    /// <summary>What is trained where nobody describes a network: bags of networks, with what is given of data, rows and classes.</summary>
    internal Recipe Undescribed
    {
        get
        {
            HashSet<string> ofOneNetwork = [.. SettingTable.OfOneNetwork.Select(setting => setting.Name)];
            Dictionary<string, string> others = given.Where(pair => !ofOneNetwork.Contains(pair.Key)).ToDictionary();
            return SettingTable.Read(new Recipe(), others) with { Effort = Effort.Normal };
        }
    }

    /// <summary>True for what is not given, suits the task, and hangs on nothing that is given otherwise.</summary>
    private bool IsOpen(Setting setting) =>
        !given.ContainsKey(setting.Name)
        && (setting.Task is null || setting.Task == kind)
        && (
            setting.Owner is not { } owner
            || !given.TryGetValue(owner.Setting.Name, out string? text)
            || owner.Suits(text)
        );

    private Trial Draw(int number, Generator generator)
    {
        NamedRecipe named = Recipes[(int)(generator.NextUniform() * Recipes.Count)];
        Dictionary<string, double> draws = [];
        foreach (Dimension dimension in SearchTable.All)
        {
            draws[dimension.Name] = generator.NextUniform();
        }
        Recipe origin = Read(named, []);
        Recipe recipe = origin;
        List<KeyValuePair<string, string>> values = [];
        foreach (Dimension dimension in Dimensions)
        {
            Setting setting = dimension.Setting;
            if (!dimension.Suits(origin) || setting.CheckOwner(recipe) is not null)
            {
                continue;
            }
            string text = dimension.At(draws[dimension.Name], origin);
            if (setting.Write(recipe) != text)
            {
                values.Add(new(setting.Name, text));
                recipe = Read(named, values);
            }
        }
        return new Trial(number, named, values);
    }

    /// <summary>A recipe with what is given and what was drawn, in the order of the settings: what another one hangs on comes before it.</summary>
    private Recipe Read(NamedRecipe named, IEnumerable<KeyValuePair<string, string>> values) =>
        SettingTable.Read(named.For(new Recipe(), kind, trainingRows), given.Concat(values).ToDictionary());
}
