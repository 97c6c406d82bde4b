using Sovia.Library;
using Sovia.Metadata;

namespace Sovia.Downloads.Fetching;

/// <summary>Fetches one file, complete and verified, into a part file beside its target path. Resumes an earlier attempt.</summary>
public sealed class FetchToPartFile(MediaHostClient client, DownloadOptions options, TimeProvider clock)
{
    /// <summary>Fetches into a part file until it is complete.</summary>
    /// <returns>The SHA-256 of the bytes in lower-case hex.</returns>
    /// <exception cref="DownloadException">The file cannot be downloaded.</exception>
    internal async Task<string> FetchAsync(PartFile part, MissingFile missingFile, string folder, CancellationToken ct)
    {
        using var timeoutSource = new CancellationTokenSource(options.FileTimeout, clock);
        using var linkedSource = CancellationTokenSource.CreateLinkedTokenSource(timeoutSource.Token, ct);
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    await FetchOnceAsync(part, missingFile, folder, linkedSource.Token);
                    break;
                }
                catch (DownloadException e) when (e.IsTransient && attempt < options.MaxRetries)
                {
                    // Starts over, because a part file without a validator cannot be resumed.
                    if (e.Code == DownloadErrorCode.WrongLength && part.Validator is null) part.SetStart(0, null);
                    await Task.Delay(options.RetryDelay * (1 << attempt), clock, linkedSource.Token);
                }
            }
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new DownloadException(DownloadErrorCode.Timeout,
                $"The download was not complete after {options.FileTimeout.TotalMinutes:0.#} minutes.", inner: e);
        }
        var (type, sha256) = await part.FlushAndHashAsync(ct);
        if (!IsExpectedType(type, missingFile.Kind))
            throw new DownloadException(DownloadErrorCode.WrongType,
                $"The file is {DescribeType(type)}, not {HostResponse.DescribeKind(missingFile.Kind)}.");
        return sha256;
    }

    private async Task FetchOnceAsync(PartFile part, MissingFile missingFile, string folder, CancellationToken ct)
    {
        using var response = await client.GetAsync(missingFile.Url, part.Length, part.Validator, ct);
        if ((int)response.StatusCode == 416) part.SetStart(0, null);
        var hostResponse = HostResponse.FromResponse(response, missingFile, part.Length, options.GetMaxBytes(missingFile.Kind));
        DiskSpace.EnsureFree(folder, (hostResponse.Total ?? 0) - hostResponse.Start, options.MinFreeBytes);
        part.SetStart(hostResponse.Start, hostResponse.Validator);
        await ResponseBodyCopier.CopyAsync(response, hostResponse, part, (options.GetMaxBytes(missingFile.Kind), options.StallTimeout),
            clock, ct);
    }

    private static string DescribeType(MediaType type) => type == MediaType.Unknown ? "of an unknown type" : type.Mime;

    private static bool IsExpectedType(MediaType type, MediaKind kind) =>
        (kind != MediaKind.Video && type.Mime.StartsWith("image/", StringComparison.Ordinal))
        || (kind != MediaKind.Image && type.Mime.StartsWith("video/", StringComparison.Ordinal));
}
