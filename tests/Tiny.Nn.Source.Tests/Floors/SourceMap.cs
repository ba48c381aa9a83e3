using System.Text.RegularExpressions;

namespace Tiny.Nn.Source.Tests.Floors;

/// <summary>In which file a type is declared.</summary>
internal static partial class SourceMap
{
    /// <summary>From the full name of a type that is not nested to its file; of a partial type, the file that is named after it.</summary>
    internal static IReadOnlyDictionary<string, SourceFile> Types { get; } = Find();

    private static Dictionary<string, SourceFile> Find()
    {
        Dictionary<string, SourceFile> types = [];
        foreach (SourceFile file in Repository.Source.OrderByDescending(file => file.Path.Length))
        {
            foreach (Match match in Declarations().Matches(file.Code))
            {
                types[$"{file.Namespace}.{match.Groups["name"].Value}"] = file;
            }
        }
        return types;
    }

    /// <summary>A declaration that is not indented.</summary>
    [GeneratedRegex(
        """
            ^ (?:(?:public|internal|file|static|sealed|abstract|readonly|ref|partial|unsafe)\s+)*
            (?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+[\w<>?\[\],\ ]+?) \s+ (?<name>[A-Z]\w*)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline
    )]
    private static partial Regex Declarations();
}
