namespace Sovia.Pages.Selecting;

/// <summary>The page with lists of the files of some posts.</summary>
internal static class DownloadListUrl
{
    /// <summary>The most posts of a list; a search has no room for more ids.</summary>
    public const int MaxPosts = 200;

    // The first digits of an id do: two posts of a library share them as good as never, and then a list has a file too many.
    private const int Digits = 13;

    /// <summary>
    /// The address; null for none, and for too many. With cards of families among them, all members of each family are meant.
    /// </summary>
    public static string? ForPosts(IReadOnlyList<Guid> ids, IReadOnlyList<Guid> covers)
    {
        Guid[] all = [.. ids.Concat(covers).Distinct()];
        if (all.Length is 0 or > MaxPosts) return null;
        var search = $"id:{string.Join(',', all.Select(id => all.Length == 1 ? $"{id}" : id.ToString("N")[..Digits]))}";
        return $"/media/get?{(covers.Count == 0 ? "unit=post&" : "")}search={Uri.EscapeDataString(search)}";
    }
}
