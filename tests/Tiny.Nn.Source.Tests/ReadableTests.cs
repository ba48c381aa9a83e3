using System.Reflection;
using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Source.Tests.Floors;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Teaching.Traces;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Source.Tests;

/// <summary>What a program gets from the library can be written to a console: it says what it is, and no name of a type.</summary>
public sealed class ReadableTests
{
    /// <summary>Not values but what works on them, or a place for numbers: nobody writes these to a console.</summary>
    private static readonly Type[] Machinery =
    [
        typeof(FullBatchObjective<>),
        typeof(FullBatchTrainer<>),
        typeof(Generator),
        typeof(GeneratorState),
        typeof(GradientCheck),
        typeof(LayerNumbers<>),
        typeof(Objective<>),
        typeof(OptimizerState<>),
        typeof(Pass<>),
        typeof(PenaltyPath<>),
        typeof(Predictor<>),
        typeof(Scalar),
        typeof(StepTracer),
        typeof(TableBuilder),
        typeof(TablePortions),
        typeof(Trainer<>),
        typeof(TrainingObserver<>),
        typeof(Workspace<>),
    ];

    private static IEnumerable<Type> Values =>
        CompiledTypes
            .Assemblies.Take(3)
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsAbstract: false, IsEnum: false, IsSpecialName: false, IsNested: false })
            .Where(type => !type.IsByRefLike && !type.IsAssignableTo(typeof(Exception)))
            .Where(type => !type.IsAssignableTo(typeof(IActivationFormula)) && !IsLayer(type.BaseType))
            .Except(Machinery);

    private static bool IsLayer(Type? type) =>
        type is { IsGenericType: true }
        && type.GetGenericTypeDefinition() is { } open
        && (open == typeof(Layer<>) || open == typeof(StatefulLayer<>));

    [TestCaseSource(nameof(Values))]
    public void A_value_says_itself_what_it_is(Type type)
    {
        MethodInfo own = type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        Assert.That(
            own.DeclaringType!.Assembly,
            Is.Not.EqualTo(typeof(object).Assembly),
            "it says the name of its type"
        );
        Assert.That(
            own.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false),
            Is.False,
            "it is a dump of properties"
        );
    }
}
