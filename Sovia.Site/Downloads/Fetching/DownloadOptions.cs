using System.Net;
using Sovia.Library;

namespace Sovia.Downloads.Fetching;

/// <summary>Limits, retries and timeouts of the built-in downloader.</summary>
public sealed record DownloadOptions
{
    /// <summary>Maximum concurrent downloads from one host.</summary>
    public int MaxPerHost { get; init; } = 3;

    /// <summary>Minimum time between the starts of two downloads from one host.</summary>
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often a request is retried, and how often a truncated file is resumed.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>Delay before the first retry; doubles with each further one.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest Retry-After that is honoured; beyond it, the file counts as refused.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Timeout for a response, and for each read of its body.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Timeout for one file in total.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Maximum size of an image, in bytes.</summary>
    public long MaxImageBytes { get; init; } = 128L << 20;

    /// <summary>Maximum size of a video, in bytes.</summary>
    public long MaxVideoBytes { get; init; } = 2L << 30;

    /// <summary>Bytes to leave free on the disk.</summary>
    public long MinFreeBytes { get; init; } = 256L << 20;

    /// <summary>Interval at which progress is saved and commands are read.</summary>
    public TimeSpan SaveInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Number of consecutive network errors after which the run pauses. Errors of single files do not count.</summary>
    public int MaxConsecutiveErrors { get; init; } = 12;

    /// <summary>Hosts to download from.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = MediaHosts.Public;

    /// <summary>
    /// A local server that receives all requests instead of the hosts, for development. Host names and rules still apply.
    /// </summary>
    public Uri? HostOverride { get; init; }

    /// <summary>Resolves a host name to IP addresses.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> ResolveHost { get; init; } = (host, ct) =>
        Dns.GetHostAddressesAsync(host, ct);

    /// <summary>Returns the maximum size of a file of this kind, in bytes.</summary>
    public long GetMaxBytes(MediaKind kind) => kind == MediaKind.Image ? MaxImageBytes : MaxVideoBytes;
}
