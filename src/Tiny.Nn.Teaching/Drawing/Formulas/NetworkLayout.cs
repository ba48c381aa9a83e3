namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>Where units and lines of a drawn network lie: inputs on the left, then layer after layer.</summary>
/// <param name="sizes">How many inputs, then how many units each layer has.</param>
internal sealed class NetworkLayout(IReadOnlyList<int> sizes)
{
    /// <summary>Of a unit.</summary>
    internal const double Radius = 24;

    /// <summary>How much room names have on each side.</summary>
    internal const double Side = 150;

    private const double Between = 68;
    private const double Across = 190;

    /// <summary>Where on a line its label stands: there the labels of three lines from each unit are equally far from each other.</summary>
    private const double Along = 0.25;

    /// <summary>Lines to more units than this leave no room for labels.</summary>
    private const int MostLabelled = 3;

    internal double Width => 2 * Side + (sizes.Count - 1) * Across;

    internal double Height { get; } = sizes.Max() * Between + 20;

    /// <summary>Whether lines to so many units have room for labels.</summary>
    internal static bool HasLabels(int units) => units <= MostLabelled;

    /// <summary>The middle of the units of a column; 0 is that of the inputs.</summary>
    internal static double X(int column) => Side + column * Across;

    /// <summary>The middle of a unit.</summary>
    internal double Y(int column, int unit) => Height / 2 - 6 + (unit - (sizes[column] - 1) / 2.0) * Between;

    /// <summary>The line to a unit of a column from one of the column before, from edge to edge.</summary>
    internal (double X1, double Y1, double X2, double Y2) Line(int column, int unit, int from) =>
        (X(column - 1) + Radius, Y(column - 1, from), X(column) - Radius, Y(column, unit));

    /// <summary>Where the label of that line stands.</summary>
    internal (double X, double Y) Label(int column, int unit, int from)
    {
        (double x1, double y1, double x2, double y2) = Line(column, unit, from);
        return (x1 + Along * (x2 - x1), y1 + Along * (y2 - y1));
    }
}
