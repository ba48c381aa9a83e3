using System.Text;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Exports.Plans;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tests.Shared.Exports;

namespace Tiny.Nn.Tabular.Tests.Exports;

/// <summary>A model and its C# export give the same bits, whatever the model is made of.</summary>
public sealed class CSharpExportTests
{
    private const int Models = 12;
    private const int Rows = 10;

    [Test]
    public void Random_models_answer_random_rows_with_the_same_bits()
    {
        RandomModels[] sources = [.. Enumerable.Range(1, Models).Select(seed => new RandomModels((ulong)seed))];
        Model<float>[] models = [.. sources.Select(source => source.Model<float>())];
        CompiledCSharp compiled = new(
            models.Select((model, i) => Text(ExportLanguage.CSharp.Write(model, $"model {i}")))
        );
        using (Assert.EnterMultipleScope())
        {
            foreach ((int i, Model<float> model) in models.Index())
            {
                Assert.That(compiled.SelfTest($"Model{i}"), Is.Zero, $"the self-test of model {i + 1}");
                for (int row = 0; row < Rows; row++)
                {
                    object?[] cells = sources[i].Row(model.Schema);
                    Probe expected = ModelProbes.Ask(model, "random", cells);
                    if (!expected.Answer.All(double.IsFinite))
                    {
                        continue;
                    }
                    double[] answer = compiled.Ask($"Model{i}", [.. cells.Zip(model.Schema, Typed)]);
                    double[] wanted =
                        model.Target is ClassTarget ? [expected.Chosen, .. expected.Answer] : [.. expected.Answer];
                    Assert.That(
                        answer.Select(BitConverter.DoubleToInt64Bits),
                        Is.EqualTo(wanted.Select(BitConverter.DoubleToInt64Bits)),
                        $"model {i + 1}, {string.Join(" | ", cells)}: {string.Join(", ", answer)} for {string.Join(", ", wanted)}"
                    );
                }
            }
        }
    }

    private static object? Typed(object? cell, Feature feature) =>
        cell is double days && feature is DateFeature
            ? DateTime.UnixEpoch.AddTicks((long)Math.Round(days * TimeSpan.TicksPerDay))
            : cell;

    private static string Text(ExportedModel export) => Encoding.UTF8.GetString(export.Files[0].Content.Span);
}
