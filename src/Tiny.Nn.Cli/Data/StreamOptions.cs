using System.CommandLine;
using System.Globalization;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Data;

/// <summary>The flags of data that are larger than memory.</summary>
internal sealed class StreamOptions
{
    private readonly Option<string?> directory = new("--cache-dir")
    {
        Description = "Where --stream keeps rows. [tinynn in the user's directory of caches]",
    };
    private readonly Option<bool> discard = new("--discard-cache")
    {
        Description =
            "Remove the rows that --stream keeps, at the end; else the next training on these data uses them.",
    };

    /// <summary>Rows are in a file and not in memory.</summary>
    internal Option<bool> Flag { get; } =
        new("--stream")
        {
            Description =
                "Keep rows in a file and not in memory, for data larger than it: one network is trained, with the same bytes.",
        };

    internal IEnumerable<Option> All => [Flag, directory, discard];

    /// <summary>Refuses what needs all rows in memory, or to be read twice.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="source">The data.</param>
    /// <param name="others">Flags that need all rows in memory.</param>
    /// <exception cref="UsageException">There is such a thing, or a flag about a cache without one.</exception>
    internal void Check(ParseResult parsed, string source, IEnumerable<Option> others)
    {
        if (!parsed.GetValue(Flag))
        {
            if (All.FirstOrDefault(option => option != Flag && Given.Has(parsed, option)) is { } idle)
            {
                throw new UsageException(
                    $"{idle.Name} is about the rows that {Flag.Name} keeps, and it is not given.",
                    idle.Name,
                    $"Give {Flag.Name} as well, or leave it out."
                );
            }
            return;
        }
        if (source == StandardInput.Path)
        {
            throw new UsageException(
                "Data from stdin cannot be read twice, and data larger than memory are.",
                $"- {Flag.Name}",
                "Write them into a file first."
            );
        }
        foreach (Option other in others)
        {
            if (Given.Has(parsed, other))
            {
                throw Given.Contradiction(Flag.Name, other.Name, "it needs all rows in memory.");
            }
        }
    }

    /// <summary>Refuses a recipe that looks at all rows at once.</summary>
    /// <exception cref="UsageException">It does.</exception>
    internal void Require(ParseResult parsed, Recipe recipe)
    {
        if (parsed.GetValue(Flag) && recipe.Start == Start.Data)
        {
            throw Given.Contradiction(Flag.Name, "--start data", "it needs all rows in memory.");
        }
    }

    /// <summary>The cache; null where rows are in memory.</summary>
    /// <exception cref="Tiny.Nn.Tabular.Files.OutputException">Nothing can be written there.</exception>
    internal OpenedCache? Open(ParseResult parsed) =>
        parsed.GetValue(Flag)
            ? new OpenedCache(new TableCache(parsed.GetValue(directory) ?? UsersDirectory()), parsed.GetValue(discard))
            : null;

    private static string UsersDirectory()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } told
                ? Path.Combine(told, "tinynn")
            : OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
                ? Path.Combine(
                    Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
                    "tinynn",
                    "cache"
                )
            : Path.Combine(home, ".cache", "tinynn");
    }
}

/// <summary>A cache of rows that is open.</summary>
/// <param name="cache">The cache.</param>
/// <param name="isDiscarded">Whether its files are removed at the end.</param>
internal sealed class OpenedCache(TableCache cache, bool isDiscarded) : IDisposable
{
    /// <summary>A table of which the cells are in the cache.</summary>
    internal Table Read(string path, CsvOptions options) => cache.Read(path, options);

    /// <summary>Where the rows of a plan are, once all of them are there; and which of the test rows are asked about.</summary>
    internal IEnumerable<string> Notes(Plan<float> plan)
    {
        _ = plan.Training;
        TableMemory.Tidy(plan.Table);
        foreach ((string path, long bytes, bool isFound) in cache.Used)
        {
            string origin = isFound ? "as an earlier training left it" : "made now";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"rows    {bytes / 1e6:N0} MB in {path}, {origin}"
            );
        }
        if (plan.Split is { Spared: > 0 and var spared, Test.Length: var asked })
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"note: {asked:N0} test rows judge, evenly from all {asked + spared:N0} that are set aside: more would tell no more"
            );
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isDiscarded)
        {
            cache.Discard();
        }
        cache.Dispose();
    }
}
