using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Sovia.Bench;

/// <summary>The published site on a data directory, in a process of its own. Its private server stops with it.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly long started = Stopwatch.GetTimestamp();
    private bool isStopped;

    private SiteProcess(string site, string data)
    {
        Address = new($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet",
            [site, "--urls", $"{Address}".TrimEnd('/'), $"--Sovia:DataDirectory={data}", "--Logging:LogLevel:Default=Warning"])
        {
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys
            .Where(name => name.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = MaxWait };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The client of the site. It does not decompress responses.</summary>
    public HttpClient Client { get; }

    /// <summary>How long it took from the start of the process to the first gallery page in full.</summary>
    public TimeSpan StartupTime { get; private set; }

    /// <summary>Resident memory in MB.</summary>
    public double Memory =>
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)) is var line
        ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024 : 0;

    /// <summary>Starts it and waits for its first page.</summary>
    public static async Task<SiteProcess> StartAsync(string site, string data, CancellationToken ct)
    {
        var running = new SiteProcess(site, data);
        try
        {
            await running.FirstPageAsync(ct);
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it and its database. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isStopped) return;
        isStopped = true;
        Client.Dispose();
        if (!process.HasExited)
        {
            // The polite signal, upon which it stops its database too.
            using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) await kill.WaitForExitAsync();
            using var timeout = new CancellationTokenSource(MaxWait);
            await process.WaitForExitAsync(timeout.Token);
        }
        process.Dispose();
    }

    private async Task FirstPageAsync(CancellationToken ct)
    {
        while (Stopwatch.GetElapsedTime(started) < MaxWait && !process.HasExited)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri("/", UriKind.Relative), ct);
                if (answer.IsSuccessStatusCode)
                {
                    StartupTime = Stopwatch.GetElapsedTime(started);
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(5, ct);
        }
        throw new InvalidOperationException("The site did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
