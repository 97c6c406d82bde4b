using System.Net;
using Sovia.Library;

namespace Sovia.Downloads.Fetching;

/// <summary>How politely, how patiently and how far the built-in downloader goes.</summary>
public sealed record DownloadOptions
{
    /// <summary>Files fetched from one host at a time.</summary>
    public int MaxPerHost { get; init; } = 3;

    /// <summary>The least time between the starts of two fetches from one host.</summary>
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often a request is made again, and how often a file that is cut off is gone on with.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>The first pause before trying again; each further one is twice as long.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest that a host may ask to be waited for; beyond it the file counts as refused.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an answer, or its next bytes, may take.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one file may take in all.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The largest picture, in bytes.</summary>
    public long MaxImageBytes { get; init; } = 128L << 20;

    /// <summary>The largest clip, in bytes.</summary>
    public long MaxVideoBytes { get; init; } = 2L << 30;

    /// <summary>Bytes that stay free on the disk.</summary>
    public long MinFreeBytes { get; init; } = 256L << 20;

    /// <summary>How often progress is saved and orders are read.</summary>
    public TimeSpan SaveInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After as many faults in a row that speak of the network and not of a file, the run pauses.</summary>
    public int MaxConsecutiveErrors { get; init; } = 12;

    /// <summary>Hosts that may be fetched from.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = MediaHosts.Public;

    /// <summary>
    /// A server on this machine that is asked in place of the hosts, for trying things out. Their names and rules stay in force.
    /// </summary>
    public Uri? HostOverride { get; init; }

    /// <summary>Finds the addresses of a host.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> ResolveHost { get; init; } = (host, ct) =>
        Dns.GetHostAddressesAsync(host, ct);

    /// <summary>The most bytes that a file of this kind may have.</summary>
    public long GetMaxBytes(MediaKind kind) => kind == MediaKind.Image ? MaxImageBytes : MaxVideoBytes;
}
