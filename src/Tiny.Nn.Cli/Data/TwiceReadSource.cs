using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Data;

/// <summary>Data that two models read, one after the other: what comes through a pipe stays in memory for the second.</summary>
internal sealed class TwiceReadSource
{
    private readonly byte[]? kept;

    private TwiceReadSource(string name, byte[]? kept)
    {
        Name = name;
        this.kept = kept;
    }

    /// <summary>A path, or what stdin is called.</summary>
    internal string Name { get; }

    internal static TwiceReadSource Open(Session session, string path)
    {
        using Stream data = AwaitedData.Open(path, session);
        if (data.CanSeek)
        {
            return new TwiceReadSource(path, null);
        }
        using MemoryStream all = new();
        data.CopyTo(all);
        return new TwiceReadSource(path == StandardInput.Path ? StandardInput.Name : path, all.ToArray());
    }

    /// <summary>The table as a model reads it, with its target.</summary>
    internal Table Read(Session session, Model<float> model, CsvOptions options)
    {
        if (kept is null)
        {
            return DataSource.Read(session, Name, model, options);
        }
        using MemoryStream stream = new(kept);
        return CsvTable.Read(stream, Name, model.Schema, model.Target.Name, options);
    }
}
