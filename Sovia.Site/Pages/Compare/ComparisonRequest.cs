using Sovia.Compare;

namespace Sovia.Pages.Compare;

/// <summary>A request for a comparison, and the URLs of related comparisons.</summary>
/// <param name="Ids">The posts side by side.</param>
/// <param name="ChampionId">The champion, one of the posts; the others are its challengers.</param>
/// <param name="ChallengerQueue">Posts to compare with the champion in turn; empty if they come from a query, or if there are none.</param>
/// <param name="Query">The gallery query that challengers come from, or null.</param>
public sealed record ComparisonRequest(IReadOnlyList<Guid> Ids, Guid? ChampionId, IReadOnlyList<Guid> ChallengerQueue, string? Query)
{
    private const int MaxQueryLength = 2_000;

    /// <summary>Parses a request.</summary>
    /// <param name="given">The query parameters.</param>
    /// <param name="comparedIds">The ids in them.</param>
    public static ComparisonRequest Parse(IQueryCollection given, ComparedIds comparedIds)
    {
        Guid? championId = Guid.TryParse(given["pin"].LastOrDefault(), out var id) && comparedIds.Ids.Contains(id) ? id : null;
        var queue = ComparedIds.Parse(given["walk"]);
        var query = given["query"].LastOrDefault() is { Length: > 0 and <= MaxQueryLength } text ? text.TrimStart('?') : null;
        return new(comparedIds.Ids, championId, [.. queue.Ids, .. queue.ExcessIds], query);
    }

    /// <summary>The URL of this comparison.</summary>
    public string Url => GetUrlWith(Ids);

    /// <summary>The gallery that challengers come from, or the whole library.</summary>
    public string GalleryUrl => Query is { Length: > 0 } query ? $"/?{query}" : "/";

    /// <summary>Returns the URL with other posts, or the same ones in another order.</summary>
    public string GetUrlWith(IEnumerable<Guid> ids) => FormatUrl(ids, ChampionId);

    /// <summary>Returns the URL without a post, and without a champion if that post was the champion.</summary>
    public string GetUrlWithout(Guid id) => FormatUrl(Ids.Where(other => other != id), ChampionId == id ? null : ChampionId);

    /// <summary>Returns the URL with a post moved by some positions; null if the position does not exist.</summary>
    public string? GetUrlWithMoved(Guid id, int by)
    {
        var index = Ids.ToList().IndexOf(id);
        if (index < 0 || index + by < 0 || index + by >= Ids.Count) return null;
        var ids = Ids.ToList();
        (ids[index], ids[index + by]) = (ids[index + by], ids[index]);
        return GetUrlWith(ids);
    }

    /// <summary>
    /// Returns the URL with a post as the champion, in first position. Without a query or a queue, the other posts become the queue.
    /// </summary>
    public string GetUrlWithChampion(Guid id)
    {
        var others = Ids.Where(other => other != id).ToList();
        var queue = ChallengerQueue.Count > 0 || Query is not null ? ChallengerQueue : others;
        return (this with { ChallengerQueue = queue }).FormatUrl([id, .. others.Take(1)], id);
    }

    /// <summary>Returns the URL with the first of several posts as the champion and the others as its queue.</summary>
    public string GetUrlForQueue(IReadOnlyList<Guid> ids) =>
        (this with { ChallengerQueue = [.. ids.Skip(1)], Query = null }).FormatUrl(ids.Take(2), ids[0]);

    /// <summary>The URL without a champion.</summary>
    public string UrlWithoutChampion => (this with { ChallengerQueue = [] }).FormatUrl(Ids, null);

    /// <summary>Returns the URL with another challenger.</summary>
    public string GetUrlWithChallenger(Guid challenger) => GetUrlWith([ChampionId!.Value, challenger]);

    /// <summary>Returns the URL with the challenger as the new champion, and the next challenger.</summary>
    public string GetUrlWithPromoted(Guid challenger, Guid? next) =>
        FormatUrl(next is { } nextId ? [challenger, nextId] : [challenger], challenger);

    /// <summary>The current challenger; null without a champion, or if the champion is alone.</summary>
    public Guid? ChallengerId =>
        ChampionId is { } championId && Ids.FirstOrDefault(id => id != championId) is var other && other != Guid.Empty ? other : null;

    private string FormatUrl(IEnumerable<Guid> ids, Guid? championId) =>
        $"/compare?ids={string.Join(',', ids)}"
        + (championId is { } id ? $"&pin={id}" : "")
        + (ChallengerQueue.Count > 0 ? $"&walk={string.Join(',', ChallengerQueue)}" : "")
        + (Query is { } query ? $"&query={Uri.EscapeDataString(query)}" : "");
}
