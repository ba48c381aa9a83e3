using System.Runtime.CompilerServices;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Cli.Predict;

/// <summary>Predictions as CSV, a portion of rows at a time: as many out as in, in the same order.</summary>
/// <param name="model">What predicts.</param>
/// <param name="columns">What a prediction is written as.</param>
/// <param name="badRows">What becomes of rows that cannot be predicted.</param>
internal sealed class PredictionWriter(Model<float> model, PredictionColumns columns, BadRows badRows)
{
    /// <summary>The rows of a portion.</summary>
    internal const int Portion = 512;

    private readonly Matrix<double> predictions = new(model.Target.Outputs, Portion);
    private readonly OutOfRangeRows far = new(model);

    /// <summary>How many rows could not be predicted.</summary>
    internal long Bad { get; private set; }

    /// <summary>The first of them.</summary>
    internal DataException? FirstProblem { get; private set; }

    /// <summary>What is to be said of rows whose numbers the model has never seen the like of; null where there are none.</summary>
    internal string? FarNote => far.Note;

    /// <param name="portions">Have the model's features, in its order.</param>
    /// <param name="stream">It stays open.</param>
    /// <exception cref="DataException">The data cannot be read, or a row cannot be predicted and shall not be passed over.</exception>
    internal void Write(TablePortions portions, Stream stream)
    {
        Utf8Lines output = new(stream);
        Predictor<float> predictor = new(model, Portion);
        WriteHeader(portions, output);
        bool any = false;
        while (portions.Read())
        {
            any = true;
            Matrix<double> answers = predictions.Slice(0, portions.Rows);
            predictor.Predict(portions.Features, portions.Schema, answers);
            far.Look(portions.Features, portions.Source, portions.LineOf);
            WriteRows(portions, answers, output);
        }
        if (!any)
        {
            throw new DataException(
                "There are no rows below the header.",
                portions.Source,
                "Give at least one row of data."
            );
        }
        output.Flush();
    }

    /// <summary>What the columns that are passed through are called beside those of the predictions, whose names programs go by: one that is called so too gets a number.</summary>
    internal static IReadOnlyList<string> IdNames(TablePortions portions, PredictionColumns columns)
    {
        HashSet<string> taken = [.. columns.Names, .. portions.IdNames];
        return [.. portions.IdNames.Select(name => columns.Names.Contains(name) ? FreeName.Like(name, taken) : name)];
    }

    private void WriteHeader(TablePortions portions, Utf8Lines output)
    {
        byte[][] names = [.. IdNames(portions, columns).Concat(columns.Names).Select(Utf8Lines.Field)];
        for (int i = 0; i < names.Length; i++)
        {
            output.Write(names[i]);
            output.Write((byte)(i == names.Length - 1 ? '\n' : ','));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteRows(TablePortions portions, Matrix<double> answers, Utf8Lines output)
    {
        for (int row = 0; row < answers.Columns; row++)
        {
            ReadOnlySpan<double> answer = answers.Column(row);
            bool isGood = !portions.Problems.ContainsKey(row) && Finite.AreAll(answer);
            if (!isGood && !badRows.IsWritten(Note(portions, row)))
            {
                continue;
            }
            for (int id = 0; id < portions.IdNames.Count; id++)
            {
                output.WriteField(portions.Id(row, id));
                output.Write((byte)',');
            }
            if (isGood)
            {
                columns.Write(answer, output);
            }
            else
            {
                WriteBlank(output);
            }
            output.Write((byte)'\n');
        }
    }

    private void WriteBlank(Utf8Lines output)
    {
        for (int i = 1; i < columns.Names.Count; i++)
        {
            output.Write((byte)',');
        }
    }

    /// <summary>What is wrong with a row: with the row itself, or with the answer to it.</summary>
    private DataException Note(TablePortions portions, int row)
    {
        DataException problem =
            portions.Problems.GetValueOrDefault(row)
            ?? FinitePredictions.Problem(portions.Source, portions.LineOf(row));
        Bad++;
        FirstProblem ??= problem;
        return problem;
    }
}
