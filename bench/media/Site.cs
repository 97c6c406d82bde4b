using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Sovia.Bench.Media;

/// <summary>The real site in a process of its own, with a private database in the data directory.</summary>
internal sealed partial class Site : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Site(Process process) => this.process = process;

    public static async Task<(Site Site, Uri Address)> StartAsync(string data)
    {
        var site = new Site(new() { StartInfo = Line(data, "--urls", "http://127.0.0.1:0"), EnableRaisingEvents = true });
        site.process.OutputDataReceived += (_, line) =>
        {
            if (Address().Match(line.Data ?? "") is { Success: true } found) site.listens.TrySetResult(new(found.Value));
        };
        site.process.Exited += (_, _) => site.listens.TrySetException(new InvalidOperationException("The site ended before it listened."));
        site.process.Start();
        site.process.BeginOutputReadLine();
        return (site, await site.listens.Task);
    }

    /// <summary>Runs a command to its end and gives what it printed.</summary>
    public static async Task<string> RunAsync(string data, params string[] arguments)
    {
        using var process = Process.Start(Line(data, arguments))!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }

    public async ValueTask DisposeAsync()
    {
        // Asked and not killed, so that it stops its database too.
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static ProcessStartInfo Line(string data, params string[] arguments)
    {
        string[] line = [Path.Combine(AppContext.BaseDirectory, "Sovia.Site.dll"), .. arguments, $"--Sovia:DataDirectory={data}"];
        var start = new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true };
        start.Environment.Remove("ConnectionStrings__Postgres");
        return start;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
