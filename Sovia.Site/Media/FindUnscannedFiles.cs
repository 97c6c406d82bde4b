namespace Sovia.Media;

/// <summary>
/// Tells of posts without a recorded file whether their bytes lie at the place of their address all the same, where no scan has come by
/// yet. Once the media roots have been swept and are watched, the records tell it, and the disk is left alone.
/// </summary>
public sealed class FindUnscannedFiles(LocalMedia media, FullScanState swept)
{
    /// <summary>Those of the addresses whose bytes are here.</summary>
    /// <param name="addresses">Addresses with the stated type; null for posts whose file is known.</param>
    /// <param name="ct">Cancels the waiting.</param>
    public async Task<IReadOnlySet<string>> FindPresentAsync(IEnumerable<(string? Url, string? MimeType)> addresses, CancellationToken ct)
    {
        var asked = swept.IsComplete ? [] : addresses.Where(address => address.Url is not null).ToList();
        // Once a page, on a thread of its own: a network drive that does not answer holds up nobody else.
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
