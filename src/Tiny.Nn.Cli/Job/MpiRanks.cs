using System.Buffers.Binary;
using System.Diagnostics;
using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Cli.Job;

/// <summary>The processes of a job of MPI. Who waits for the others gives the processor away: those may be on the same one.</summary>
internal sealed unsafe class MpiRanks : IRanks
{
    /// <summary>So much goes with the length, in one piece.</summary>
    private const int Block = 512;

    /// <summary>So much of all ranks goes in one piece: places in it are numbers of 32 bits.</summary>
    private const int MostAtOnce = 1 << 30;

    /// <summary>What MPI_Status takes at most, in any library.</summary>
    private const int StatusRoom = 128;

    private static readonly TimeSpan Spinning = TimeSpan.FromMicroseconds(50);
    private static readonly TimeSpan Yielding = TimeSpan.FromMilliseconds(2);

    private readonly MpiLibrary library;

    /// <param name="library">A library that this process has joined the others by.</param>
    /// <param name="number">Which one this is.</param>
    /// <param name="count">How many there are.</param>
    internal MpiRanks(MpiLibrary library, int number, int count)
    {
        this.library = library;
        Number = number;
        Count = count;
    }

    public int Number { get; }

    public int Count { get; }

    public int Threads { get; internal set; } = 1;

    /// <summary>Those that fit go with their length; of longer ones the rest follows.</summary>
    public IReadOnlyList<byte[]> AllGather(byte[] own)
    {
        const int room = Block - sizeof(int);
        byte[] block = new byte[Block];
        BinaryPrimitives.WriteInt32LittleEndian(block, own.Length);
        own.AsSpan(0, Math.Min(room, own.Length)).CopyTo(block.AsSpan(sizeof(int)));
        byte[] blocks = new byte[Block * Count];
        GatherBlocks(block, blocks);
        byte[][] all = new byte[Count][];
        for (int rank = 0; rank < Count; rank++)
        {
            ReadOnlySpan<byte> of = blocks.AsSpan(rank * Block, Block);
            all[rank] = new byte[BinaryPrimitives.ReadInt32LittleEndian(of)];
            of.Slice(sizeof(int), Math.Min(room, all[rank].Length)).CopyTo(all[rank]);
        }
        int piece = Math.Max(Block, MostAtOnce / Count);
        for (int start = room; all.Max(bytes => bytes.Length) > start; start += piece)
        {
            GatherRest(own, all, start, piece);
        }
        return all;
    }

    private void GatherBlocks(byte[] block, byte[] blocks)
    {
        nint request = 0;
        fixed (
            byte* sent = block,
                received = blocks
        )
        {
            library.GatherFixed(sent, Block, library.Byte, received, Block, library.Byte, library.World, &request);
            Wait(&request);
        }
    }

    /// <summary>A piece of what each rank gives, from a place on.</summary>
    private void GatherRest(byte[] own, byte[][] all, int start, int most)
    {
        int[] lengths = [.. all.Select(bytes => Math.Clamp(bytes.Length - start, 0, most))];
        int[] places = new int[Count];
        for (int rank = 1; rank < Count; rank++)
        {
            places[rank] = places[rank - 1] + lengths[rank - 1];
        }
        byte[] together = new byte[Math.Max(1, places[^1] + lengths[^1])];
        nint request = 0;
        fixed (
            byte* sent = own,
                received = together
        )
        fixed (
            int* counts = lengths,
                offsets = places
        )
        {
            library.GatherVaried(
                lengths[Number] > 0 ? sent + start : received,
                lengths[Number],
                library.Byte,
                received,
                counts,
                offsets,
                library.Byte,
                library.World,
                &request
            );
            Wait(&request);
        }
        for (int rank = 0; rank < Count; rank++)
        {
            together.AsSpan(places[rank], lengths[rank]).CopyTo(all[rank].AsSpan(Math.Min(start, all[rank].Length)));
        }
    }

    /// <summary>Until all have given: at first without a pause, then without a hurry.</summary>
    private void Wait(nint* request)
    {
        byte* status = stackalloc byte[StatusRoom];
        long begun = Stopwatch.GetTimestamp();
        int isDone = 0;
        while (true)
        {
            library.TestRequest(request, &isDone, status);
            if (isDone != 0)
            {
                return;
            }
            TimeSpan waited = Stopwatch.GetElapsedTime(begun);
            if (waited > Yielding)
            {
                Thread.Sleep(1);
            }
            else if (waited > Spinning)
            {
                Thread.Yield();
            }
        }
    }
}
