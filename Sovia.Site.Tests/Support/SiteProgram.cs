using System.Diagnostics;
using Sovia.Tests.Storage.PrivateServer;

namespace Sovia.Tests.Support;

/// <summary>The site's program as the terminal runs it.</summary>
internal static class SiteProgram
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>The exit code, and what it wrote to both streams.</returns>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [SiteProcess.Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output + await errors);
    }
}
