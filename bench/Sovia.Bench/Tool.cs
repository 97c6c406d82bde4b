using System.ComponentModel;
using System.Diagnostics;

namespace Sovia.Bench;

/// <summary>Runs a program to its end, or ends it when its time is up.</summary>
internal static class Tool
{
    /// <summary>Runs the program and returns its output.</summary>
    /// <exception cref="InvalidOperationException">It failed or took too long.</exception>
    public static async Task<string> RunAsync(TimeSpan limit, CancellationToken ct, params IReadOnlyList<string> line)
    {
        var start = new ProcessStartInfo(line[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in line.Skip(1)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(limit);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return process.ExitCode == 0 ? output
                : throw new InvalidOperationException($"{line[0]} ended with {process.ExitCode}: {(output + await errors).Trim()}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{line[0]} took longer than {limit}.");
        }
        finally
        {
            End(process);
        }
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended in between.
        }
    }
}
