using System.Text;
using Tiny.Nn.Teaching.Interactive;

namespace Tiny.Nn.Teaching.Tests.Interactive;

/// <summary>Scenes that are trained within milliseconds.</summary>
internal static class Scenes
{
    internal const string Toy =
        """{"toy": "moons", "rows": 60, "seed": 3, "settings": {"hidden": "3,2", "activation": "tanh", "epochs": "12", "patience": "4", "batch-size": "10"}}""";

    /// <summary>Numbers, a category with a missing cell, a date, and a target of three classes.</summary>
    internal static byte[] Csv { get; } =
        Encoding.UTF8.GetBytes(
            "size,colour,day,kind\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 60)
                        .Select(i =>
                            $"{i % 7}.5,{(i % 11 == 0 ? "" : i % 3 == 0 ? "red" : "blue")},2026-0{1 + i % 9}-11,{"abc"[i % 3]}\n"
                        )
                )
        );

    internal const string Own =
        """{"file": "things.csv", "target": "kind", "reading": {"date": "day"}, "settings": {"hidden": "4", "epochs": "5", "normalization": "batch"}}""";

    internal static InteractiveTraining Open(string scene, byte[]? csv = null) => new(Scene.Read(scene, csv ?? []));

    internal static InteractiveTraining Trained(string scene, byte[]? csv = null)
    {
        InteractiveTraining training = Open(scene, csv);
        training.Step(int.MaxValue, TimeSpan.FromMinutes(5), wholeEpochs: false);
        return training;
    }
}
