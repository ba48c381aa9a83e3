namespace Tiny.Nn.Cli.Tests;

/// <summary>
/// The command that tests start: the built one, on .NET, or what <c>dotnet publish</c> made, where the environment names its directory. <c>.ci/publish</c>
/// makes it, and then has all tests of this project look at that.
/// </summary>
internal static class TestedCommand
{
    private const string Variable = "TINYNN_PUBLISHED";
    private const string Assembly = "tinynn.dll";

    /// <summary>The assembly that was built with the tests.</summary>
    internal static string Built => Path.Combine(AppContext.BaseDirectory, Assembly);

    private static string Published { get; } = Environment.GetEnvironmentVariable(Variable) ?? "";

    internal static bool IsPublished => Published.Length > 0;

    /// <summary>True for a program without a compiler in it: nothing that the compiler can be told holds for it.</summary>
    internal static bool IsNative => IsPublished && !File.Exists(Path.Combine(Published, Assembly));

    /// <summary>The published program.</summary>
    internal static string Program => Path.Combine(Published, OperatingSystem.IsWindows() ? "tinynn.exe" : "tinynn");

    /// <summary>What a command line begins with.</summary>
    internal static IReadOnlyList<string> Words => IsPublished ? [Program] : OnDotnet(Built);

    /// <summary>The same as a shell reads it.</summary>
    internal static string Shell => string.Join(' ', Words.Select(word => $"\"{word}\""));

    /// <summary>An assembly, run by the runtime that runs the tests.</summary>
    internal static IReadOnlyList<string> OnDotnet(string assembly) =>
        [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "exec", assembly];

    /// <summary>Skips a test of what is there only once it is published.</summary>
    internal static void RequirePublished()
    {
        if (!IsPublished)
        {
            Assert.Ignore($"{Variable} names no directory of a published command.");
        }
    }

    /// <summary>Skips a test of how .NET loads or compiles the command.</summary>
    internal static void RequireRuntime()
    {
        if (IsNative)
        {
            Assert.Ignore("A native program loads no assembly and compiles nothing.");
        }
    }
}
