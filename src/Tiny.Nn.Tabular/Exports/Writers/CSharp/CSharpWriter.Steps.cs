using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.CSharp;

// The steps, one after the other.
internal sealed partial class CSharpWriter
{
    protected override string Memory(Vector vector) =>
        vector.Place switch
        {
            Place.Cells => "cells",
            Place.Answer => "answer",
            _ => vector.Width == Width.Network ? "n" : "w",
        };

    private string Span(Slice slice) => $"{Memory(slice.Vector)}.AsSpan({slice.Begin}, {slice.Length})";

    protected override string Remark(string text) => $"// {text}";

    protected override void Write(Map map)
    {
        string cast = map.Width != map.Target.Vector.Width && map.Width == Width.Wide ? $"({Type(Width.Network)})" : "";
        string i = map.Target.Length == 1 ? "0" : "i";
        string line = $"{Element(map.Target.Vector, map.Target.Begin, i)} = {cast}{Call(map, i)};";
        if (map.Target.Length == 1)
        {
            Code.Line(line);
            return;
        }
        Code.Block($"for (int i = 0; i < {map.Target.Length}; i++)\n{{", "}", () => Code.Line(line));
    }

    protected override void Write(Multiply multiply) =>
        Code.Line(
            $"Multiply({Name(multiply.Weights)}, {(multiply.Bias is { } bias ? Name(bias) : "default")}, {Span(multiply.Source)}, {Span(multiply.Target)}, {multiply.Groups});"
        );

    protected override void Write(Reduce reduce) =>
        Code.Line(
            $"{Element(reduce.Target.Vector, reduce.Target.Begin, null)} = {reduce.Reduction}({Span(reduce.Source)});"
        );

    protected override void Write(Gather gather) =>
        Code.Block(
            $"for (int i = 0; i < {gather.Target.Length}; i++)\n{{",
            "}",
            () =>
                Code.Line(
                    $"{Element(gather.Target.Vector, gather.Target.Begin, "i")} = {Memory(gather.Source.Vector)}[{At(gather.Source.Begin, $"{Name(gather.Indices)}[i]")}];"
                )
        );

    protected override void Write(Rank rank) =>
        Code.Line($"Rank({Name(rank.Landmarks)}, {Span(rank.Source)}, {Span(rank.Target)});");

    protected override void Write(CountWords words) =>
        Code.Line($"CountWords(row.{properties[words.Column]}, {Span(words.Target)});");
}
