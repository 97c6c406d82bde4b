using System.Diagnostics;
using System.Text;

namespace Sovia.Storage.PrivateServer;

/// <summary>Runs a program to completion and captures its output.</summary>
internal static class ProcessRunner
{
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The exit code (127 if the program could not be started) and all output.</summary>
    public sealed record ProcessResult(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static async Task<ProcessResult> RunAsync(
        IReadOnlyList<string> commandLine, CancellationToken ct, string? folder = null, string? input = null)
    {
        var startInfo = new ProcessStartInfo(commandLine[0])
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
        foreach (var argument in commandLine.Skip(1))
            startInfo.ArgumentList.Add(argument);

        // PGDATA, PGPORT and similar variables belong to other servers. Messages are parsed, so they must be in English.
        foreach (var name in startInfo.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            startInfo.Environment.Remove(name);
        startInfo.Environment["LC_ALL"] = "C";

        try
        {
            using var process = Process.Start(startInfo)!;
            return await FinishAsync(process, input, ct);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new(127, e.Message);
        }
    }

    private static async Task<ProcessResult> FinishAsync(Process process, string? input, CancellationToken ct)
    {
        var outputTask = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errorsTask = process.StandardError.ReadToEndAsync(CancellationToken.None);
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
            await Task.WhenAny(Task.WhenAll(outputTask, errorsTask), Task.Delay(ExitTimeout, CancellationToken.None));
            throw;
        }

        // On Windows a started server inherits the pipes and keeps them open while it runs.
        var allOutput = Task.WhenAll(outputTask, errorsTask);
        await Task.WhenAny(allOutput, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
        return new(process.ExitCode, allOutput.IsCompletedSuccessfully ? string.Concat(allOutput.Result).Trim() : "");
    }
}
