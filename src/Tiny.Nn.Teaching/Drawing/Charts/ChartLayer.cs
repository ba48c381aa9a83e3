using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>One thing that lies on a chart.</summary>
/// <param name="Id">What JSON calls it, in any language.</param>
/// <param name="Label">What the legend calls it; empty where it is not in the legend.</param>
/// <param name="Style">The number of its colour, dashes and marker.</param>
internal abstract record ChartLayer(string Id, string Label, int Style)
{
    /// <summary>The part of a class that tells the style.</summary>
    private protected string StyleClass => $"s{Style % PictureStyle.Count}";

    internal abstract IEnumerable<XElement> Draw(Plot plot);

    /// <summary>What stands in the legend, 22 wide.</summary>
    internal abstract XElement Sample(double x, double y);

    internal abstract void Type(BrailleCanvas canvas);

    /// <summary>What stands in the legend of a terminal.</summary>
    internal abstract string TypedSample { get; }

    internal abstract JsonObject ToJson();

    private protected JsonObject Described(string kind) =>
        new()
        {
            ["id"] = Id,
            ["kind"] = kind,
            ["label"] = Label,
        };
}
