using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Models;

namespace Service;

/// <summary>The answer to <c>POST /predict</c>.</summary>
/// <param name="Target">What was predicted.</param>
/// <param name="Predictions">A prediction for each row, in the order of the rows.</param>
public sealed record Answers(string Target, IReadOnlyList<Prediction> Predictions);

/// <summary>Reads rows as they arrive, and predicts each of them.</summary>
internal static class PredictEndpoint
{
    private const string Form = """Send an array of objects: [{ "sepal_length": 5.9, … }, …].""";

    /// <summary>A JSON array of rows in, predictions out; or 400 with what is wrong, 413 where it is too much.</summary>
    internal static async Task<IResult> Answer(
        HttpRequest request,
        Model<float> model,
        Limits limits,
        Traffic traffic,
        IOptions<JsonOptions> json,
        CancellationToken clientHasGone
    )
    {
        List<Prediction> predictions = [];
        try
        {
            IAsyncEnumerable<Dictionary<string, object?>?> rows = JsonSerializer.DeserializeAsyncEnumerable<
                Dictionary<string, object?>
            >(request.Body, json.Value.SerializerOptions, clientHasGone);
            await foreach (Dictionary<string, object?>? row in rows)
            {
                if (predictions.Count == limits.Rows)
                {
                    return TooMuch($"There are more than {limits.Rows} rows.");
                }
                predictions.Add(model.Predict(row ?? throw new DataException("A row is null.", null, Form)));
            }
        }
        catch (DataException fault)
        {
            return Results.BadRequest(Problem.Of(fault, predictions.Count + 1));
        }
        catch (JsonException fault)
        {
            string place = $"line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}";
            return Results.BadRequest(new Problem("The body is not what is wanted.", place, Form));
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooMuch($"The body is longer than {limits.Bytes} bytes.");
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            // The client has gone: its body ends too early, or its connection does.
            traffic.GivenUp();
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
        traffic.Answered(predictions.Count);
        return Results.Ok(new Answers(model.Target.Name, predictions));
    }

    private static IResult TooMuch(string what) =>
        Results.Json(
            new Problem(what, null, "Send the rows in several requests."),
            statusCode: StatusCodes.Status413PayloadTooLarge
        );
}
