using System.Text;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Numbers among the names of columns: where many are, the header is perhaps a row of data.</summary>
internal static class HeaderNumbers
{
    /// <summary>The names that are numbers.</summary>
    internal static string[] Among(IReadOnlyList<string> names) =>
        [.. names.Where(name => PlainNumber.TryParse(Encoding.UTF8.GetBytes(name), out double _))];

    /// <summary>True where half the names are numbers at least.</summary>
    internal static bool AreMany(IReadOnlyList<string> names) => 2 * Among(names).Length >= names.Count;
}
