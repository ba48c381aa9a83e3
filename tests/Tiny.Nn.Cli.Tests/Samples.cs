namespace Tiny.Nn.Cli.Tests;

/// <summary>The data files of the repository, and small models of them that all tests share.</summary>
[SetUpFixture]
internal sealed class Samples
{
    private static readonly Workplace Models = new();
    private static readonly Lazy<string> IrisModelFile = new(() => Train("iris.csv", "species"));
    private static readonly Lazy<string> DiabetesModelFile = new(() => Train("diabetes.csv", "progression"));

    internal static string Iris => Data("iris.csv");

    internal static string Cancer => Data("breast_cancer.csv");

    internal static string Diabetes => Data("diabetes.csv");

    internal static string Pima => Data("pima.csv");

    internal static string Digits => Data("digits.csv");

    internal static string Votes => Data("house_votes.csv");

    internal static string IrisModel => IrisModelFile.Value;

    internal static string DiabetesModel => DiabetesModelFile.Value;

    [OneTimeTearDown]
    public void Remove_the_models() => Models.Dispose();

    private static string Train(string data, string target)
    {
        string model = Models.Path(Path.ChangeExtension(data, "tnn"));
        Tinynn.In(Models, "train", Data(data), "--target", target, "--epochs", "5", "-o", model).Good();
        return model;
    }

    internal static string Data(string name)
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "TinyNn.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }
        return Path.Combine(directory!, "data", name);
    }
}
