using System.Text.Json;
using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Teaching.Drawing;

/// <summary>What all JSON documents have in common.</summary>
internal static class JsonDocuments
{
    /// <summary>The version of the documents' shape: names are added under it, none is removed or changes its meaning.</summary>
    private const int Schema = 1;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    internal static JsonObject Create(string command) => new() { ["schema"] = Schema, ["command"] = command };

    internal static void Write(TextWriter output, JsonObject document) =>
        output.WriteLine(document.ToJsonString(Indented));

    /// <summary>A number; JSON has none that is not finite, so null stands for it.</summary>
    internal static JsonValue? Number(double? number) =>
        number is { } value && double.IsFinite(value) ? JsonValue.Create(value) : null;

    internal static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);

    internal static string Task(TargetKind kind) => kind == TargetKind.Classification ? "classification" : "regression";

    internal static string Task(ModelTarget target) =>
        Task(target is ClassTarget ? TargetKind.Classification : TargetKind.Regression);
}
