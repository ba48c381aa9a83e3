using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>A network in symbols, for paper: what each unit and each line is called, and no number that is asked for.</summary>
internal static class NetworkSketch
{
    private const double Radius = NetworkLayout.Radius;

    /// <summary>More units above each other than these take the paper that is to be written on.</summary>
    private const int MostUnits = 6;

    /// <summary>The drawing; none of a network that is too large for it.</summary>
    internal static IEnumerable<XElement> Of(TraceSubject subject)
    {
        SampleTrace sample = subject.Trace.Samples[0];
        int[] sizes = [sample.Input.Rows, .. sample.Layers.Select(layer => layer.W.Rows)];
        string description = $"{subject.Say(TraceCaptions.Network)} {subject.Trace.Network.Architecture}";
        return sizes.Max() > MostUnits ? [] : [Draw(subject.Lesson, sizes, description)];
    }

    private static XElement Draw(Lesson lesson, int[] sizes, string description)
    {
        NetworkLayout layout = new(sizes);
        List<XElement> lines = [];
        List<XElement> labels = [];
        List<XElement> units = [];
        for (int l = 0; l < sizes.Length; l++)
        {
            for (int i = 0; i < sizes[l]; i++)
            {
                (double x, double y) = (NetworkLayout.X(l), layout.Y(l, i));
                units.Add(Shapes.Circle(l == 0 ? "unit input" : "unit", x, y, Radius));
                string symbol = l == 0 ? Notation.X(i + 1) : Notation.A(l, i + 1);
                units.Add(Shapes.Text(x, y + 4, "middle", Notation.ToText(symbol)));
                for (int j = 0; l > 0 && j < sizes[l - 1]; j++)
                {
                    (double x1, double y1, double x2, double y2) = layout.Line(l, i, j);
                    lines.Add(Shapes.Line("weight", x1, y1, x2, y2));
                    if (NetworkLayout.HasLabels(sizes[l]))
                    {
                        (double labelX, double labelY) = layout.Label(l, i, j);
                        string weight = Notation.ToText(Notation.W(l, i + 1, j + 1));
                        labels.AddRange(NetworkLabel.At(labelX, labelY + 3.5, weight));
                    }
                }
            }
        }
        IEnumerable<XElement> names = lesson
            .InputNames.Select(
                (name, j) => Shapes.Text(NetworkLayout.X(0) - Radius - 6, layout.Y(0, j) + 4, "end", Short(name))
            )
            .Concat(
                lesson.OutputNames.Select(
                    (name, i) =>
                        Shapes.Text(
                            NetworkLayout.X(sizes.Length - 1) + Radius + 6,
                            layout.Y(sizes.Length - 1, i) + 4,
                            "start",
                            Short(name)
                        )
                )
            );
        XElement drawing = Shapes.Drawing(
            layout.Width,
            layout.Height,
            description,
            [.. lines, .. labels, .. units, .. lesson.Source.Length > 0 ? names : []]
        );
        drawing.Add(Markup.Class("network sketch"));
        return drawing;
    }

    private static string Short(string name) => TextWidth.Shorten(name, NetworkLayout.Side - Radius - 8);
}
