namespace Tiny.Nn.Source.Tests.Floors;

/// <summary>
/// Sets of places each of which can be reached from every other: Tarjan's strongly connected components of more than one node.
/// Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972.
/// </summary>
internal sealed class Circles
{
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> arrows;
    private readonly Dictionary<string, int> index = [];
    private readonly Dictionary<string, int> low = [];
    private readonly Stack<string> open = [];
    private readonly List<string[]> found = [];

    private Circles(IReadOnlyDictionary<string, IReadOnlySet<string>> arrows) => this.arrows = arrows;

    /// <summary>The circles, each as its places in order.</summary>
    internal static IReadOnlyList<string[]> Of(IReadOnlyDictionary<string, IReadOnlySet<string>> arrows)
    {
        Circles circles = new(arrows);
        foreach (string place in arrows.Keys.Where(place => !circles.index.ContainsKey(place)))
        {
            circles.Visit(place);
        }
        return circles.found;
    }

    private void Visit(string place)
    {
        index[place] = low[place] = index.Count;
        open.Push(place);
        foreach (string next in arrows.GetValueOrDefault(place, new HashSet<string>()))
        {
            if (!index.TryGetValue(next, out int met))
            {
                Visit(next);
                low[place] = Math.Min(low[place], low[next]);
            }
            else if (open.Contains(next))
            {
                low[place] = Math.Min(low[place], met);
            }
        }
        if (low[place] == index[place])
        {
            List<string> circle = [];
            do
            {
                circle.Add(open.Pop());
            } while (circle[^1] != place);
            if (circle.Count > 1)
            {
                found.Add([.. circle.Order(StringComparer.Ordinal)]);
            }
        }
    }
}
