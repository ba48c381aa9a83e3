namespace Tiny.Nn.Teaching.Drawing.Html;

/// <summary>
/// How a page looks. Colour is never all that tells two things apart: lines have dashes, points have shapes, cells have counts. It has none of
/// the letters that markup escapes, since a browser does not read escapes here.
/// </summary>
internal static class PageStyle
{
    internal const string Text = """

        :root {
          --ink: #1b1f24; --soft: #59626c; --rule: #d5dae0; --paper: #ffffff; --panel: #f5f7f9;
          --first: #1f5fbf; --second: #b8540c; --good: #1a6b34;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e6e9ed; --soft: #a0a9b4; --rule: #3a424c; --paper: #14181d; --panel: #1d232a;
            --first: #7fb0ff; --second: #f0a15e; --good: #7fd39a;
          }
        }
        @media print {
          :root {
            --ink: #000000; --soft: #444444; --rule: #bbbbbb; --paper: #ffffff; --panel: #ffffff;
            --first: #1f5fbf; --second: #b8540c; --good: #000000;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
        main { max-width: 1080px; margin: 0 auto; padding: 24px 16px 48px; }
        h1 { font-size: 26px; line-height: 1.25; margin: 0 0 12px; overflow-wrap: anywhere; }
        h2 { font-size: 18px; margin: 36px 0 10px; padding-bottom: 4px; border-bottom: 1px solid var(--rule); }
        p { margin: 8px 0; max-width: 76ch; overflow-wrap: anywhere; }
        .small { color: var(--soft); font-size: 13px; }
        .verdict { padding: 6px 12px; border-left: 4px solid var(--soft); background: var(--panel); }
        .verdict.good { border-left-color: var(--good); }
        dl { margin: 0; display: flex; flex-wrap: wrap; gap: 8px 28px; }
        dt { color: var(--soft); font-size: 13px; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .settings { gap: 8px 24px; }
        .settings div { min-width: 108px; }
        .scroll { overflow-x: auto; margin: 12px 0; }
        table { border-collapse: collapse; font-size: 14px; }
        th, td { padding: 4px 20px 4px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
        td { max-width: 44ch; overflow-wrap: break-word; }
        thead th { color: var(--soft); font-weight: 600; white-space: nowrap; }
        tbody th { font-weight: 600; max-width: 32ch; overflow-wrap: break-word; }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .charts { display: flex; flex-wrap: wrap; gap: 16px 40px; margin: 12px 0; }
        figure { margin: 0; flex: 1 1 340px; max-width: 500px; min-width: 0; }
        figcaption { font-weight: 600; margin-bottom: 4px; }
        svg { display: block; width: 100%; height: auto; }
        svg text { font: 11px system-ui, sans-serif; fill: var(--ink); }
        .grid { stroke: var(--rule); stroke-width: 1; }
        .axis { stroke: var(--soft); stroke-width: 1; }
        .first { fill: none; stroke: var(--first); stroke-width: 1.8; }
        .second { fill: none; stroke: var(--second); stroke-width: 1.8; stroke-dasharray: 6 3; }
        .guide { stroke: var(--soft); stroke-width: 1.2; stroke-dasharray: 2 3; }
        .whisker { stroke: var(--first); stroke-width: 1.5; }
        .ring { fill: none; stroke: var(--ink); stroke-width: 1.6; }
        .point { fill: var(--first); stroke: var(--paper); stroke-width: 1; }
        .dot { fill: var(--first); fill-opacity: 0.55; }
        .bar { fill: var(--first); fill-opacity: 0.7; stroke: var(--paper); stroke-width: 1; }
        .cell { fill: var(--first); stroke: var(--rule); stroke-width: 1; }
        .right { stroke: var(--ink); stroke-width: 1.4; }
        pre { padding: 10px 12px; background: var(--panel); border: 1px solid var(--rule); white-space: pre-wrap; overflow-wrap: anywhere; }
        code { font: 13px/1.5 ui-monospace, monospace; }
        @media print {
          main { max-width: none; padding: 0; }
          body { font-size: 11pt; }
          h2, figcaption { break-after: avoid; }
          figure, tr, pre, .verdict { break-inside: avoid; }
          .scroll { overflow: visible; }
        }

        """;
}
