namespace Tiny.Nn.Numerics.Products;

/// <summary>
/// How many threads work on a large product that is asked for on the current thread: one, unless more are allowed for a while.
/// </summary>
/// <remarks>
/// The bits are the same for any number, for each number of a product is made by one thread, in the same order of additions. Small
/// products stay on their thread, where handing out work would cost more than the work. Nobody waits for a thread that does not
/// get to run: whoever is free takes the next part.
/// </remarks>
public static class ProductThreads
{
    [ThreadStatic]
    private static int more;

    /// <summary>How many threads products of the current thread may use.</summary>
    public static int Count => more + 1;

    /// <summary>Allows so many threads until the result is disposed of, on the thread that called.</summary>
    /// <param name="count">How many, the current one among them; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public static IDisposable Use(int count)
    {
        Scope scope = new(more);
        more = Within.Positive(count) - 1;
        return scope;
    }

    private sealed class Scope(int before) : IDisposable
    {
        public void Dispose() => more = before;
    }
}
