using System.Runtime.InteropServices;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Job;

/// <summary>
/// A library of MPI that is found when it is asked for. Three kinds of them call the same functions by the same names, and have handles of their own: MPICH and those that are
/// like it have numbers, Open MPI has addresses, and from MPI 5 on there is a library with numbers that are the same for all.
/// </summary>
/// <remarks>A number of 32 bits is passed as one of 64: in a register there is no difference.</remarks>
internal sealed unsafe class MpiLibrary
{
    // Handles of MPICH (mpi.h of its ABI since 3.1), and of the common ABI of MPI 5.
    private const nint MpichWorld = 0x44000000;
    private const nint MpichByte = 0x4c00010d;
    private const nint CommonWorld = 0x101;
    private const nint CommonByte = 0x247;

    /// <summary>MPI_THREAD_SERIALIZED: calls from several threads, one at a time.</summary>
    private const int Serialized = 2;

    /// <summary>MPI_MAX_LIBRARY_VERSION_STRING at most.</summary>
    private const int VersionRoom = 8192;

    private static readonly string[] Common =
    [
        "libmpi_abi.so.1",
        "libmpi_abi.so.0",
        "libmpi_abi.so",
        "libmpi_abi.dylib",
    ];
    private static readonly string[] Mpich = ["libmpich.so.12", "libmpi.so.12", "libmpich.so", "libmpich.dylib"];
    private static readonly string[] OpenMpi = ["libmpi.so.40", "libmpi.so", "libmpi.dylib"];

    private readonly nint library;

    private MpiLibrary(nint library)
    {
        this.library = library;
        if (NativeLibrary.TryGetExport(library, "ompi_mpi_comm_world", out nint world))
        {
            (World, Byte) = (world, Export("ompi_mpi_byte"));
        }
        else
        {
            (World, Byte) = HasCommonHandles() ? (CommonWorld, CommonByte) : (MpichWorld, MpichByte);
        }
        TestRequest = (delegate* unmanaged<nint*, int*, byte*, int>)Export("MPI_Test");
        GatherFixed = (delegate* unmanaged<byte*, int, nint, byte*, int, nint, nint, nint*, int>)Export(
            "MPI_Iallgather"
        );
        GatherVaried = (delegate* unmanaged<byte*, int, nint, byte*, int*, int*, nint, nint, nint*, int>)Export(
            "MPI_Iallgatherv"
        );
    }

    /// <summary>MPI_COMM_WORLD: all processes of the job.</summary>
    internal nint World { get; }

    /// <summary>MPI_BYTE.</summary>
    internal nint Byte { get; }

    /// <summary>MPI_Test(request, flag, status).</summary>
    internal delegate* unmanaged<nint*, int*, byte*, int> TestRequest { get; }

    /// <summary>MPI_Iallgather(send, count, type, receive, count, type, communicator, request).</summary>
    internal delegate* unmanaged<byte*, int, nint, byte*, int, nint, nint, nint*, int> GatherFixed { get; }

    /// <summary>MPI_Iallgatherv(send, count, type, receive, counts, places, type, communicator, request).</summary>
    internal delegate* unmanaged<byte*, int, nint, byte*, int*, int*, nint, nint, nint*, int> GatherVaried { get; }

    /// <summary>Loads the library that belongs to the launcher, or the one that is named.</summary>
    /// <exception cref="JobException">There is none.</exception>
    internal static MpiLibrary Load()
    {
        string? named = Environment.GetEnvironmentVariable(Launcher.LibraryVariable);
        IEnumerable<string> names =
            named is { Length: > 0 } ? [named]
            : Launcher.IsOpenMpi ? [.. Common, .. OpenMpi, .. Mpich]
            : [.. Common, .. Mpich, .. OpenMpi];

        // A library below MPICH would take the signal by which the runtime finds out that an object is missing.
        if (!OperatingSystem.IsWindows())
        {
            Posix.SetVariable("UCX_ERROR_SIGNALS", "");
        }
        foreach (string name in names)
        {
            if (
                NativeLibrary.TryLoad(name, out nint library)
                && NativeLibrary.TryGetExport(library, "MPI_Iallgatherv", out _)
            )
            {
                return new MpiLibrary(library);
            }
        }
        throw new JobException(
            ExitCode.BrokenJob,
            $"A launcher of MPI started this process, and there is no library of MPI: {string.Join(", ", names)}.",
            $"rank {Launcher.Rank} on {Environment.MachineName}",
            $"Install it on every host (Debian: libmpich12 for mpiexec.mpich, libopenmpi3 for mpiexec.openmpi), or name its file in {Launcher.LibraryVariable}; {Launcher.LibraryVariable}=none does without."
        );
    }

    /// <summary>What it calls itself, up to the first comma or end of a line.</summary>
    internal string Version
    {
        get
        {
            byte* text = stackalloc byte[VersionRoom];
            int length = 0;
            ((delegate* unmanaged<byte*, int*, int>)Export("MPI_Get_library_version"))(text, &length);
            string whole = Marshal.PtrToStringUTF8((nint)text) ?? "";
            return whole.Split(['\n', ',', '\0'])[0].Replace("\t", " ", StringComparison.Ordinal).Trim();
        }
    }

    /// <summary>Joins the other processes.</summary>
    /// <returns>Which one this is, and how many there are.</returns>
    internal (int Rank, int Count) Initialize()
    {
        int provided = 0;
        ((delegate* unmanaged<int*, byte***, int, int*, int>)Export("MPI_Init_thread"))(
            null,
            null,
            Serialized,
            &provided
        );
        return (Ask("MPI_Comm_rank"), Ask("MPI_Comm_size"));
    }

    /// <summary>Leaves them, when all do. MPICH waits for ever over TCP where the last that all did together was not a call that waits.</summary>
    internal void Leave()
    {
        ((delegate* unmanaged<nint, int>)Export("MPI_Barrier"))(World);
        ((delegate* unmanaged<int>)Export("MPI_Finalize"))();
    }

    /// <summary>Ends all processes.</summary>
    internal void Abort(int exitCode) => ((delegate* unmanaged<nint, int, int>)Export("MPI_Abort"))(World, exitCode);

    private int Ask(string function)
    {
        int answer = 0;
        ((delegate* unmanaged<nint, int*, int>)Export(function))(World, &answer);
        return answer;
    }

    /// <summary>MPI_Abi_get_version tells 1.0 where handles are the common ones, and −1 in a library with handles of its own.</summary>
    private bool HasCommonHandles()
    {
        if (!NativeLibrary.TryGetExport(library, "MPI_Abi_get_version", out nint function))
        {
            return false;
        }
        int major = -1;
        int minor = -1;
        ((delegate* unmanaged<int*, int*, int>)function)(&major, &minor);
        return major >= 1;
    }

    private nint Export(string name) => NativeLibrary.GetExport(library, name);
}
