using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.CSharp;

// The steps, one after the other.
internal sealed partial class CSharpWriter
{
    private static string Span(Slice slice) => $"{Memory(slice.Vector)}.AsSpan({slice.Begin}, {slice.Length})";

    protected override string Remark(string text) => $"// {text}";

    protected override void WriteLoop(int count, string line) =>
        Code.Block($"for (int i = 0; i < {count}; i++)\n{{", "}", () => Code.Line(line));

    protected override string Converted(Map map, string result) =>
        map.Width != map.Target.Vector.Width && map.Width == Width.Wide ? $"({Type(Width.Network)}){result}" : result;

    protected override void Write(Multiply multiply) =>
        Code.Line(
            $"Multiply({Name(multiply.Weights)}, {(multiply.Bias is { } bias ? Name(bias) : "default")}, {Span(multiply.Source)}, {Span(multiply.Target)}, {multiply.Groups});"
        );

    protected override void Write(Reduce reduce) =>
        Code.Line(
            $"{Element(reduce.Target.Vector, reduce.Target.Begin, null)} = {reduce.Reduction}({Span(reduce.Source)});"
        );

    /// <summary>A loop even for one number: a list of places is read by its index.</summary>
    protected override void Write(Gather gather) =>
        WriteLoop(
            gather.Target.Length,
            $"{Element(gather.Target.Vector, gather.Target.Begin, "i")} = {Gathered(gather, "i")};"
        );

    protected override void Write(Rank rank) =>
        Code.Line($"Rank({Name(rank.Landmarks)}, {Span(rank.Source)}, {Span(rank.Target)});");

    protected override void Write(CountWords words) =>
        Code.Line($"CountWords(row.{properties[words.Column]}, {Span(words.Target)});");
}
