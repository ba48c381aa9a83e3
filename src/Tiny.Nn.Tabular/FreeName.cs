namespace Tiny.Nn.Tabular;

/// <summary>Names beside others.</summary>
internal static class FreeName
{
    /// <summary>The name itself, or with <c>_2</c>, <c>_3</c> and so on behind it where it is taken; from then on it is.</summary>
    internal static string Like(string wanted, ISet<string> taken)
    {
        string name = wanted;
        for (int number = 2; !taken.Add(name); number++)
        {
            name = $"{wanted}_{number}";
        }
        return name;
    }
}
