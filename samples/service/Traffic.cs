namespace Service;

/// <summary>What the service has done since it started. Safe for several threads.</summary>
public sealed class Traffic
{
    private long rows;
    private long abandoned;

    /// <summary>How many rows were predicted.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>How many requests were given up because the client had gone.</summary>
    public long Abandoned => Interlocked.Read(ref abandoned);

    /// <summary>Counts the rows of a request that was answered.</summary>
    public void Answered(int count) => Interlocked.Add(ref rows, count);

    /// <summary>Counts a request whose client had gone.</summary>
    public void GivenUp() => Interlocked.Increment(ref abandoned);
}
