using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.C;

/// <summary>What columns, levels and classes are called in C.</summary>
internal sealed class CNames
{
    private static readonly string[] Keywords =
    [
        "auto",
        "break",
        "case",
        "char",
        "const",
        "continue",
        "default",
        "do",
        "double",
        "else",
        "enum",
        "extern",
        "float",
        "for",
        "goto",
        "if",
        "inline",
        "int",
        "long",
        "register",
        "restrict",
        "return",
        "short",
        "signed",
        "sizeof",
        "static",
        "struct",
        "switch",
        "typedef",
        "union",
        "unsigned",
        "void",
        "volatile",
        "while",
        "asm",
        "bool",
        "true",
        "false",
        "class",
        "new",
        "delete",
        "this",
        "private",
        "public",
        "protected",
        "template",
        "operator",
        "namespace",
    ];

    private readonly Dictionary<LevelColumn, (string Finder, string[] Levels)> levels = [];

    internal CNames(Plan plan, string name)
    {
        string prefix = name.ToUpperInvariant();
        Identifiers fields = new(Keywords);
        Identifiers constants = new([$"{prefix}_MISSING", $"{prefix}_UNSEEN", $"{prefix}_H"]);
        Identifiers functions = new([$"{name}_predict", $"{name}_names", $"{name}_row", $"{name}_real"]);
        Fields =
        [
            .. plan.Columns.Select(
                (column, place) =>
                    fields.Unique(Identifiers.Snake(column.Name, FormattableString.Invariant($"column_{place + 1}")))
            ),
        ];
        foreach ((int place, Column column) in plan.Columns.Index())
        {
            if (column is LevelColumn level)
            {
                string[] own =
                [
                    .. level.Levels.Select(
                        (text, i) => constants.Unique(Constant($"{prefix}_{Fields[place].Trim('_')}", text, i))
                    ),
                ];
                levels.Add(level, (functions.Unique($"{name}_{Fields[place].Trim('_')}"), own));
            }
        }
        Classes = plan.Answer is ClassAnswer classes
            ?
            [
                .. classes.Classes.Select(
                    (text, i) =>
                        constants.Unique(
                            Constant($"{prefix}_{Identifiers.Snake(classes.Name, "is").Trim('_')}", text, i)
                        )
                ),
            ]
            : [];
    }

    /// <summary>The fields of a row, in the order of the columns.</summary>
    internal IReadOnlyList<string> Fields { get; }

    /// <summary>The constants of the classes.</summary>
    internal IReadOnlyList<string> Classes { get; }

    /// <summary>The function that finds the level of a text.</summary>
    internal string Finder(LevelColumn column) => levels[column].Finder;

    /// <summary>The constant of a level.</summary>
    internal string Level(LevelColumn column, int place) => levels[column].Levels[place];

    private static string Constant(string before, string text, int place) =>
        $"{before}_{Identifiers.Snake(text, FormattableString.Invariant($"level_{place}")).Trim('_')}".ToUpperInvariant();
}
