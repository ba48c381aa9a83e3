using System.Diagnostics;

namespace Tiny.Nn.Exports.Tests;

/// <summary>A compiler or an interpreter of this machine. Where it is not there its tests are skipped, which .ci/exports says.</summary>
internal static class Tool
{
    /// <summary>Runs a tool in a directory.</summary>
    /// <returns>What it ended with, and all that it said.</returns>
    internal static (int Code, string Said) Run(string directory, string name, params string[] arguments)
    {
        Require(name);
        ProcessStartInfo start = new(name, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors.Result);
    }

    /// <summary>Skips a test whose tool is not there.</summary>
    internal static void Require(string name)
    {
        string[] directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!Path.IsPathRooted(name) && !directories.Any(directory => File.Exists(Path.Combine(directory, name))))
        {
            Assert.Ignore($"There is no {name} on this machine.");
        }
    }

    /// <summary>Skips a test whose package of Python is not there.</summary>
    internal static void RequireModule(string python, string module)
    {
        if (Run(Environment.CurrentDirectory, python, "-c", $"import {module}").Code != 0)
        {
            Assert.Ignore($"There is no package {module} for {python} on this machine.");
        }
    }
}
