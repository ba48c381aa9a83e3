using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics;
using Tiny.Nn.Schedules;

namespace Tiny.Nn.Tabular.Settings;

// The layers of the network.
public sealed partial record Recipe
{
    /// <summary>How many units each hidden layer has, each at least 1. None at all makes softmax, logistic or linear regression: the plain linear model.</summary>
    /// <exception cref="ArgumentException">It is the default array, which is no list, or a layer has no unit.</exception>
    public ImmutableArray<int> Hidden
    {
        get;
        init => field = Layers(value);
    } = [32];

    /// <summary>The activation function of the hidden layers.</summary>
    public Activation Activation
    {
        get;
        init => field = Given(value);
    } = Activation.Relu;

    /// <summary>What brings the sums of hidden units to mean 0 and variance 1, before the activation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such normalization.</exception>
    public Normalization Normalization
    {
        get;
        init => field = Member(value);
    }

    /// <summary>The share of hidden units that a step leaves out, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0, 1).</exception>
    public double Dropout
    {
        get;
        init => field = Within.Share(value);
    }

    /// <summary>What the share is multiplied by as training goes on.</summary>
    public LearningRateSchedule DropoutSchedule
    {
        get;
        init => field = Given(value);
    } = LearningRateSchedule.Constant;

    /// <summary>How hidden sums, and those of the output, are made of weights.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parametrization.</exception>
    public Parametrization Parametrization
    {
        get;
        init => field = Member(value);
    }

    /// <summary>Whether each input has a factor that is learned, which starts at 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    public Trainability InputScales
    {
        get;
        init => field = Member(value);
    }

    /// <summary>Whether each hidden unit learns its α in z + α(f(z) − z), which starts at 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    public Trainability Slopes
    {
        get;
        init => field = Member(value);
    }

    /// <summary>What becomes of numbers before the first layer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such embedding.</exception>
    public NumberEmbedding Embedding
    {
        get;
        init => field = Member(value);
    }

    /// <summary>σ of the periodic embedding: its frequencies start as N(0, σ²); above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public double Frequency
    {
        get;
        init => field = Within.Positive(value);
    } = 0.1;

    /// <summary>How many learned numbers a category of many levels becomes, in place of an input for each level; 0 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int CategoryEmbedding
    {
        get;
        init => field = Within.NotNegative(value);
    }

    /// <summary>From how many inputs on a category has many levels, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int EmbedFrom
    {
        get;
        init => field = Within.Positive(value);
    } = 9;

    /// <summary>The weights that dense layers start with; null for those that suit the activation.</summary>
    public Initializer? Initializer { get; init; }

    /// <summary>How parameters start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such start.</exception>
    public Start Start
    {
        get;
        init => field = Member(value);
    }

    private static ImmutableArray<int> Layers(ImmutableArray<int> units, [CallerMemberName] string property = "")
    {
        if (units.IsDefault)
        {
            throw new ArgumentException("It is no list. Give [] for no hidden layer.", property);
        }
        return units.All(count => count > 0)
            ? units
            : throw new ArgumentOutOfRangeException(
                property,
                string.Join(',', units),
                "Each hidden layer has at least 1 unit."
            );
    }
}
