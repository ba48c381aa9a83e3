using Tiny.Nn.Tabular.Encodings.Features;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>Which of the inputs that an encoding makes are what.</summary>
internal static class InputPlaces
{
    extension(TableEncoding encoding)
    {
        /// <summary>The places of the inputs that are amounts: numbers and dates, not marks and levels.</summary>
        internal IReadOnlyList<int> Amounts =>
            [
                .. encoding
                    .Parts.SelectMany(part => Enumerable.Repeat(part.IsAmount, part.Outputs))
                    .Index()
                    .Where(input => input.Item)
                    .Select(input => input.Index),
            ];

        /// <summary>The blocks of inputs that have a place for each level of a category, and perhaps one for all others: the first input and how many there are.</summary>
        internal IReadOnlyList<(int First, int Count)> Categories
        {
            get
            {
                List<(int First, int Count)> blocks = [];
                int input = 0;
                foreach (FeatureEncoding part in encoding.Parts)
                {
                    if (part is OneHotLevels)
                    {
                        blocks.Add((input, part.Outputs));
                    }
                    else if (part is InfrequentCategory)
                    {
                        blocks[^1] = (blocks[^1].First, blocks[^1].Count + part.Outputs);
                    }
                    input += part.Outputs;
                }
                return blocks;
            }
        }
    }
}
