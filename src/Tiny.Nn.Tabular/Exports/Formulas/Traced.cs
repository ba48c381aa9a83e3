using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Exports.Formulas;

/// <summary>For how many bits a formula is written down: its constants and polynomials depend on it.</summary>
internal interface IPrecision
{
    /// <summary>24 for float, 53 for double.</summary>
    static abstract int Bits { get; }
}

/// <summary>float.</summary>
internal readonly struct SinglePrecision : IPrecision
{
    public static int Bits => 24;
}

/// <summary>double.</summary>
internal readonly struct DoublePrecision : IPrecision
{
    public static int Bits => 53;
}

/// <summary>
/// Lanes that compute nothing and write down what would be computed: the engine's own formulas, and those of users, run over them and are known
/// to the last operation.
/// </summary>
/// <typeparam name="TPrecision">float or double.</typeparam>
internal readonly struct Traced<TPrecision>(Node node) : ILanes<Traced<TPrecision>>
    where TPrecision : struct, IPrecision
{
    private readonly Node? node = node;

    /// <summary>What was written down; lanes that nobody set are 0.</summary>
    internal Node Node => node ?? Constant(0).Node;

    public static int SignificandBits => TPrecision.Bits;

    public static Traced<TPrecision> Constant(double value) =>
        new(new Node(Operation.Constant, TPrecision.Bits == 24 ? (float)value : value));

    public static Traced<TPrecision> Constant(Scalar value) => Constant(value.AsDouble);

    public static Traced<TPrecision> operator +(Traced<TPrecision> left, Traced<TPrecision> right) =>
        Of(Operation.Add, left, right);

    public static Traced<TPrecision> operator -(Traced<TPrecision> left, Traced<TPrecision> right) =>
        Of(Operation.Subtract, left, right);

    public static Traced<TPrecision> operator *(Traced<TPrecision> left, Traced<TPrecision> right) =>
        Of(Operation.Multiply, left, right);

    public static Traced<TPrecision> operator /(Traced<TPrecision> left, Traced<TPrecision> right) =>
        Of(Operation.Divide, left, right);

    public static Traced<TPrecision> operator -(Traced<TPrecision> value) =>
        value.Node.Operation == Operation.Constant ? Constant(-value.Node.Number) : Of(Operation.Negate, value);

    public static Traced<TPrecision> MultiplyAdd(Traced<TPrecision> x, Traced<TPrecision> y, Traced<TPrecision> z) =>
        Of(Operation.MultiplyAdd, x, y, z);

    public static Traced<TPrecision> Sqrt(Traced<TPrecision> x) => Of(Operation.Root, x);

    public static Traced<TPrecision> Abs(Traced<TPrecision> x) => Of(Operation.Magnitude, x);

    public static Traced<TPrecision> Round(Traced<TPrecision> x) => Of(Operation.Round, x);

    public static Traced<TPrecision> IfLess(
        Traced<TPrecision> left,
        Traced<TPrecision> right,
        Traced<TPrecision> yes,
        Traced<TPrecision> no
    ) => Of(Operation.IfLess, left, right, yes, no);

    public static Traced<TPrecision> PowerOfTwo(Traced<TPrecision> n) => Of(Operation.PowerOfTwo, n);

    public static Traced<TPrecision> Significand(Traced<TPrecision> x, out Traced<TPrecision> exponent)
    {
        exponent = Of(Operation.Exponent, x);
        return Of(Operation.Significand, x);
    }

    private static Traced<TPrecision> Of(Operation operation, params ReadOnlySpan<Traced<TPrecision>> operands)
    {
        Node[] nodes = new Node[operands.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = operands[i].Node;
        }
        return new(new Node(operation, 0, nodes));
    }
}
