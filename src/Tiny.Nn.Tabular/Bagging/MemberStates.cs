using System.Numerics;
using System.Text;
using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>The states of a bag's networks, of which each rank has those that it trains.</summary>
internal static class MemberStates
{
    /// <summary>Writes those of all networks, in their order.</summary>
    /// <param name="ranks">The ranks, all of which do so at the same time.</param>
    /// <param name="members">The networks.</param>
    /// <param name="save">Writes the state of one.</param>
    /// <param name="writer">Where to.</param>
    internal static void Save<T>(
        IRanks ranks,
        IReadOnlyList<BagMember<T>> members,
        Action<BagMember<T>, BinaryWriter> save,
        BinaryWriter writer
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (ranks.Count == 1)
        {
            foreach (BagMember<T> member in members)
            {
                save(member, writer);
            }
            return;
        }
        BinaryReader[] all = Gather(ranks, members, save);
        for (int place = 0; place < members.Count; place++)
        {
            BinaryReader state = all[place % ranks.Count];
            writer.Write(state.ReadBytes(state.ReadInt32()));
        }
    }

    /// <summary>Gives this rank the states of those networks that others train.</summary>
    /// <param name="ranks">The ranks, all of which do so at the same time.</param>
    /// <param name="members">The networks.</param>
    /// <param name="save">Writes the state of one.</param>
    /// <param name="restore">Takes it.</param>
    internal static void Exchange<T>(
        IRanks ranks,
        IReadOnlyList<BagMember<T>> members,
        Action<BagMember<T>, BinaryWriter> save,
        Action<BagMember<T>, BinaryReader> restore
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BinaryReader[] all = Gather(ranks, members, save);
        for (int place = 0; place < members.Count; place++)
        {
            BinaryReader state = all[place % ranks.Count];
            state.ReadInt32();
            restore(members[place], state);
        }
    }

    /// <summary>What each rank has to say of its networks: of each the length, and the state.</summary>
    private static BinaryReader[] Gather<T>(
        IRanks ranks,
        IReadOnlyList<BagMember<T>> members,
        Action<BagMember<T>, BinaryWriter> save
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream own = new();
        using BinaryWriter writer = new(own, Encoding.UTF8);
        for (int place = ranks.Number; place < members.Count; place += ranks.Count)
        {
            long start = own.Position;
            writer.Write(0);
            save(members[place], writer);
            writer.Flush();
            long end = own.Position;
            own.Position = start;
            writer.Write((int)(end - start - sizeof(int)));
            writer.Flush();
            own.Position = end;
        }
        return
        [
            .. ranks.AllGather(own.ToArray()).Select(bytes => new BinaryReader(new MemoryStream(bytes), Encoding.UTF8)),
        ];
    }
}
