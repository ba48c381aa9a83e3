namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What a trace's page has beside the look of all pages. It has none of the letters that markup escapes.</summary>
internal static class TraceStyle
{
    internal const string Text = """

        :lang(ja) { word-break: auto-phrase; line-break: strict; }
        h3 { font-size: 15px; margin: 22px 0 6px; }
        sub, sup { font-size: 72%; line-height: 0; }
        .line {
          display: flex; flex-wrap: wrap; gap: 0 0.7em; padding: 3px 0 3px 12px; border-left: 2px solid var(--rule); margin: 4px 0;
          font: 15px/1.6 "STIX Two Text", Cambria, Georgia, "Noto Serif CJK JP", serif; font-variant-numeric: tabular-nums;
        }
        .line span { min-width: 0; overflow-wrap: anywhere; }
        .line .left { font-weight: 600; }
        .result { font-weight: 600; color: var(--first); }
        .network { min-width: 560px; max-width: 900px; margin: 0 auto; }
        .network a { cursor: pointer; outline: none; }
        .reach { stroke: transparent; stroke-width: 12; }
        .weight { stroke: var(--soft); }
        .negative { stroke-dasharray: 5 3; }
        .network a:hover .weight, .network a:focus-visible .weight { stroke: var(--first); }
        .network a:hover .reach, .network a:focus-visible .reach, .network a.picked .reach { stroke: var(--first); stroke-opacity: 0.25; }
        .weight.dim { opacity: 0.45; }
        .weight.way { stroke: var(--second); }
        .weight.picked { stroke: var(--first); }
        .unit { fill: var(--panel); stroke: var(--ink); stroke-width: 1.4; }
        .input { stroke-dasharray: 3 2; }
        svg .label { pointer-events: none; font-size: 10px; fill: var(--soft); }
        .plate { fill: var(--paper); }
        .picks { display: flex; flex-wrap: wrap; gap: 4px; margin: 10px 0; }
        .picks a {
          padding: 2px 8px; border: 1px solid var(--rule); border-radius: 4px; color: var(--ink); text-decoration: none;
          background: var(--panel);
        }
        .picks a.picked { border-color: var(--first); color: var(--first); font-weight: 600; }
        .picks a:focus-visible, .picks a:hover { border-color: var(--first); }
        .chain { padding: 2px 14px 10px; border: 1px solid var(--rule); border-radius: 6px; margin: 10px 0; break-inside: avoid; }
        .chain h3 { margin-top: 10px; }
        .chain:target { border-color: var(--first); }
        .glossary { display: block; }
        .glossary div { margin: 8px 0; max-width: 76ch; break-inside: avoid; }
        .glossary dt { font-weight: 600; color: var(--ink); }
        @media print {
          .line { break-inside: avoid; }
          h3, section p.small { break-after: avoid; }
          .picks, .on-screen { display: none; }
          .network { min-width: 0; }
        }

        """;
}
