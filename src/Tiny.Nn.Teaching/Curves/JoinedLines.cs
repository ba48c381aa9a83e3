namespace Tiny.Nn.Teaching.Curves;

/// <summary>Short pieces of lines joined end to end, without the points between that lie on a straight line anyway.</summary>
internal static class JoinedLines
{
    /// <summary>Ends that are no further apart are one: the same crossing is calculated from both sides of an edge.</summary>
    private const double Same = 1e-6;

    /// <param name="pieces">The pieces, of which no more than two meet in a point.</param>
    /// <param name="tolerance">How far a point may lie beside the line that is drawn without it.</param>
    /// <param name="least">A line of fewer pieces is left out: on a grid it is where a narrow ridge or valley met a point by accident.</param>
    /// <returns>Lines, each from point to point; the last point of a closed one is its first.</returns>
    internal static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Of(
        IEnumerable<((double X, double Y) From, (double X, double Y) To)> pieces,
        double tolerance,
        int least = 1
    )
    {
        ((double X, double Y) From, (double X, double Y) To)[] all = [.. pieces];
        ILookup<(long, long), int> meeting = all.SelectMany(
                (piece, i) => new[] { (Key: Key(piece.From), Piece: i), (Key: Key(piece.To), Piece: i) }
            )
            .ToLookup(end => end.Key, end => end.Piece);
        bool[] isUsed = new bool[all.Length];
        List<IReadOnlyList<(double X, double Y)>> lines = [];

        // Open lines from one of their ends; what is left then is closed.
        IEnumerable<(double X, double Y)> ends = all.SelectMany(piece => new[] { piece.From, piece.To });
        IEnumerable<(double X, double Y)> open = ends.Where(end => meeting[Key(end)].Count() == 1);
        foreach ((double X, double Y) start in open.Concat(all.Select(piece => piece.From)))
        {
            List<(double X, double Y)> line = [start];
            while (Next(line[^1]) is { } next)
            {
                line.Add(next);
            }
            if (line.Count > Math.Max(least, 1))
            {
                lines.Add(Simplify(line, tolerance));
            }
        }
        return lines;

        (double X, double Y)? Next((double X, double Y) from)
        {
            foreach (int i in meeting[Key(from)].Where(i => !isUsed[i]))
            {
                isUsed[i] = true;
                return Key(all[i].From) == Key(from) ? all[i].To : all[i].From;
            }
            return null;
        }
    }

    private static (long, long) Key((double X, double Y) point) =>
        ((long)Math.Round(point.X / Same), (long)Math.Round(point.Y / Same));

    /// <summary>Keeps the point that is farthest from the straight line between the ends, and so on in both halves. Ramer, 1972; Douglas and Peucker, 1973.</summary>
    private static List<(double X, double Y)> Simplify(List<(double X, double Y)> line, double tolerance)
    {
        bool[] isKept = new bool[line.Count];
        isKept[0] = isKept[^1] = true;
        Stack<(int First, int Last)> open = new([(0, line.Count - 1)]);
        while (open.TryPop(out (int First, int Last) part))
        {
            int farthest = part.First;
            double most = tolerance;
            for (int i = part.First + 1; i < part.Last; i++)
            {
                double distance = Distance(line[i], line[part.First], line[part.Last]);
                (farthest, most) = distance > most ? (i, distance) : (farthest, most);
            }
            if (farthest > part.First)
            {
                isKept[farthest] = true;
                open.Push((part.First, farthest));
                open.Push((farthest, part.Last));
            }
        }
        return [.. line.Where((_, i) => isKept[i])];
    }

    /// <summary>How far a point is from the line between two others, or from them where they are the same.</summary>
    private static double Distance((double X, double Y) point, (double X, double Y) a, (double X, double Y) b)
    {
        (double x, double y) = (b.X - a.X, b.Y - a.Y);
        double length = Math.Sqrt(x * x + y * y);
        return length == 0
            ? Math.Sqrt(Math.Pow(point.X - a.X, 2) + Math.Pow(point.Y - a.Y, 2))
            : Math.Abs(x * (point.Y - a.Y) - y * (point.X - a.X)) / length;
    }
}
