using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>The plan of a model.</summary>
internal static class ModelPlan
{
    /// <summary>Tells how a model predicts.</summary>
    /// <exception cref="ExportException">Something in it is a user's own and cannot be told.</exception>
    /// <param name="model">The model.</param>
    /// <param name="isQuantized">Whether weights become whole numbers with a factor for each output.</param>
    internal static Plan Of<T>(Model<T> model, bool isQuantized = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        PlanBuilder plan = new();
        Vector cells = new(Place.Cells, Width.Wide, model.Schema.Count);
        Vector answer = new(Place.Answer, Width.Wide, model.Target.Outputs);
        AddBags(plan, model, cells, answer, isQuantized);
        return new Plan
        {
            Columns = [.. model.Schema.Select(feature => ToColumn(feature, model.DataFormat.Rules))],
            MissingTexts = model.DataFormat.Rules.MissingTexts,
            DecimalMark = (char)model.DataFormat.Rules.Point,
            Cells = cells,
            Steps = plan.Steps,
            Answer = ToAnswer(model.Target),
            Result = answer,
            NetworkBits = typeof(T) == typeof(float) ? 24 : 53,
            NetworkScratch = ScratchMemory.Place(plan.Steps, Width.Network),
            WideScratch = ScratchMemory.Place(plan.Steps, Width.Wide),
            Probes = ModelProbes.Of(isQuantized ? RowQuantization.Apply(model) : model),
            Title = model.ToString(),
            Origin = model.Provenance.ToString(),
        };
    }

    private static void AddBags<T>(PlanBuilder plan, Model<T> model, Vector cells, Vector answer, bool isQuantized)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double largest = typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue;
        double allWeights = model.Bags.Sum(bag => bag.Weight);
        AnswerSteps answers = new(plan);
        foreach ((int place, Bag<T> bag) in model.Bags.Index())
        {
            string prefix = model.Bags.Count == 1 ? "" : FormattableString.Invariant($"bag {place} ");
            Vector inputs = EncodingSteps.Add(plan, bag.Encoding, model.Schema, cells, prefix, largest);
            Vector mean = answers.MeanOf(
                bag.Networks.Select(
                    (network, i) => AddNetwork(plan, network, inputs, Own(prefix, i, bag.Networks.Count), isQuantized)
                ),
                bag.Networks.Count
            );
            Slice into = place == 0 ? answer.Whole : PlanBuilder.Scratch(Width.Wide, answer.Length).Whole;
            answers.Spread(mean, into);
            if (place > 0)
            {
                answers.Join(answer.Whole, into, bag.Weight / allWeights);
            }
            else if (model.Bags.Count > 1)
            {
                answers.Begin(into, bag.Weight / allWeights);
            }
        }
        if (model.Target is NumberTarget number)
        {
            answers.ToUnits(answer.Whole, number);
        }
        else
        {
            answers.Calibrate(answer.Whole, model.Calibration);
        }
    }

    private static string Own(string prefix, int place, int count) =>
        count == 1 ? prefix : FormattableString.Invariant($"{prefix}network {place} ");

    private static Vector AddNetwork<T>(
        PlanBuilder plan,
        SequentialNetwork<T> network,
        Vector inputs,
        string prefix,
        bool isQuantized
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new LayerSteps<T>(plan, network, prefix + "layer ", isQuantized).Add(inputs);

    private static Column ToColumn(Feature feature, CellRules rules) =>
        feature switch
        {
            NumberFeature number => new NumberColumn(number.Name, number.Unit),
            DateFeature date => new DateColumn(date.Name),
            TextFeature text => new TextColumn(text.Name),
            CategoryFeature category => ToColumn(category, rules),
            _ => throw new ArgumentException($"There is no column of a {feature.GetType().Name}.", nameof(feature)),
        };

    private static LevelColumn ToColumn(CategoryFeature category, CellRules rules)
    {
        LevelWriting writing =
            LevelKeys.Of(category.Levels, rules) is null ? LevelWriting.Text
            : LevelKeys.AreTruths(category.Levels) ? LevelWriting.Truth
            : LevelWriting.Number;
        Func<string, string?> key = LevelKeys.Of(category.Levels, rules) ?? (level => level.Trim());
        string[] keys = [.. category.Levels.Select(level => key(level) ?? level)];
        ILookup<string, string> alike = keys.ToLookup(name => name, StringComparer.Ordinal);
        return new LevelColumn(
            category.Name,
            category.Levels,
            writing,
            [.. keys.Select(name => alike[name].Count() == 1 ? name : null)]
        );
    }

    private static Answer ToAnswer(ModelTarget target) =>
        target switch
        {
            NumberTarget number => new NumberAnswer(number.Name, number.Unit),
            ClassTarget { Classes.Count: 2, Threshold: not ClassTarget.UsualThreshold } classes => new ClassAnswer(
                classes.Name,
                classes.Classes,
                classes.PositiveCode,
                classes.Threshold
            ),
            ClassTarget classes => new ClassAnswer(classes.Name, classes.Classes, null, classes.Threshold),
            _ => throw new ArgumentException($"There is no answer of a {target.GetType().Name}.", nameof(target)),
        };
}
