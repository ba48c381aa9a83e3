namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>
/// How a picture that stands alone looks: eight styles that differ in colour (safe for the colour-blind: after Okabe and Ito), in dashes
/// and in the shape of markers, so that it reads without any colour. Colours are written out: not every viewer of SVG knows variables.
/// </summary>
internal static class PictureStyle
{
    /// <summary>How many styles there are; the next after the last is the first again.</summary>
    internal const int Count = 8;

    private static readonly string[] Light =
    [
        "#0072b2",
        "#c4500a",
        "#007a5a",
        "#a8498a",
        "#8a6200",
        "#4a5fc1",
        "#5f5f5f",
        "#111111",
    ];

    private static readonly string[] Dark =
    [
        "#66b8f0",
        "#ff9a5c",
        "#3fd0a4",
        "#ee9fd0",
        "#ecc256",
        "#a9b6ff",
        "#b4b4b4",
        "#f2f2f2",
    ];

    private static readonly string[] Dashes = ["none", "7 3", "2 3", "9 3 2 3", "12 4", "4 2", "1 2", "10 3 2 3 2 3"];

    internal static string Text { get; } =
        $$"""

            text { font: 11px system-ui, sans-serif; fill: #1b1f24; }
            .title { font-size: 15px; font-weight: 600; }
            .name { font-size: 13px; font-weight: 600; }
            .note { fill: #4c555f; }
            .region-name { font-size: 15px; font-weight: 700; stroke: #ffffff; stroke-width: 3; paint-order: stroke; }
            .paper { fill: #ffffff; }
            .grid { stroke: #d5dae0; stroke-width: 1; }
            .axis { stroke: #59626c; stroke-width: 1; }
            .guide { stroke: #59626c; stroke-width: 1.2; stroke-dasharray: 2 3; }
            .ring { fill: none; stroke: #1b1f24; stroke-width: 1.6; }
            .border { fill: none; stroke: #1b1f24; stroke-width: 1.6; }
            .faint { fill: none; stroke: #aab2bb; stroke-width: 1; }
            .line { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
            .mark { fill-opacity: 0.25; stroke-width: 1.4; }
            .full { fill-opacity: 1; stroke: #ffffff; stroke-width: 0.7; }
            .hollow { fill: #ffffff; fill-opacity: 0.6; stroke-width: 1.5; }
            .shade { stroke: none; shape-rendering: crispEdges; }
            {{Styles(Light)}}
            @media print {
            :root { max-width: 100%; max-height: 100vh; height: auto; }
            }
            @media screen and (prefers-color-scheme: dark) {
            text { fill: #e6e9ed; }
            .note { fill: #a9b2bc; }
            .region-name { stroke: #14181d; }
            .paper { fill: #14181d; }
            .grid { stroke: #3a424c; }
            .axis { stroke: #a0a9b4; }
            .guide { stroke: #a0a9b4; }
            .ring { stroke: #e6e9ed; }
            .border { stroke: #e6e9ed; }
            .faint { stroke: #55606c; }
            .full { stroke: #14181d; }
            .hollow { fill: #14181d; }
            {{Styles(Dark)}}
            }

            """;

    private static string Styles(string[] colours) =>
        string.Join(
            '\n',
            colours
                .Index()
                .Select(colour =>
                    $".line.s{colour.Index} {{ stroke: {colour.Item}; stroke-dasharray: {Dashes[colour.Index]}; }}\n"
                    + $".mark.s{colour.Index} {{ fill: {colour.Item}; stroke: {colour.Item}; }}\n"
                    + $".full.s{colour.Index} {{ fill: {colour.Item}; }}\n"
                    + $".hollow.s{colour.Index} {{ stroke: {colour.Item}; }}\n"
                    + $".shade.s{colour.Index} {{ fill: {colour.Item}; }}"
                )
        );
}
