using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Tiny.Nn.Source.Tests.Floors;

/// <summary>Which types name which, read from the compiled assemblies. What is nested in a type counts as that type.</summary>
internal static class CompiledTypes
{
    /// <summary>The assemblies of the projects, in the order of <see cref="Repository.Projects"/>.</summary>
    internal static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        typeof(Tiny.Nn.Networks.Architecture).Assembly,
        typeof(Tiny.Nn.Tabular.Csv.CsvTable).Assembly,
        typeof(Tiny.Nn.Parquet.ParquetTable).Assembly,
        typeof(Tiny.Nn.Teaching.Gradients.GradientCheck).Assembly,
        typeof(Tiny.Nn.Cli.CommandLine).Assembly,
    ];

    private static readonly IType[] Loaded =
    [
        .. new ArchLoader()
            .LoadAssemblies([.. Assemblies])
            .Build()
            .Types.Where(type => type.FullName.StartsWith("Tiny.Nn.", StringComparison.Ordinal)),
    ];

    /// <summary>From the full name of each type that is not nested to those it names, itself left out.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlySet<string>> Names { get; } = Find(_ => true);

    /// <summary>
    /// The same without what a type names of its own heirs in static members: <c>Loss.Huber</c> is how one asks for an heir, and
    /// no way for the base to depend on it.
    /// </summary>
    internal static IReadOnlyDictionary<string, IReadOnlySet<string>> NamesButHeirs { get; } = Find(IsNoOwnHeir);

    /// <summary>A full name without what is nested and without the number of type parameters.</summary>
    private static string Outermost(IType type) => type.FullName.Split('+', '/')[0].Split('`')[0];

    private static Dictionary<string, IReadOnlySet<string>> Find(Func<ITypeDependency, bool> counts)
    {
        HashSet<string> ours = [.. Loaded.Select(Outermost)];
        return Loaded
            .GroupBy(Outermost)
            .ToDictionary(
                group => group.Key,
                group =>
                    (IReadOnlySet<string>)
                        group
                            .SelectMany(type => type.Dependencies)
                            .Where(dependency => dependency.Target is not GenericParameter && counts(dependency))
                            .Select(dependency => Outermost(dependency.Target))
                            .Where(name => name != group.Key && ours.Contains(name))
                            .ToHashSet()
            );
    }

    private static bool IsNoOwnHeir(ITypeDependency dependency) =>
        !(
            dependency is IMemberTypeDependency { OriginMember.IsStatic: true }
            && dependency.Target is Class heir
            && heir.InheritedClasses.Contains(dependency.Origin)
        );
}
