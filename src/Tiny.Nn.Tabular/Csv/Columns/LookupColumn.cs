using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Alike;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature of known categories: those of a model. Another text is −1, unless it is one of them in another spelling.</summary>
internal sealed class LookupColumn(CategoryFeature feature, CellRules rules) : Column
{
    /// <summary>So many other texts are remembered, and may be told of.</summary>
    private const int MostRemembered = 1000;

    private readonly LevelIndex levels = new(feature.Levels);
    private readonly LevelNames names = new(feature.Levels, rules);
    private readonly LevelIndex others = new();
    private readonly List<int> places = [];

    /// <summary>How many texts were known ones.</summary>
    internal long KnownCells { get; private set; }

    /// <summary>How many texts were none of the known ones.</summary>
    internal long UnknownCells { get; private set; }

    /// <summary>Texts that are a level in another spelling, each with its level.</summary>
    internal IEnumerable<(string Text, string Level)> OtherSpellings =>
        others
            .Names.Zip(places)
            .Where(other => other.Second >= 0)
            .Select(other => (other.First, feature.Levels[other.Second]));

    /// <summary>Texts that are no level and look like one, each with that one.</summary>
    internal IEnumerable<(string Text, string Level)> Lookalikes
    {
        get
        {
            Lookalikes known = new(feature.Levels);
            return others
                .Names.Zip(places)
                .Where(other => other.Second < 0)
                .Select(other => (other.First, known.Find(other.First)!))
                .Where(pair => pair.Item2 is not null);
        }
    }

    internal override Feature Feature => feature;

    internal override double Read(Cell cell, int row)
    {
        int level = levels.Find(cell.Text);
        if (level < 0)
        {
            if (rules.IsMissing(cell.Text))
            {
                return Miss(cell);
            }
            level = FindOther(cell.Text);
        }
        KnownCells += level < 0 ? 0 : 1;
        UnknownCells += level < 0 ? 1 : 0;
        return level;
    }

    internal override void Restart() { }

    private int FindOther(ReadOnlySpan<byte> text)
    {
        if (others.Find(text) is >= 0 and var other)
        {
            return places[other];
        }
        int place = names.FindOther(Encoding.UTF8.GetString(text));
        if (places.Count < MostRemembered)
        {
            others.FindOrAdd(text);
            places.Add(place);
        }
        return place;
    }
}
