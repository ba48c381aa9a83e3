using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.C;

/// <summary>The header of a C export: what a program needs to know of it.</summary>
/// <param name="plan">What it computes.</param>
/// <param name="name">What all its names begin with.</param>
/// <param name="names">What columns, levels and classes are called.</param>
internal sealed class CHeader(Plan plan, string name, CNames names)
{
    private readonly Code code = new();
    private readonly string prefix = name.ToUpperInvariant();

    /// <summary>The text of the header.</summary>
    internal string Write(IReadOnlyList<string> head)
    {
        code.Line($"/* {string.Join("\n   ", head)} */");
        code.Line($"#ifndef {prefix}_H\n#define {prefix}_H\n\n#include <math.h>\n");
        code.Line("#ifdef __cplusplus\nextern \"C\" {\n#endif\n");
        code.Line($"#ifdef EXACT\ntypedef double {name}_real;\n#else\ntypedef float {name}_real;\n#endif\n");
        code.Line(
            $"/* A number that is missing is NAN, a text 0; of a level: */\nenum {{ {prefix}_MISSING = -2, {prefix}_UNSEEN = -1 }};\n"
        );
        WriteLevels();
        WriteRow();
        WritePredict();
        code.Line("#ifdef __cplusplus\n}\n#endif\n\n#endif");
        return code.ToString();
    }

    private void WriteLevels()
    {
        foreach (LevelColumn column in plan.Columns.OfType<LevelColumn>())
        {
            WriteEnum(
                $"levels of {column.Name}",
                [.. column.Levels.Select((_, place) => names.Level(column, place))],
                column.Levels
            );
            code.Line(
                $"/* The level of a text; {prefix}_UNSEEN where it is none, {prefix}_MISSING where it is 0, empty or a mark of missing cells. */"
            );
            code.Line($"#ifndef NO_STRINGS\nint {names.Finder(column)}(const char *text);\n#endif\n");
        }
    }

    private void WriteEnum(string about, IReadOnlyList<string> constants, IReadOnlyList<string> texts)
    {
        code.Line($"/* {ExportText.Comment(about)} */");
        code.Block(
            "enum {",
            "};",
            () =>
            {
                for (int i = 0; i < constants.Count; i++)
                {
                    code.Line(
                        $"{constants[i]} = {i}{(i < constants.Count - 1 ? "," : "")} /* {ExportText.Comment(texts[i])} */"
                    );
                }
            }
        );
    }

    private void WriteRow()
    {
        code.Block(
            "typedef struct {",
            $"}} {name}_row;\n",
            () =>
            {
                foreach ((Column column, string field) in plan.Columns.Zip(names.Fields))
                {
                    (string kind, string about) = column switch
                    {
                        NumberColumn { Unit: { } unit } => ($"{name}_real ", $", a number in {unit}"),
                        DateColumn => ($"{name}_real ", ", the days since 1970-01-01T00:00 in UTC"),
                        LevelColumn => ("int ", ", one of its levels"),
                        TextColumn => ("const char *", ", a text in UTF-8"),
                        _ => ($"{name}_real ", ", a number"),
                    };
                    code.Line($"{kind}{field}; /* {ExportText.Comment(column.Name)}{ExportText.Comment(about)} */");
                }
            }
        );
    }

    private void WritePredict()
    {
        string about = ExportText.Comment(plan.Answer.Name);
        if (plan.Answer is not ClassAnswer classes)
        {
            code.Line($"/* {about} of a row. */\n{name}_real {name}_predict(const {name}_row *row);\n");
            return;
        }
        WriteEnum($"classes of {classes.Name}", names.Classes, classes.Classes);
        code.Line($"extern const char *const {name}_names[{classes.Length}];\n");
        code.Line($"/* {about} of a row, as one of the classes; receives the probability of each. */");
        code.Line($"int {name}_predict(const {name}_row *row, {name}_real probabilities[{classes.Length}]);\n");
    }
}
