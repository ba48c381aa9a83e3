namespace Tiny.Nn.Names;

/// <summary>The error that there is nothing of a kind under a name.</summary>
internal static class UnknownName
{
    /// <param name="kind">What was looked for, such as "activation".</param>
    /// <param name="name">The name.</param>
    /// <param name="known">What there is.</param>
    /// <param name="registration">The method that gives one of the caller's own a name; null where there is none.</param>
    internal static FormatException Create(
        string kind,
        string name,
        IEnumerable<object> known,
        string? registration = null
    )
    {
        FormatException fault = new($"There is no {kind} \"{name}\". There are: {string.Join(", ", known)}.");
        fault.Data[nameof(UnknownName)] = registration;
        return fault;
    }

    /// <summary>The method that would have made the name known; null where the error is another one, or there is none.</summary>
    internal static string? Registration(FormatException fault) => fault.Data[nameof(UnknownName)] as string;
}
