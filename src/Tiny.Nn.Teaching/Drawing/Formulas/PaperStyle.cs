namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What pages for paper have beside the look of all pages: lines to write on, room to work, and breaks in the right places. It has none of the letters that markup escapes.</summary>
internal static class PaperStyle
{
    internal const string Text = """

        .blank { display: inline-block; min-width: 34mm; border-bottom: 1px solid var(--ink); height: 1.2em; vertical-align: baseline; }
        .blank.long { min-width: 70mm; }
        .name-line { max-width: none; margin: 14px 0; }
        .room.lines-1 { height: 14mm; }
        .room.lines-2 { height: 24mm; }
        .room.lines-3 { height: 34mm; }
        .room.work { flex: 1 1 60mm; min-height: 34mm; align-self: stretch; border: 1px dotted var(--rule); }
        .sketch { min-width: 0; max-width: 640px; margin: 8px auto; display: block; }
        .sketch .weight { stroke-width: 1; }
        .copy + .copy { border-top: 2px solid var(--rule); margin-top: 48px; padding-top: 24px; }
        .question h2 { border-bottom: none; margin: 18px 0 4px; font-size: 15px; }
        .question p { margin: 4px 0; }
        .answer { margin-top: 6px; }
        .key td { max-width: none; }
        .key .way { overflow-wrap: anywhere; }
        .lined td, .lined th { border: 1px solid var(--rule); padding: 3px 8px; }
        .lined thead th { white-space: normal; overflow-wrap: anywhere; max-width: 26mm; }
        .lined td.empty { min-width: 17mm; height: 8mm; }
        .beside { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: flex-start; margin: 6px 0; }
        .beside .scroll { margin: 4px 0; }
        .formulas { display: flex; flex-wrap: wrap; gap: 0 22px; margin: 4px 0; }
        .formulas .line { border-left: none; padding: 0; margin: 1px 0; }
        @media print {
          body { font-size: 10pt; }
          h1 { font-size: 15pt; margin-bottom: 4px; }
          h2 { margin-top: 12px; }
          table { font-size: 9pt; }
          .lined td, .lined th { padding: 1px 6px; }
          .facts { gap: 2px 18px; }
          .question, .part, .key tr { break-inside: avoid; }
          .copy + .copy { break-before: page; border-top: none; margin-top: 0; padding-top: 0; }
          .key h2 { break-after: avoid; }
          .formulas .line { font-size: 10pt; }
          .sketch { max-width: 130mm; }
        }

        """;
}
