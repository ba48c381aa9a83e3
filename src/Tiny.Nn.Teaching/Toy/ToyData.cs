using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Toy;

/// <summary>
/// Points of the plane that belong to classes, by a formula: small enough to be seen whole, and known exactly. A description without
/// state; what is random comes from the generator that <see cref="Draw"/> is given.
/// </summary>
public abstract record ToyData
{
    /// <summary>The letters that name classes.</summary>
    public const int MostClasses = 26;

    /// <summary>One of each kind with its usual classes and noise, in the order in which they are listed to people. A new one gets its line here.</summary>
    public static IReadOnlyList<ToyData> All { get; } =
    [new Spiral(), new Moons(), new Circles(), new Quadrants(), new Blobs(), new Checkerboard(), new Clusters()];

    private readonly int classes;
    private readonly double noise;

    private protected ToyData(int classes, double noise)
    {
        this.classes = classes;
        this.noise = noise;
    }

    /// <summary>What a command line calls it.</summary>
    public abstract string Name { get; }

    /// <summary>False where the formula knows two classes and no more.</summary>
    public virtual bool HasAnyClasses => true;

    /// <summary>How many classes there are: from 2 to <see cref="MostClasses"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">So many cannot be.</exception>
    public int Classes
    {
        get => classes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, HasAnyClasses ? MostClasses : 2);
            classes = value;
        }
    }

    /// <summary>The standard deviation of the normal numbers that are added to both coordinates, after the class is settled.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double Noise
    {
        get => noise;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfEqual(double.IsFinite(value), false, nameof(value));
            noise = value;
        }
    }

    /// <summary>The toy data of a name, with its usual classes and noise.</summary>
    /// <exception cref="FormatException">There is none of this name.</exception>
    public static ToyData Parse(string name) =>
        All.FirstOrDefault(data => data.Name == name)
        ?? throw new FormatException(
            $"There are no toy data \"{name}\". There are: {string.Join(", ", All.Select(data => data.Name))}."
        );

    /// <summary>Draws points. The classes have the same number each; where that does not come out even, the first have one more.</summary>
    /// <param name="rows">How many points, at least one of each class.</param>
    /// <param name="generator">Where all that is random comes from.</param>
    /// <returns>The points, in random order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer rows than classes.</exception>
    public ToySamples Draw(int rows, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, Classes);
        int[] order = [.. Enumerable.Range(0, rows)];
        generator.Shuffle(order.AsSpan());
        Func<int, double, (double X, double Y)> place = Begin(generator);
        Matrix<double> features = new(2, rows);
        int[] labels = new int[rows];
        int column = 0;
        for (int label = 0; label < Classes; label++)
        {
            int count = rows / Classes + (label < rows % Classes ? 1 : 0);
            for (int i = 0; i < count; i++)
            {
                int row = order[column++];
                (double x, double y) = place(label, (i + 0.5) / count);
                features[0, row] = x + Noise * generator.NextNormal();
                features[1, row] = y + Noise * generator.NextNormal();
                labels[row] = label;
            }
        }
        return new ToySamples(features, labels);
    }

    /// <summary>Settles what all points have in common.</summary>
    /// <param name="generator">Where random numbers come from, of all of its points.</param>
    /// <returns>From a class and a parameter t, which goes through (0, 1) in even strides, to a place without noise.</returns>
    private protected abstract Func<int, double, (double X, double Y)> Begin(Generator generator);
}
