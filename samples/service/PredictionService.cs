using System.Text.Json;
using System.Text.Json.Serialization;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Settings;

namespace Service;

/// <summary>Predictions over HTTP: <c>POST /predict</c> with rows as JSON objects by column name, and <c>GET /health</c>.</summary>
public static class PredictionService
{
    /// <summary>The service, not started yet.</summary>
    /// <param name="args">Settings: <c>--urls</c>, <c>--Model</c>, <c>--Limits:Rows</c>, <c>--Limits:Bytes</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such model.</exception>
    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        Limits limits = builder.Configuration.GetSection("Limits").Get<Limits>() ?? new Limits();
        Model<float> model = builder.Configuration["Model"] is { } path ? ModelFile.Load<float>(path) : Train();

        // A model is immutable and safe for several threads: one for the whole service.
        builder.Services.AddSingleton(model);
        builder.Services.AddSingleton(limits);
        builder.Services.AddSingleton<Traffic>();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        });
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = limits.Bytes);

        WebApplication app = builder.Build();
        app.MapGet("/health", (Model<float> known, Traffic traffic) => Health.Of(known, traffic));
        app.MapPost("/predict", PredictEndpoint.Answer);
        return app;
    }

    /// <summary>Where no model is named: one of the flowers that lie beside the program.</summary>
    private static Model<float> Train()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "iris.csv");
        return Experiment.Run<float>(CsvTable.Read(file, target: "species"), new Recipe { Hidden = [16] }).Model;
    }
}
