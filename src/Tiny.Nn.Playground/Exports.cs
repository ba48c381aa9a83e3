using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Results;
using Tiny.Nn.Teaching.Interactive;

[assembly: SupportedOSPlatform("browser")]

namespace Tiny.Nn.Playground;

/// <summary>
/// What the page's worker can ask the engine for. Every answer is a text of JSON: <c>{"ok": …}</c>, or <c>{"error": {"what", "where", "advice"}}</c> as
/// the command words it; maps and files are bytes.
/// </summary>
internal static partial class Exports
{
    private static InteractiveTraining? training;
    private static Language language;

    private static InteractiveTraining Training =>
        training ?? throw new SceneException("Nothing is open yet.", "scene", "Choose data.");

    /// <summary>From here on answers are in this language: en or ja.</summary>
    [JSExport]
    internal static void Speak(string code) => language = code == "ja" ? Language.Japanese : Language.English;

    /// <summary>Opens a scene, and prepares its training.</summary>
    /// <param name="scene">See <see cref="Scene.Read"/>.</param>
    /// <param name="csv">The file; empty for toy data.</param>
    [JSExport]
    internal static string Open(string scene, byte[] csv) =>
        Answer(() =>
        {
            training = new InteractiveTraining(Scene.Read(scene, csv));
            return SceneDocuments.Opened(training);
        });

    /// <summary>The same with the weights of a model as the start.</summary>
    [JSExport]
    internal static string Continue(string scene, byte[] csv, byte[] model) =>
        Answer(() =>
        {
            training = new InteractiveTraining(Scene.Read(scene, csv), SceneModel.Read(model));
            return SceneDocuments.Opened(training);
        });

    /// <summary>What a model file says of itself: the settings that it was trained by.</summary>
    [JSExport]
    internal static string Settings(byte[] model) => Answer(() => SceneModel.Describe(model));

    /// <summary>Whether there is room for a file, which is asked before its bytes are read.</summary>
    [JSExport]
    internal static string Room(string name, double bytes) =>
        Answer(() =>
        {
            FileSceneData.RequireRoom((long)bytes, name);
            return [];
        });

    /// <summary>Looks at a file before it is opened.</summary>
    /// <param name="csv">Its bytes.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="target">The column to be predicted; empty for none yet.</param>
    /// <param name="reading">How it is to be read: flags and values, as JSON.</param>
    [JSExport]
    internal static string Check(byte[] csv, string name, string target, string reading) =>
        Answer(() =>
        {
            (IReadOnlyList<string> columns, Table table) = FileSceneData.Check(
                csv,
                name,
                target.Length == 0 ? null : target,
                FileReading.Of(JsonNode.Parse(reading) as JsonObject)
            );
            return SceneDocuments.Checked(columns, table, language);
        });

    /// <summary>The names of a file's columns.</summary>
    [JSExport]
    internal static string Columns(byte[] csv, string name, string reading) =>
        Answer(() =>
            new JsonObject
            {
                ["columns"] = JsonDocuments.Texts(
                    FileSceneData.Columns(csv, name, FileReading.Of(JsonNode.Parse(reading) as JsonObject))
                ),
            }
        );

    /// <summary>Makes steps; see <see cref="InteractiveTraining.Step"/>.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="milliseconds">How long at most.</param>
    /// <param name="wholeEpochs">True to stop at the end of an epoch.</param>
    /// <param name="after">The last epoch that the page knows already.</param>
    [JSExport]
    internal static string Step(int most, double milliseconds, bool wholeEpochs, int after) =>
        Answer(() =>
        {
            Training.Step(most, TimeSpan.FromMilliseconds(milliseconds), wholeEpochs);
            return SceneDocuments.Progress(Training, after, language);
        });

    /// <summary>Changes a weight, or a bias where the input is 0.</summary>
    [JSExport]
    internal static string Set(int layer, int unit, int input, double value, int after) =>
        Answer(() =>
        {
            Training.Set(layer, unit, input, value);
            return SceneDocuments.Progress(Training, after, language);
        });

    [JSExport]
    internal static string Points(int x, int y) => Answer(() => SceneDocuments.Points(Training, x, y));

    /// <summary>Answers and units on a plane, as floats; empty where there is nothing to see.</summary>
    [JSExport]
    internal static byte[] Maps(int x, int y, int row, int resolution) => training?.Maps(x, y, row, resolution) ?? [];

    [JSExport]
    internal static string Standing(int row) => Answer(() => SceneReports.Standing(Training, row, language));

    [JSExport]
    internal static string Known() => Answer(SceneDocuments.Known);

    [JSExport]
    internal static string Report() =>
        Answer(() => Training.Judge() is { } report ? SceneReports.Report(report, language) : []);

    [JSExport]
    internal static string Diagnosis() => Answer(() => SceneDocuments.Diagnosis(Training, language));

    [JSExport]
    internal static string Trace(int row) => Answer(() => SceneTrace.Create(Training, row, language));

    /// <summary>The bytes of the data.</summary>
    [JSExport]
    internal static byte[] Data() => training?.Scene.Data.Csv ?? [];

    /// <summary>The bytes of the model.</summary>
    [JSExport]
    internal static byte[] Save() => training?.Save() ?? [];

    /// <summary>The model as a program in another language: names and texts of files.</summary>
    [JSExport]
    internal static string Export(string language) => Answer(() => SceneExport.Create(Training, language));

    /// <summary>A picture as SVG.</summary>
    [JSExport]
    internal static string Picture(string name, int x, int y) =>
        Answer(() => ScenePictures.Create(Training, name, x, y, language));

    /// <summary>Activations with their derivatives as SVG; see <see cref="ScenePictures.Functions"/>.</summary>
    [JSExport]
    internal static string Functions(string name, double low, double high, int columns) =>
        Answer(() => ScenePictures.Functions(name, low, high, columns, language));

    internal static void Main() { }

    private static string Answer(Func<JsonObject> work)
    {
        try
        {
            return new JsonObject { ["ok"] = work() }.ToJsonString();
        }
        catch (SceneException fault)
        {
            return Error(fault.Message, fault.Where, fault.Advice);
        }
        catch (DataException fault)
        {
            return Error(fault.What, fault.Where, fault.AdviceIn(FileReading.Words));
        }
        catch (ExportException fault)
        {
            return Error(fault.What, fault.Where, fault.Advice);
        }
        catch (ModelFormatException fault)
        {
            return Error(fault.What, fault.Where, fault.Advice);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return Error(fault.Message.Split('\n')[0], null, null);
        }
        catch (OutOfMemoryException)
        {
            return Error("The page has no memory left for this.", null, "Train it with the command.");
        }
    }

    private static string? Say(string? text) => text is null ? null : ResultWords.Of(text, language);

    private static string Error(string what, string? where, string? advice) =>
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["what"] = Say(what),
                ["where"] = where,
                ["advice"] = Say(advice),
            },
        }.ToJsonString();
}
