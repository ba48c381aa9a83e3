namespace Tiny.Nn.Tabular.Reports;

/// <summary>Makes reports of predictions.</summary>
public static class PredictionReports
{
    /// <summary>How good the predictions are. Every row counts the same.</summary>
    /// <param name="predictions">What a model said of some rows, beside what is true.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static Report Report(this Predictions predictions) =>
        predictions switch
        {
            ClassPredictions classes => ClassReport.Of(classes),
            NumberPredictions numbers => NumberReport.Of(numbers),
            _ => throw new ArgumentNullException(nameof(predictions)),
        };
}
