using System.Diagnostics;

namespace Sovia.Tests.Downloads.Lists;

/// <summary>A download program of the machine.</summary>
internal static class DownloadTool
{
    /// <summary>Runs it in a folder and gives what it complained of.</summary>
    public static async Task<(int Code, string Errors)> RunAsync(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        // wget says on the error stream what went well.
        return (process.ExitCode, process.ExitCode == 0 && program == "sh" ? "" : errors + (process.ExitCode == 0 ? "" : await output));
    }
}
