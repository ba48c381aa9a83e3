using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

// Load.
string csv = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "iris.csv");
Table table = CsvTable.Read(csv, target: "species");

// Train: a fifth of the flowers is set aside for the test before anything is learned.
Recipe recipe = new() { Hidden = [16], Seed = 1 };
Judged<float> judged = Experiment.Run<float>(table, recipe);
Console.WriteLine($"trained {judged.Model.Network.Architecture} for {judged.History.Epochs.Count} epochs");

// Evaluate, on the flowers that were set aside.
if (judged.Test is ClassReport report)
{
    Console.WriteLine($"test accuracy {report.Accuracy:P1} on {report.Rows} flowers, log-loss {report.LogLoss:F3}");
}

// Save, load, and predict one flower given as numbers.
string file = Path.Combine(Path.GetTempPath(), Path.ChangeExtension(Path.GetRandomFileName(), "tnn"));
ModelFile.Save(judged.Model, file);
Model<float> model = ModelFile.Load<float>(file);
File.Delete(file);

double[] flower = [5.9, 3.0, 4.2, 1.5];
double[] probabilities = model.Predict(flower);
IReadOnlyList<string> classes = ((ClassTarget)model.Target).Classes;
foreach ((string name, double probability) in classes.Zip(probabilities))
{
    Console.WriteLine($"{name, -12} {probability:P2}");
}

bool same = probabilities.AsSpan().SequenceEqual(judged.Model.Predict(flower));
Console.WriteLine(same ? "the loaded model answers with the same bits" : "the loaded model answers differently");
return same ? 0 : 1;
