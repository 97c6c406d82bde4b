using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>The real site in a process and a session of its own, as a terminal would run it; it can be signalled and killed.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> written = new();

    public SiteProcess(string program, string data, params string[] prefix)
    {
        // A job in the background ignores Ctrl-C, and so would all that it starts.
        string[] line = [.. prefix, "env", "--default-signal=INT,QUIT", "setsid", Machine.Find("dotnet")!, program, "--urls",
            "http://127.0.0.1:0",
            $"--Sovia:DataDirectory={data}"];
        var start = new ProcessStartInfo(line[0])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        line.Skip(1).ToList().ForEach(start.ArgumentList.Add);
        foreach (var name in start.Environment.Keys
            .Where(name => name.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => written.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => written.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The site's program, beside the tests: a project reference brings it along.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Sovia.Site.dll");

    public int Pid => process.Id;

    public string Output => string.Join('\n', written);

    public Task WaitUntilListeningAsync() => WaitForOutputAsync("Now listening on");

    public async Task WaitForOutputAsync(string words)
    {
        await WaitFor.TrueAsync(() =>
            Output.Contains(words, StringComparison.Ordinal) || process.HasExited, $"the site says '{words}': {Output}");
        Assert.True(Output.Contains(words, StringComparison.Ordinal), $"the site ended without saying '{words}':\n{Output}");
    }

    public async Task<int> WaitForExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return process.ExitCode;
    }

    /// <summary>What the keyboard's Ctrl-C does: the signal goes to every process of the terminal's foreground group.</summary>
    public void PressCtrlC() => Machine.Signal("INT", -Pid);

    public void Terminate() => Machine.Signal("TERM", Pid);

    public async Task KillAsync()
    {
        process.Kill();
        await WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }
}
