using System.Xml.Linq;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>A network from left to right: inputs, layers, targets; every weight a line that can be picked.</summary>
internal sealed class NetworkDrawing
{
    private const double Radius = 24;
    private const double Between = 68;
    private const double Across = 190;
    private const double Side = 150;

    /// <summary>Lines to more units than this leave no room for their numbers.</summary>
    private const int MostLabelled = 3;

    /// <summary>Where on a line its number stands: there the numbers of three lines from each unit are equally far from each other.</summary>
    private const double Along = 0.25;

    private readonly TraceSubject subject;
    private readonly SampleTrace sample;
    private readonly TraceNumbers numbers = new(3);
    private readonly int[] sizes;
    private readonly double height;
    private readonly double largest;

    internal NetworkDrawing(TraceSubject subject)
    {
        this.subject = subject;
        sample = subject.Trace.Samples[0];
        sizes = [sample.Input.Rows, .. sample.Layers.Select(layer => layer.W.Rows)];
        height = sizes.Max() * Between + 20;
        largest = sample.Layers.Max(layer => layer.W.Values.ToArray().Select(Math.Abs).DefaultIfEmpty(0).Max());
    }

    private double Width => 2 * Side + sample.Layers.Count * Across;

    internal XElement Draw()
    {
        List<XElement> shapes = [];
        foreach ((int i, LayerTrace layer) in sample.Layers.Index())
        {
            shapes.AddRange(Weights(layer, i + 1));
        }
        foreach ((int i, LayerTrace layer) in sample.Layers.Index())
        {
            shapes.AddRange(Labels(layer, i + 1));
        }
        shapes.AddRange(Inputs());
        foreach ((int i, LayerTrace layer) in sample.Layers.Index())
        {
            shapes.AddRange(Units(layer, i + 1));
        }
        shapes.AddRange(Targets());
        XElement drawing = Shapes.Drawing(
            Width,
            height,
            $"{subject.Say(TraceCaptions.Network)} {subject.Trace.Network.Architecture}",
            shapes
        );

        // Its lines are links, which a mere image has not.
        drawing.Attribute("role")!.Value = "group";
        drawing.Add(Markup.Class("network"));
        return drawing;
    }

    private IEnumerable<XElement> Weights(LayerTrace layer, int l)
    {
        for (int i = 0; i < layer.W.Rows; i++)
        {
            for (int j = 0; j < layer.W.Columns; j++)
            {
                double weight = layer.W[i, j];
                TracedParameter parameter = new(0, l, i + 1, j + 1);
                (double x1, double y1) = (X(l - 1) + Radius, Y(l - 1, j));
                (double x2, double y2) = (X(l) - Radius, Y(l, i));
                XElement seen = Shapes.Line(weight < 0 ? "weight negative" : "weight", x1, y1, x2, y2);
                seen.Add(
                    Markup.Attribute("stroke-width", largest == 0 ? 1 : 0.8 + 3 * Math.Abs(weight) / largest),
                    Markup.Attribute("data-pick", parameter.Name),
                    Markup.Attribute("data-layer", l),
                    Markup.Attribute("data-input", j + 1)
                );
                string text =
                    $"{Notation.ToText(parameter.Symbol)} = {subject.Numbers.Of(weight)}, ∂ℓ/∂w = {subject.Numbers.Of(layer.DW[i, j])}";
                object[] parts =
                [
                    Markup.Attribute("href", $"#{parameter.Name}"),
                    Markup.Attribute("data-pick", parameter.Name),
                    Markup.Attribute("aria-label", text),
                    Shapes.Line("reach", x1, y1, x2, y2).Saying(text),
                    seen,
                ];
                yield return Markup.Element("a", parts);
            }
        }
    }

    /// <summary>The weights' numbers, over all lines, where there is room for them.</summary>
    private IEnumerable<XElement> Labels(LayerTrace layer, int l)
    {
        for (int i = 0; layer.W.Rows <= MostLabelled && i < layer.W.Rows; i++)
        {
            for (int j = 0; j < layer.W.Columns; j++)
            {
                double x = X(l - 1) + Radius + Along * (Across - 2 * Radius);
                double y = Y(l - 1, j) + Along * (Y(l, i) - Y(l - 1, j));
                XElement label = Shapes.Text(x, y + 3.5, "middle", numbers.Of(layer.W[i, j]));
                label.Add(Markup.Class("label"));
                yield return label;
            }
        }
    }

    private IEnumerable<XElement> Inputs()
    {
        for (int j = 0; j < sizes[0]; j++)
        {
            yield return Shapes.Circle("unit input", X(0), Y(0, j), Radius);
            yield return Value(X(0), Y(0, j), sample.Input[j, 0]);
            string name = subject.Lesson.InputNames[j];
            yield return Shapes
                .Text(X(0) - Radius - 6, Y(0, j) + 4, "end", Short(name))
                .Saying($"{Notation.ToText(Notation.X(j + 1))} {name}");
        }
    }

    private IEnumerable<XElement> Units(LayerTrace layer, int l)
    {
        for (int i = 0; i < layer.Z.Rows; i++)
        {
            string text =
                $"{Notation.ToText(Notation.A(l, i + 1))} = {subject.Numbers.Of(layer.A[i, 0])}, "
                + $"{Notation.ToText(Notation.Z(l, i + 1))} = {subject.Numbers.Of(layer.Z[i, 0])}, "
                + $"{Notation.ToText(Notation.B(l, i + 1))} = {subject.Numbers.Of(layer.B[i, 0])}, "
                + $"{Notation.ToText(Notation.Delta(l, i + 1))} = {subject.Numbers.Of(layer.Delta[i, 0])}";
            yield return Shapes.Circle("unit", X(l), Y(l, i), Radius).Saying(text);
            yield return Value(X(l), Y(l, i), layer.A[i, 0]);
            XElement sum = Shapes.Text(X(l), Y(l, i) + Radius + 12, "middle", $"z {numbers.Of(layer.Z[i, 0])}");
            sum.Add(Markup.Class("label"));
            yield return sum;
        }
    }

    private IEnumerable<XElement> Targets()
    {
        int last = sample.Layers.Count;
        Matrix<double> target = sample.Target;
        for (int i = 0; i < target.Rows; i++)
        {
            string name = subject.Lesson.OutputNames[i];
            double x = X(last) + Radius + 6;
            yield return Shapes.Text(x, Y(last, i) - 3, "start", Short(name)).Saying(name);
            yield return Shapes.Text(x, Y(last, i) + 11, "start", $"t {numbers.Of(target[i, 0])}");
        }
    }

    private XElement Value(double x, double y, double number) => Shapes.Text(x, y + 4, "middle", numbers.Of(number));

    /// <summary>As much of a name as there is room for.</summary>
    private static string Short(string name) => TextWidth.Shorten(name, Side - Radius - 8);

    private static double X(int column) => Side + column * Across;

    private double Y(int column, int unit) => height / 2 - 6 + (unit - (sizes[column] - 1) / 2.0) * Between;
}
