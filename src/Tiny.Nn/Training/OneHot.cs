using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Training;

/// <summary>Classes as numbers: of k outputs the one of the class is 1 and the others are 0.</summary>
public static class OneHot
{
    /// <summary>The targets for classes: classes × samples.</summary>
    /// <param name="codes">The class of each sample.</param>
    /// <param name="classes">How many classes there are, whether they occur or not.</param>
    /// <exception cref="ArgumentOutOfRangeException">A code is no class.</exception>
    public static Matrix<T> Encode<T>(ReadOnlySpan<int> codes, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> targets = new(classes, codes.Length);
        for (int sample = 0; sample < codes.Length; sample++)
        {
            if (codes[sample] < 0 || codes[sample] >= classes)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(codes),
                    codes[sample],
                    $"The code of sample {sample} is no class: {classes} classes are 0 to {classes - 1}."
                );
            }
            targets[codes[sample], sample] = T.One;
        }
        return targets;
    }

    /// <summary>The class of each sample: the largest of its outputs, the first of equal ones. So also the most likely class.</summary>
    /// <param name="outputs">classes × samples; NaN counts as less than any number.</param>
    /// <param name="codes">Receives a class for each sample.</param>
    /// <exception cref="ArgumentException">There are no classes, or the codes are more or fewer than the samples.</exception>
    public static void Decode<T>(Matrix<T> outputs, Span<int> codes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(outputs.Columns, "samples", codes.Length, "codes");
        if (outputs.Rows == 0)
        {
            throw new ArgumentException("There are no classes.", nameof(outputs));
        }
        for (int sample = 0; sample < codes.Length; sample++)
        {
            ReadOnlySpan<T> output = outputs.Column(sample);
            int best = 0;
            for (int code = 1; code < output.Length; code++)
            {
                if (output[code] > output[best] || (T.IsNaN(output[best]) && !T.IsNaN(output[code])))
                {
                    best = code;
                }
            }
            codes[sample] = best;
        }
    }
}
