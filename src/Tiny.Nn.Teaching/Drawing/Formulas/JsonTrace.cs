using System.Text.Json.Nodes;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>A trace as JSON: every number with all its digits.</summary>
internal static class JsonTrace
{
    internal static JsonObject Create(TraceSubject subject)
    {
        StepTrace trace = subject.Trace;
        UpdateTrace update = trace.Update;
        UpdateFormulas formulas = new(trace, subject.Numbers);
        JsonObject document = JsonDocuments.Create("trace");
        document["data"] = subject.Lesson.Source.Length > 0 ? subject.Lesson.Source : null;
        document["sizes"] = trace.Network.Architecture.ToString();
        document["inputs"] = JsonDocuments.Texts(subject.Lesson.InputNames);
        document["outputs"] = JsonDocuments.Texts(subject.Lesson.OutputNames);
        document["scaling"] = Scaling(subject.Lesson.Scaling);
        document["loss"] = trace.Loss.Name;
        document["seed"] = subject.Lesson.Recipe.Seed;
        document["samples"] = new JsonArray([
            .. trace.Samples.Index().Select(sample => Sample(subject, sample.Item, sample.Index)),
        ]);
        document["mean_loss"] = JsonDocuments.Number(trace.MeanLoss);
        document["objective"] = JsonDocuments.Number(trace.Objective);
        document["optimizer"] = new JsonObject
        {
            ["name"] = update.Optimizer.Name,
            ["learning_rate"] = update.LearningRate,
            ["l1"] = trace.Rule.Penalty.L1,
            ["l2"] = trace.Rule.Penalty.L2,
            ["rules"] = JsonDocuments.Texts(formulas.Rules),
            ["settings"] = formulas.Settings,
            ["step"] = update.Number,
        };
        document["parameters"] = new JsonArray([
            .. TracedParameter.All(trace).Select(parameter => Parameter(trace, formulas, parameter)),
        ]);
        return document;
    }

    /// <summary>By which numbers inputs and target were scaled; null of what stands as it was given.</summary>
    private static JsonObject? Scaling(LessonScaling? scaling) =>
        scaling is null
            ? null
            : new JsonObject
            {
                ["kind"] = $"{scaling.Kind}".ToLowerInvariant(),
                ["inputs"] = new JsonArray([.. scaling.Inputs.Select(Scale)]),
                ["target"] = Scale(scaling.Target),
            };

    private static JsonObject? Scale(ColumnScale? scale) =>
        scale is null ? null : new JsonObject { ["center"] = scale.Center, ["spread"] = scale.Spread };

    private static JsonArray? RawInput(LessonScaling? scaling, int sample) =>
        scaling is null
            ? null
            : new JsonArray([
                .. Enumerable
                    .Range(0, scaling.RawInputs.Rows)
                    .Select(input => JsonDocuments.Number(scaling.RawInputs[input, sample])),
            ]);

    private static JsonObject Sample(TraceSubject subject, SampleTrace sample, int number) =>
        new()
        {
            ["row"] = subject.Lesson.Rows[number],
            ["line"] = subject.Lesson.Lines.Count == 0 ? null : subject.Lesson.Lines[number],
            ["raw_input"] = RawInput(subject.Lesson.Scaling, number),
            ["raw_target"] = subject.Lesson.Scaling is { RawTargets: { Count: > 0 } raw } ? raw[number] : null,
            ["input"] = Vector(sample.Input),
            ["target"] = Vector(sample.Target),
            ["layers"] = new JsonArray([.. sample.Layers.Select(Layer)]),
            ["loss"] = JsonDocuments.Number(sample.Loss),
            ["fused"] = sample.IsFused,
            ["two_steps"] = new JsonObject
            {
                ["loss"] = JsonDocuments.Number(sample.LossInTwoSteps),
                ["delta"] = Vector(sample.DeltaInTwoSteps),
            },
        };

    private static JsonObject Layer(LayerTrace layer)
    {
        JsonObject document = new()
        {
            ["activation"] = layer.Activation.ToString(),
            ["weights"] = Rows(layer.W),
            ["bias"] = Vector(layer.B),
            ["x"] = Vector(layer.X),
            ["products"] = Rows(layer.Products),
            ["z"] = Vector(layer.Z),
            ["a"] = Vector(layer.A),
            ["dloss_da"] = Vector(layer.DA),
        };
        if (layer.IsElementwise)
        {
            document["slope"] = new JsonArray([
                .. Enumerable.Range(0, layer.Z.Rows).Select(i => JsonDocuments.Number(layer.Jacobian[i, i])),
            ]);
        }
        else
        {
            document["jacobian"] = Rows(layer.Jacobian);
        }
        document["delta"] = Vector(layer.Delta);
        document["backward_products"] = Rows(layer.BackwardProducts);
        document["dloss_dweights"] = Rows(layer.DW);
        document["dloss_dbias"] = Vector(layer.DB);
        return document;
    }

    private static JsonObject Parameter(StepTrace trace, UpdateFormulas formulas, TracedParameter parameter)
    {
        int place = parameter.Place;
        UpdateTrace update = trace.Update;
        JsonObject document = new()
        {
            ["name"] = parameter.Name,
            ["layer"] = parameter.Layer,
            ["unit"] = parameter.Unit,
            ["input"] = parameter.Input,
            ["before"] = JsonDocuments.Number(update.Before[place, 0]),
            ["mean_gradient"] = JsonDocuments.Number(trace.MeanGradient[place, 0]),
            ["penalized_gradient"] = JsonDocuments.Number(trace.PenalizedGradient[place, 0]),
            ["gradient"] = JsonDocuments.Number(update.Gradient[place, 0]),
        };
        foreach ((int i, string moment) in formulas.Moments.Index())
        {
            document[$"{moment}_before"] = JsonDocuments.Number(update.MomentsBefore[i][place, 0]);
            document[$"{moment}_after"] = JsonDocuments.Number(update.MomentsAfter[i][place, 0]);
        }
        document["after"] = JsonDocuments.Number(update.After[place, 0]);
        return document;
    }

    private static JsonArray Vector(Matrix<double> numbers) =>
        new([.. numbers.Values.ToArray().Select(number => JsonDocuments.Number(number))]);

    /// <summary>As it stands on paper: row below row.</summary>
    private static JsonArray Rows(Matrix<double> matrix) =>
        new([
            .. Enumerable
                .Range(0, matrix.Rows)
                .Select(row => new JsonArray([
                    .. Enumerable.Range(0, matrix.Columns).Select(column => JsonDocuments.Number(matrix[row, column])),
                ])),
        ]);
}
