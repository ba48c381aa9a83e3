using System.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Models;

/// <summary>The check that the parts of a model fit each other.</summary>
internal static class ModelParts
{
    /// <exception cref="ArgumentException">They do not, or two features or classes have one name.</exception>
    /// <exception cref="DataException">The encodings of two bags are for other features.</exception>
    internal static void Require<T>(IReadOnlyList<Bag<T>> bags, ModelTarget target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (bags.Count == 0)
        {
            throw new ArgumentException("A model has one network at least.", nameof(bags));
        }
        RequireDistinct(bags[0].Encoding.Schema.Select(feature => feature.Name), "features");
        if (target is ClassTarget classes)
        {
            RequireDistinct(classes.Classes, "classes");
            classes.Check();
        }
        foreach (Bag<T> bag in bags)
        {
            SchemaCheck.RequireSame(bags[0].Encoding.Schema, bag.Encoding.Schema);
            RequireOutputs(bag.Networks[0].Outputs, target);
        }
    }

    private static void RequireOutputs(int outputs, ModelTarget target)
    {
        bool oneOutputForTwoClasses = target.Outputs == 2 && outputs == 1;
        if (!oneOutputForTwoClasses && target.Outputs != outputs)
        {
            throw new ArgumentException(
                $"The target {FileText.Quote(target.Name)} has {target.Outputs} outputs, the network {outputs}."
            );
        }
    }

    private static void RequireDistinct(IEnumerable<string?> names, string what)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string? name in names)
        {
            if (name is null || !seen.Add(name))
            {
                string fault = name is null ? "One of them has none." : $"Two have the name {FileText.Quote(name)}.";
                throw new ArgumentException($"The {what} need names of their own. {fault}");
            }
        }
    }
}
