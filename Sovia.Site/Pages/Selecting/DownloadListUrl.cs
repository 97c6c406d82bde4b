namespace Sovia.Pages.Selecting;

/// <summary>The URL of the page with download lists for selected posts.</summary>
internal static class DownloadListUrl
{
    /// <summary>The maximum number of posts, because a search cannot hold more ids.</summary>
    public const int MaxPosts = 200;

    // A prefix of the id is enough: two posts of a library practically never share it, and a collision would only add a file to the list.
    private const int IdPrefixLength = 13;

    /// <summary>
    /// Returns the URL; null for no posts and for too many. If family cards are among them, includes all members of every family.
    /// </summary>
    public static string? ForPosts(IReadOnlyList<Guid> ids, IReadOnlyList<Guid> covers)
    {
        Guid[] allIds = [.. ids.Concat(covers).Distinct()];
        if (allIds.Length is 0 or > MaxPosts) return null;
        var search = $"id:{string.Join(',', allIds.Select(id => allIds.Length == 1 ? $"{id}" : id.ToString("N")[..IdPrefixLength]))}";
        return $"/media/get?{(covers.Count == 0 ? "unit=post&" : "")}search={Uri.EscapeDataString(search)}";
    }
}
