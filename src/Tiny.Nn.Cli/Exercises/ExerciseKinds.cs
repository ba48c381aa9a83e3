using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing.Sheets;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Cli.Exercises;

/// <summary>The kinds of exercises by the short names that are typed.</summary>
internal static class ExerciseKinds
{
    internal static IReadOnlyList<(string Name, ExerciseKind Kind)> All { get; } =
    [
        ("z", ExerciseKind.WeightedSum),
        ("a", ExerciseKind.UnitOutput),
        ("loss", ExerciseKind.Loss),
        ("delta", ExerciseKind.OutputDelta),
        ("hidden-delta", ExerciseKind.HiddenDelta),
        ("softmax", ExerciseKind.SoftmaxSlope),
        ("gradient", ExerciseKind.WeightGradient),
        ("weight", ExerciseKind.WeightAfterStep),
        ("sign", ExerciseKind.GradientSign),
        ("output", ExerciseKind.OutputChoice),
    ];

    /// <summary>What is typed for a kind.</summary>
    internal static string NameOf(ExerciseKind kind) => All.First(known => known.Kind == kind).Name;

    internal static string Names => string.Join(", ", All.Select(kind => kind.Name));

    /// <summary>The kinds of some names.</summary>
    /// <exception cref="UsageException">One of them is none.</exception>
    internal static ExerciseKind[] Read(string[]? names) =>
        names is null or [] ? [.. All.Select(kind => kind.Kind)] : [.. names.Select(Find)];

    private static ExerciseKind Find(string name) =>
        All.Select(kind => ((string, ExerciseKind)?)kind)
            .FirstOrDefault(kind => kind!.Value.Item1 == name || JsonExercises.Name(kind.Value.Item2) == name)
            ?.Item2
        ?? throw new UsageException(
            $"There are no exercises of the kind \"{name}\".",
            $"--kind {name}",
            $"The kinds are: {Names}."
        );
}
