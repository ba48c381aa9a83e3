namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>How large a plot is, and where its legend stands.</summary>
/// <param name="Width">How wide, ticks and titles included.</param>
/// <param name="Height">How high.</param>
/// <param name="LegendTop">What stands above the legend.</param>
/// <param name="LegendRows">How many rows it has.</param>
internal sealed record PlotFrame(double Width, double Height, double LegendTop = 0, int LegendRows = 1);
