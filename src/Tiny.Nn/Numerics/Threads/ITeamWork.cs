namespace Tiny.Nn.Numerics.Threads;

/// <summary>Work in parts that may be done at the same time, in any order: no part looks at what another one writes.</summary>
internal interface ITeamWork
{
    /// <summary>Does a part. It must not throw.</summary>
    /// <param name="part">Its number, from 0 on.</param>
    void Do(int part);
}
