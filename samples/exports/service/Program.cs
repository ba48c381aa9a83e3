using System.Text.Json;
using System.Text.Json.Serialization;
using Exported;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options =>
{
    // A column is called as in the training file, and one that is none is an error.
    options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
    options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    options.SerializerOptions.TypeInfoResolver = Answers.Default;
});

// An object of the model answers one row at a time: each request has its own, of a few hundred bytes.
builder.Services.AddScoped<Flower>();
WebApplication app = builder.Build();
app.MapPost(
    "/predict",
    (FlowerRow row, Flower model) =>
    {
        double[] probabilities = new double[Flower.Classes.Length];
        string species = Flower.Classes[model.Predict(row, probabilities)];
        return new Answer(species, Flower.Classes.Zip(probabilities).ToDictionary());
    }
);

// The file proves itself: 0 where this machine gives the bits of the machine that it was written on.
app.MapGet("/health", () => Flower.SelfTest() == 0 ? Results.Ok() : Results.StatusCode(503));
app.Run();

/// <summary>What is said of a row.</summary>
internal sealed record Answer(string Species, Dictionary<string, double> Probabilities);

/// <summary>Rows and answers as JSON, without reflection.</summary>
[JsonSerializable(typeof(FlowerRow))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class Answers : JsonSerializerContext;
