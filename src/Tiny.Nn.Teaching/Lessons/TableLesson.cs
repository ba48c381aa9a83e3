using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>A lesson on rows of a table, all of which the preprocessing has seen.</summary>
/// <param name="recipe">Hidden layers, preprocessing, seed and step.</param>
/// <param name="output">What the last sums go through; null for what suits the target.</param>
/// <param name="loss">The loss; null for what goes with the output.</param>
/// <param name="weights">The weights; null for fresh ones.</param>
internal sealed class TableLesson(Recipe recipe, Activation? output, Loss? loss, GivenWeights? weights)
{
    private readonly Activation? output = output ?? weights?.OutputActivation;

    /// <exception cref="LessonException">Something does not fit the table.</exception>
    /// <exception cref="DataException">The table leaves nothing to learn.</exception>
    internal Lesson Read(Table table)
    {
        bool isUsual = output is null && weights is null && table.Extra.Count == 0;
        bool isNumber = KindOf(table) == TargetKind.Regression;
        return (loss, isUsual, isNumber) switch
        {
            (null, true, _) => AsTrained(table, recipe),
            (SquaredError or AbsoluteError or Huber, true, true) => AsTrained(
                table,
                recipe with
                {
                    RegressionLoss = loss,
                }
            ),
            _ => AsAsked(table),
        };
    }

    private TargetKind KindOf(Table table) =>
        table.Extra.Count > 0 ? TargetKind.Regression : recipe.Kind ?? table.Target!.SuggestedKind;

    /// <summary>Targets, output, loss and weights as train begins with them; only that numbers stay unscaled where features do.</summary>
    private static Lesson AsTrained(Table table, Recipe recipe)
    {
        int[] all = [.. Enumerable.Range(0, table.Rows)];
        Plan<double> plan = Experiment.Plan<double>(table, all, recipe);
        SequentialNetwork<double> network = plan.Build();
        bool isRaw = plan.Target is NumberTarget && recipe.Encoding.Scaling == ScalingKind.None;
        Matrix<double> targets = isRaw ? Numbers(table) : plan.Training.Targets;
        Dataset<double> samples = new(plan.Training.Inputs, targets);
        return new Lesson(network, plan.Loss, recipe, samples, samples)
        {
            Source = table.Source,
            InputNames = [.. plan.Encoding.OutputNames],
            OutputNames = LessonRows.OutputNames(plan.Target, network.Outputs),
            Rows = [],
            Scaling = LessonScaling.Of(plan.Encoding, table, isRaw ? null : plan.Target),
        };
    }

    /// <summary>Weights, targets, output or loss that train would not choose: target numbers are taken as they stand.</summary>
    private Lesson AsAsked(Table table)
    {
        TargetColumn target = table.Target!;
        bool isClass = KindOf(table) == TargetKind.Classification;
        int classes = isClass ? target.Levels.Count : 0;
        Activation last =
            output
            ?? (
                classes > 2 ? Activation.Softmax
                : isClass ? Activation.Sigmoid
                : Activation.Identity
            );
        bool isOneHot = classes > 2 || isClass && last == Activation.Softmax;
        Matrix<double> targets = isClass
            ? new ClassTarget(target.Name, target.Levels).Encode<double>(
                target,
                [.. Enumerable.Range(0, table.Rows)],
                isOneHot ? classes : 1
            )
            : Numbers(table);
        LessonHead head = new(last, loss ?? LessonHead.Usual(last));
        head.Check(targets);
        TableEncoding encoding = Fit(table);
        Matrix<double> inputs = new(encoding.Outputs, table.Rows);
        encoding.Apply(table.Features, inputs);
        Dataset<double> samples = new(inputs, targets);
        SequentialNetwork<double> network = LessonNetwork.Build(inputs.Rows, targets.Rows, recipe, last, weights);
        return new Lesson(network, head.Loss, recipe, samples, samples)
        {
            Source = table.Source,
            InputNames = [.. encoding.OutputNames],
            OutputNames =
                isOneHot ? target.Levels
                : isClass ? [target.Levels[^1]]
                : [target.Name, .. table.Extra.Select(column => column.Name)],
            Rows = [],
            Scaling = LessonScaling.Of(encoding, table, target: null),
        };
    }

    /// <summary>The preprocessing. Where nothing is to be scaled, nothing is: not even a column that is the same in all rows becomes 0.</summary>
    private TableEncoding Fit(Table table)
    {
        TableEncoding fitted = TableEncoding.Fit(table.Schema, table.Features, recipe.Encoding);
        return recipe.Encoding.Scaling != ScalingKind.None
            ? fitted
            : new TableEncoding(
                fitted.Schema,
                fitted.Parts,
                new Unscaled([.. Enumerable.Repeat(true, fitted.Outputs)]),
                fitted.Notes
            );
    }

    /// <summary>The targets as they stand: targets × rows.</summary>
    private static Matrix<double> Numbers(Table table)
    {
        ReadOnlyMemory<double> first = table.Target!.Numbers();
        IReadOnlyList<double>[] others = [.. table.Extra.Select(column => column.Numbers())];
        Matrix<double> targets = new(1 + others.Length, table.Rows);
        for (int row = 0; row < table.Rows; row++)
        {
            targets[0, row] = first.Span[row];
            for (int i = 0; i < others.Length; i++)
            {
                targets[i + 1, row] = others[i][row];
            }
        }
        return targets;
    }
}
