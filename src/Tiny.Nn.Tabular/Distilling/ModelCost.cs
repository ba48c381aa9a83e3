using System.Numerics;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Exports.Plans;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>What a model costs where it runs.</summary>
/// <param name="Parameters">How many numbers its networks have learned.</param>
/// <param name="ConstantBytes">Bytes of flash as C, numbers of four bytes; null where it cannot be told in C.</param>
/// <param name="MemoryBytes">Bytes of memory that a prediction takes as C; null where it cannot be told in C.</param>
/// <param name="Operations">Operations on numbers for a row; null where it cannot be told in C.</param>
public sealed record ModelCost(long Parameters, long? ConstantBytes, long? MemoryBytes, long? Operations)
{
    /// <summary>Parameters, bytes and operations.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{Parameters:N0} parameters, {ConstantBytes:N0} bytes of constants, {MemoryBytes:N0} of memory, {Operations:N0} operations"
        );

    internal static ModelCost Of<T>(Model<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long parameters = ParametersOf(model);
        try
        {
            ExportFigures figures = ExportFigures.Of(ModelPlan.Of(model), wideBytes: 4, networkBytes: 4);
            return new(parameters, figures.ConstantBytes, figures.MemoryBytes, figures.Operations);
        }
        catch (ExportException)
        {
            return new(parameters, null, null, null);
        }
    }

    internal static long ParametersOf<T>(Model<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        model.Bags.Sum(bag => bag.Networks.Sum(network => network.Architecture.ParameterCount));
}
