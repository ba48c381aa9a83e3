using System.Text.Json;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Symptoms;

namespace Tiny.Nn.Cli.Train;

/// <summary>Symptoms: kinds and names of numbers do not depend on the language, sentences do.</summary>
internal static class SymptomDescription
{
    internal static Value Of(IEnumerable<Symptom> symptoms, SymptomNames names, Language language)
    {
        SymptomCaptions captions = new(names);
        return Value.List(symptoms.Select(symptom => Of(symptom, captions.Text(symptom, language), names)));
    }

    private static Value Of(Symptom symptom, SymptomText text, SymptomNames names) =>
        Field.Group(
            new("kind", Value.Of(JsonNamingPolicy.KebabCaseLower.ConvertName($"{symptom.Kind}"))),
            new("title", Value.Of(text.Title)),
            new("evidence", Value.Of(text.Evidence)),
            new("try", Value.Of(text.Advice)),
            new(
                "numbers",
                Field.Group([.. symptom.Evidence.Select(number => new Field(number.Name, Value.Of(number.Value)))])
            ),
            new("places", Value.List(symptom.Places.Select(place => Field.Group(Place(place, names)))))
        );

    private static Field[] Place(SymptomPlace place, SymptomNames names) =>
        place switch
        {
            LayerPlace layer => [new("layer", Value.Of(layer.Layer)), new("value", Value.Of(layer.Value))],
            InputPlace input =>
            [
                new("input", Value.Of(names.Input(input))),
                new("mean", Value.Of(input.Mean)),
                new("deviation", Value.Of(input.Deviation)),
            ],
            SamplePlace sample =>
            [
                new("row", Value.Of(names.Row(sample))),
                new("label", Value.Of(names.Class(sample.Label))),
                new("looks_like", Value.Of(names.Class(sample.Predicted))),
                new("probability", Value.Of(sample.Probability)),
                new("share_of_epochs", Value.Of(sample.Share)),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(place)),
        };
}
