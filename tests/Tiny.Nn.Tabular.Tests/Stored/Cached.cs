using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tests.Stored;

/// <summary>A file of data, and a directory for what is made of it.</summary>
internal sealed class Cached : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("tinynn-cache-").FullName;

    internal string Cache => Path.Combine(place, "cache");

    internal string Data => Path.Combine(place, "data.csv");

    /// <summary>The files that are kept.</summary>
    internal string[] Files => Directory.Exists(Cache) ? Directory.GetFiles(Cache) : [];

    internal Cached Write(string text)
    {
        File.WriteAllText(Data, text);
        return this;
    }

    /// <summary>What a training with the rows in files gives, and whether an earlier one had left them.</summary>
    internal (byte[] Model, string Report, bool IsFound) Train(CsvOptions options, Recipe recipe)
    {
        using TableCache cache = new(Cache);
        Judged<float> judged = Experiment.Run<float>(cache.Read(Data, options), recipe);
        return (Bytes(judged.Trained.Model), $"{judged.Test}", cache.Used.All(file => file.IsFound));
    }

    /// <summary>The same with the rows in memory.</summary>
    internal (byte[] Model, string Report) TrainInMemory(CsvOptions options, Recipe recipe)
    {
        Judged<float> judged = Experiment.Run<float>(CsvTable.Read(Data, options), recipe);
        return (Bytes(judged.Trained.Model), $"{judged.Test}");
    }

    public void Dispose() => Directory.Delete(place, recursive: true);

    private byte[] Bytes(Model<float> model)
    {
        string path = Path.Combine(place, "model.tnn");
        ModelFile.Save(model, path);
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }
}
