using System.Diagnostics;
using System.Text;

namespace Sovia.Storage.PrivateServer;

/// <summary>Runs a program to completion and captures its output.</summary>
internal static class ProcessRunner
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);

    /// <summary>The exit code (127 if the program could not be started) and all output.</summary>
    public sealed record ProcessResult(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static async Task<ProcessResult> RunAsync(
        IReadOnlyList<string> line, CancellationToken ct, string? folder = null, string? input = null)
    {
        var start = new ProcessStartInfo(line[0])
        {
            // The server's account may have no access to the user's current directory.
            WorkingDirectory = folder ?? Path.GetPathRoot(AppContext.BaseDirectory),
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in line.Skip(1))
            start.ArgumentList.Add(argument);

        // PGDATA, PGPORT and similar variables belong to other servers. Messages are parsed, so they must be in English.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";

        try
        {
            using var process = Process.Start(start)!;
            return await FinishAsync(process, input, ct);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new(127, e.Message);
        }
    }

    private static async Task<ProcessResult> FinishAsync(Process process, string? input, CancellationToken ct)
    {
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program exited without reading its input; the exit code is enough.
        }

        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            // Child processes exit once they notice that their parent is gone, and may write until then; the last one closes the pipes.
            await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(LongestFarewell, CancellationToken.None));
            throw;
        }

        // On Windows a started server inherits the pipes and keeps them open while it runs.
        var written = Task.WhenAll(output, errors);
        await Task.WhenAny(written, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
        return new(process.ExitCode, written.IsCompletedSuccessfully ? string.Concat(written.Result).Trim() : "");
    }
}
