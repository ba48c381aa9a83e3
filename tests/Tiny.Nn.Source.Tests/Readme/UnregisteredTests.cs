using System.Reflection;
using System.Runtime.Loader;
using Tiny.Nn.Activations;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Source.Tests.Readme;

/// <summary>What the guide says of a program that loads a model and does not know the functions it is made of.</summary>
[NonParallelizable]
public sealed class UnregisteredTests
{
    [Test]
    public void A_program_that_registers_nothing_is_told_what_the_page_shows()
    {
        string told = ProgramOutput.Of(() =>
        {
            Guide.Program.All["OwnFunctions"]();
            Console.WriteLine("----");
            Console.WriteLine(FaultOfLoading("fall.tnn").Message);
        });
        string message = told.Split("----\n")[1];
        IEnumerable<string> shown = new Markdown("docs/library.md")
            .Blocks.Where(block => block.Language == "text")
            .Select(block => block.Code);
        Assert.That(shown, Has.One.EqualTo(message), message);
    }

    /// <summary>The error of a load by assemblies of their own, in which nobody has registered anything.</summary>
    private static Exception FaultOfLoading(string path)
    {
        AssemblyLoadContext apart = new("a program that registers nothing", isCollectible: true);
        try
        {
            apart.LoadFromAssemblyPath(typeof(Activation).Assembly.Location);
            Type file = apart
                .LoadFromAssemblyPath(typeof(ModelFile).Assembly.Location)
                .GetType(typeof(ModelFile).FullName!)!;
            MethodInfo load = file.GetMethod(nameof(ModelFile.Load))!.MakeGenericMethod(typeof(float));
            return Assert.Throws<TargetInvocationException>(() => load.Invoke(null, [path]))!.InnerException!;
        }
        finally
        {
            apart.Unload();
        }
    }
}
