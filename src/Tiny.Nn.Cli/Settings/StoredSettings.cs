using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Settings;

/// <summary>The flags that a model remembers.</summary>
internal static class StoredSettings
{
    private const string Target = "--target";
    private const string Missing = "missing";
    private const string OnlyMissing = "missing-only";
    private static readonly string Task = $"--{RowSettings.Task.Name}";

    /// <param name="path">The model.</param>
    /// <param name="command">Whose flags they are.</param>
    /// <param name="given">The flags that go before them.</param>
    /// <exception cref="ModelFormatException">It is no model.</exception>
    /// <exception cref="UsageException">It does not know how it was trained, or was trained as the command cannot.</exception>
    internal static IEnumerable<Preset> Read(string path, Command command, IReadOnlyDictionary<string, string> given)
    {
        Model<float> model = ModelSource.Load(path);
        if (model.Provenance.Settings.Count == 0)
        {
            throw new UsageException(
                "The model does not tell how it was trained.",
                $"--like {path}",
                "Give the flags themselves."
            );
        }
        Preset[] stored =
        [
            Create(path, command, Target, model.Target.Name),
            .. model
                .Provenance.Settings.Where(setting => $"--{setting.Key}" != Target)
                .Select(setting => Create(path, command, setting, model)),
        ];
        bool another = Array.Exists(
            stored,
            preset =>
                (preset.Option.Name == Target || preset.Option.Name == Task)
                && given.TryGetValue(preset.Option.Name, out string? other)
                && other != preset.Value
        );
        return stored.Where(preset => !another || !IsOfTarget(preset.Option.Name));
    }

    /// <summary>True for what says something about one target only, and nothing about another.</summary>
    private static bool IsOfTarget(string flag) => flag == Task || SettingTable.Find(flag[2..]) is { Task: not null };

    /// <summary>
    /// Once --missing gave all texts of a missing cell, where today it adds to the usual ones. The model has the texts that it reads: where
    /// usual ones lack that no other setting took away, all were given.
    /// </summary>
    private static Preset Create(string path, Command command, KeyValuePair<string, string> setting, Model<float> model)
    {
        IReadOnlyList<string> missing = model.DataFormat.Missing;
        bool areAll =
            setting.Key == Missing
            && !model.Provenance.Settings.ContainsKey(OnlyMissing)
            && CsvFormat.UsualMissing.Except(missing, StringComparer.OrdinalIgnoreCase).Any();
        return areAll
            ? Create(path, command, $"--{OnlyMissing}", NameList.Write(missing))
            : Create(path, command, $"--{setting.Key}", setting.Value);
    }

    private static Preset Create(string path, Command command, string name, string value)
    {
        Option option =
            command.Options.FirstOrDefault(option => option.Name == name)
            ?? throw new UsageException(
                $"The model was trained with {name[2..]} {value}, for which there is no flag.",
                $"--like {path}",
                "Give the other flags themselves."
            );
        return new Preset(option, value, $"{path}, {name[2..]} {value}");
    }
}
