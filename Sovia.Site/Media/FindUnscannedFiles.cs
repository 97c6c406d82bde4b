namespace Sovia.Media;

/// <summary>
/// Checks whether posts without a recorded file have one on disk that no scan has reached yet. Once a full scan has completed and the
/// roots are watched, trusts the records and does not access the disk.
/// </summary>
public sealed class FindUnscannedFiles(MediaFileLocator media, FullScanState fullScanState)
{
    /// <summary>Returns the URLs whose file is present.</summary>
    /// <param name="addresses">URLs with the declared MIME type; null for posts whose file is known.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<IReadOnlySet<string>> FindPresentAsync(IEnumerable<(string? Url, string? MimeType)> addresses, CancellationToken ct)
    {
        var urlsToCheck = fullScanState.IsComplete ? [] : addresses.Where(address => address.Url is not null).ToList();
        // Checks all URLs of a page on one separate thread, so that an unresponsive network drive does not block other requests.
        return urlsToCheck.Count == 0 ? new HashSet<string>() : await Task.Run(() => FindPresent(urlsToCheck, ct), ct).WaitAsync(ct);
    }

    private HashSet<string> FindPresent(List<(string? Url, string? MimeType)> urls, CancellationToken ct)
    {
        var presentUrls = new HashSet<string>(StringComparer.Ordinal);
        if (!media.HasMediaFolder) return presentUrls;
        foreach (var (url, mimeType) in urls)
        {
            ct.ThrowIfCancellationRequested();
            if (media.Contains(url, mimeType)) presentUrls.Add(url!);
        }

        return presentUrls;
    }
}
