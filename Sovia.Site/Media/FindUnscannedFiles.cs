namespace Sovia.Media;

/// <summary>
/// Checks whether posts without a recorded file have one on disk that no scan has reached yet. Once a full scan is complete and the roots
/// are watched, the records are relied upon and the disk is not touched.
/// </summary>
public sealed class FindUnscannedFiles(LocalMedia media, FullScanState swept)
{
    /// <summary>Returns the URLs whose file is present.</summary>
    /// <param name="addresses">URLs with the declared MIME type; null for posts whose file is known.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<IReadOnlySet<string>> FindPresentAsync(IEnumerable<(string? Url, string? MimeType)> addresses, CancellationToken ct)
    {
        var asked = swept.IsComplete ? [] : addresses.Where(address => address.Url is not null).ToList();
        // Checks all URLs of a page on one thread of its own, so that a network drive that does not respond blocks no other request.
        return asked.Count == 0 ? new HashSet<string>() : await Task.Run(() => Look(asked, ct), ct).WaitAsync(ct);
    }

    private HashSet<string> Look(List<(string? Url, string? MimeType)> asked, CancellationToken ct)
    {
        var here = new HashSet<string>(StringComparer.Ordinal);
        if (!media.HasMediaFolder) return here;
        foreach (var (url, type) in asked)
        {
            ct.ThrowIfCancellationRequested();
            if (media.Has(url, type)) here.Add(url!);
        }

        return here;
    }
}
