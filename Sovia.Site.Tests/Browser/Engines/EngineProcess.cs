using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Sovia.Tests.Support;

namespace Sovia.Tests.Browser.Engines;

/// <summary>A program that a driver starts, with its children and a folder of its own for a home.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<string> readyText = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private EngineProcess(Process process) => this.process = process;

    /// <summary>Starts a program and waits until it has written a line that is looked for.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What its environment has beside that of the tests.</param>
    /// <param name="ready">The line, with one group.</param>
    /// <returns>The program, and what stood in the group.</returns>
    public static async Task<(EngineProcess Process, string Output)> StartAsync(string program, string[] arguments,
        (string Name, string Value)[] environment, Regex ready)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var started = new EngineProcess(Process.Start(start)!);
        var all = new ConcurrentQueue<string>();
        void Read(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null) return;
            all.Enqueue(line.Data);
            if (ready.Match(line.Data) is { Success: true } match) started.readyText.TrySetResult(match.Groups[1].Value);
        }
        started.process.OutputDataReceived += Read;
        started.process.ErrorDataReceived += Read;
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        try
        {
            return (started, await started.readyText.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        }
        catch (TimeoutException)
        {
            await started.DisposeAsync();
            throw new InvalidOperationException($"{program} did not start: {string.Join('\n', all)}");
        }
    }

    /// <summary>Removes a folder that children of a program that was ended may still write to for a moment.</summary>
    public static async Task RemoveAsync(TempFolder folder)
    {
        for (var tries = 40; ; tries--)
        {
            try
            {
                folder.Dispose();
                return;
            }
            catch (IOException) when (tries > 0)
            {
                await Task.Delay(50);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
