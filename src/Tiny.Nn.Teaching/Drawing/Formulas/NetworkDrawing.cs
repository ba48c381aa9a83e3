using System.Xml.Linq;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>A network from left to right: inputs, layers, targets; every weight a line that can be picked.</summary>
internal sealed class NetworkDrawing
{
    private const double Radius = NetworkLayout.Radius;

    private readonly TraceSubject subject;
    private readonly SampleTrace sample;
    private readonly TraceNumbers numbers = new(3);
    private readonly NetworkLayout layout;
    private readonly double largest;

    internal NetworkDrawing(TraceSubject subject)
    {
        this.subject = subject;
        sample = subject.Trace.Samples[0];
        layout = new NetworkLayout([sample.Input.Rows, .. sample.Layers.Select(layer => layer.W.Rows)]);
        largest = sample.Layers.Max(layer => layer.W.Values.ToArray().Select(Math.Abs).DefaultIfEmpty(0).Max());
    }

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
            layout.Width,
            layout.Height,
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
                (double x1, double y1, double x2, double y2) = layout.Line(l, i, j);
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

    /// <summary>The weights' numbers, over all lines, where there is room for them. A click on a number picks its line, which keys and readers of screens find by itself.</summary>
    private IEnumerable<XElement> Labels(LayerTrace layer, int l)
    {
        for (int i = 0; NetworkLayout.HasLabels(layer.W.Rows) && i < layer.W.Rows; i++)
        {
            for (int j = 0; j < layer.W.Columns; j++)
            {
                string name = new TracedParameter(0, l, i + 1, j + 1).Name;
                (double x, double y) = layout.Label(l, i, j);
                yield return Markup.Element(
                    "a",
                    [
                        Markup.Attribute("href", $"#{name}"),
                        Markup.Attribute("data-pick", name),
                        Markup.Attribute("tabindex", "-1"),
                        Markup.Attribute("aria-hidden", "true"),
                        .. NetworkLabel.At(x, y + 3.5, numbers.Of(layer.W[i, j])),
                    ]
                );
            }
        }
    }

    private IEnumerable<XElement> Inputs()
    {
        for (int j = 0; j < sample.Input.Rows; j++)
        {
            (double x, double y) = (NetworkLayout.X(0), layout.Y(0, j));
            yield return Shapes.Circle("unit input", x, y, Radius);
            yield return Value(x, y, sample.Input[j, 0]);
            string name = subject.Lesson.InputNames[j];
            yield return Shapes
                .Text(x - Radius - 6, y + 4, "end", Short(name))
                .Saying($"{Notation.ToText(Notation.X(j + 1))} {name}");
            if (subject.Lesson.Scaling is { } scaling && scaling.Inputs[j] is not null)
            {
                string raw = subject.Numbers.Of(scaling.RawInputs[j, 0]);
                yield return Shapes.Text(x - Radius - 6, y + 18, "end", raw).Of("label");
            }
        }
    }

    private IEnumerable<XElement> Units(LayerTrace layer, int l)
    {
        for (int i = 0; i < layer.Z.Rows; i++)
        {
            (double x, double y) = (NetworkLayout.X(l), layout.Y(l, i));
            string text =
                $"{Notation.ToText(Notation.A(l, i + 1))} = {subject.Numbers.Of(layer.A[i, 0])}, "
                + $"{Notation.ToText(Notation.Z(l, i + 1))} = {subject.Numbers.Of(layer.Z[i, 0])}, "
                + $"{Notation.ToText(Notation.B(l, i + 1))} = {subject.Numbers.Of(layer.B[i, 0])}, "
                + $"{Notation.ToText(Notation.Delta(l, i + 1))} = {subject.Numbers.Of(layer.Delta[i, 0])}";
            yield return Shapes.Circle("unit", x, y, Radius).Saying(text);
            yield return Value(x, y, layer.A[i, 0]);
            foreach (XElement part in NetworkLabel.At(x, y + Radius + 12, $"z {numbers.Of(layer.Z[i, 0])}"))
            {
                yield return part;
            }
        }
    }

    private IEnumerable<XElement> Targets()
    {
        int last = sample.Layers.Count;
        Matrix<double> target = sample.Target;
        for (int i = 0; i < target.Rows; i++)
        {
            string name = subject.Lesson.OutputNames[i];
            double x = NetworkLayout.X(last) + Radius + 6;
            double y = layout.Y(last, i);
            yield return Shapes.Text(x, y - 3, "start", Short(name)).Saying(name);
            yield return Shapes.Text(x, y + 11, "start", $"t {numbers.Of(target[i, 0])}");
        }
    }

    private XElement Value(double x, double y, double number) => Shapes.Text(x, y + 4, "middle", numbers.Of(number));

    /// <summary>As much of a name as there is room for.</summary>
    private static string Short(string name) => TextWidth.Shorten(name, NetworkLayout.Side - Radius - 8);
}
