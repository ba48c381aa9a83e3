using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>The checks that matrices fit each other.</summary>
internal static class Shape
{
    /// <summary>Two matrices of the same size. The message calls them what the caller does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Same<T>(
        Matrix<T> left,
        Matrix<T> right,
        [CallerArgumentExpression(nameof(left))] string ofLeft = "",
        [CallerArgumentExpression(nameof(right))] string ofRight = ""
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (left.Rows != right.Rows || left.Columns != right.Columns)
        {
            ThrowSame(left.Rows, left.Columns, ofLeft, right.Rows, right.Columns, ofRight);
        }
    }

    /// <summary>What goes into a network, and how many inputs it takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Inputs(int given, int taken)
    {
        if (given != taken)
        {
            ThrowInputs(given, taken);
        }
    }

    /// <summary>What a network puts out, outputs × samples, and what it is compared with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Targets<T>(Matrix<T> prediction, Matrix<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (prediction.Rows != target.Rows || prediction.Columns != target.Columns)
        {
            ThrowTargets(prediction.Rows, prediction.Columns, target.Rows, target.Columns);
        }
    }

    /// <summary>Room for what a network puts out, outputs × samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Answers<T>(int outputs, int samples, Matrix<T> answers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (answers.Rows != outputs || answers.Columns != samples)
        {
            ThrowAnswers(outputs, samples, answers.Rows, answers.Columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Weights(int samples, int weights)
    {
        if (samples != weights)
        {
            ThrowWeights(samples, weights);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Product(int aRows, int aColumns, int bRows, int bColumns, int cRows, int cColumns)
    {
        if (aColumns != bRows || aRows != cRows || bColumns != cColumns)
        {
            Throw(aRows, aColumns, bRows, bColumns, cRows, cColumns);
        }
    }

    // The messages are made elsewhere, so that the checks are small enough to become part of their callers.
    private static void ThrowSame(
        int leftRows,
        int leftColumns,
        string ofLeft,
        int rightRows,
        int rightColumns,
        string ofRight
    ) =>
        throw new ArgumentException(
            $"{ofLeft} is {leftRows} × {leftColumns} and {ofRight} is {rightRows} × {rightColumns}; they must be of the same size."
        );

    private static void ThrowInputs(int given, int taken) =>
        throw new ArgumentException($"{given} inputs per sample were given, the network takes {taken}.");

    private static void ThrowTargets(int outputs, int predicted, int targets, int samples) =>
        throw new ArgumentException(
            outputs != targets
                ? $"{targets} targets per sample were given, the predictions have {outputs} outputs."
                : $"Targets for {samples} samples were given, there are predictions for {predicted}."
        );

    private static void ThrowAnswers(int outputs, int samples, int rows, int columns) =>
        throw new ArgumentException(
            $"The answers are {outputs} × {samples}, outputs × samples; the room for them is {rows} × {columns}."
        );

    private static void ThrowWeights(int samples, int weights) =>
        throw new ArgumentException($"{weights} weights were given for {samples} samples.");

    private static void Throw(int aRows, int aColumns, int bRows, int bColumns, int cRows, int cColumns) =>
        throw new ArgumentException(
            $"No product: {aRows} × {aColumns} times {bRows} × {bColumns} does not give {cRows} × {cColumns}."
        );
}
