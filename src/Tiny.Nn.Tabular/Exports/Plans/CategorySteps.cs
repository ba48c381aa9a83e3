using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>x → E·x for each of some blocks of inputs; the others pass through.</summary>
/// <param name="plan">Receives the steps.</param>
/// <param name="prefix">What the names of its tables begin with.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class CategorySteps<T>(PlanBuilder plan, string prefix)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string About = "category embedding";

    /// <summary>Adds the steps.</summary>
    internal Vector Add(CategoryEmbeddingDescription layer, LayerNumbers<T> numbers, Vector x)
    {
        CategoryEmbedding<T> of = new(x.Length, layer.Chosen.Ranges, layer.Width, numbers.Parameters);
        Vector y = PlanBuilder.Scratch(Width.Network, of.Outputs);
        int input = 0;
        int output = 0;
        int column = 0;
        foreach ((int first, int last) in layer.Chosen.Ranges)
        {
            Pass(first - input);
            int levels = last - first + 1;
            plan.Add(
                new Multiply(
                    new Slice(y, output, layer.Width),
                    plan.Table($"{prefix}embedding {first}", Width.Network, Rows(of, column, levels)),
                    null,
                    new Slice(x, first, levels),
                    1,
                    About
                )
            );
            (input, output, column) = (last + 1, output + layer.Width, column + levels);
        }
        Pass(x.Length - input);
        return y;

        void Pass(int count)
        {
            if (count > 0)
            {
                plan.Pass(new Slice(y, output, count), new Slice(x, input, count), About);
                output += count;
            }
        }
    }

    /// <summary>E of a block row by row: what each output takes of the levels.</summary>
    private static List<double> Rows(CategoryEmbedding<T> of, int column, int levels)
    {
        List<double> rows = [];
        for (int output = 0; output < of.Table.Rows; output++)
        {
            for (int level = 0; level < levels; level++)
            {
                rows.Add(double.CreateTruncating(of.Table[output, column + level]));
            }
        }
        return rows;
    }
}
