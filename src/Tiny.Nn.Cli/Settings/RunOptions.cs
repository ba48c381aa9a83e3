using System.CommandLine;
using Tiny.Nn.Cli.Flags;

namespace Tiny.Nn.Cli.Settings;

/// <summary>The flags of train that say where its other flags come from, and how far it goes.</summary>
internal static class RunOptions
{
    internal static readonly Option<string?> Config = new("--config")
    {
        Description = "Flags from a JSON file, as { \"hidden\": \"16,8\" }. Those of the command line win.",
    };

    internal static readonly Option<string?> Like = new("--like")
    {
        Description = "Repeat the settings of this model. Flags win, then those of --config.",
    };

    internal static readonly Option<string?> SaveConfig = new("--save-config")
    {
        Description = "Write the settings to this file, for --config.",
    };

    internal static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Show what would be trained; train nothing, write nothing.",
    };

    internal static readonly Option<TimeSpan?> MaxTime = Flag.Duration(
        "--max-time",
        "End training after this time and keep the best epoch: 30s, 5m or 1h."
    );

    internal static IEnumerable<Option> All => [Config, Like, SaveConfig, DryRun, MaxTime];

    /// <summary>True for a flag that a file of settings may hold.</summary>
    internal static bool IsSetting(Option option) =>
        !(option == Config || option == Like || option == SaveConfig)
        && option is not (System.CommandLine.Help.HelpOption or VersionOption);
}
