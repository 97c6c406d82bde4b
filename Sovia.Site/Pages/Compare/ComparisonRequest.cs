using Sovia.Compare;

namespace Sovia.Pages.Compare;

/// <summary>What an address of the comparison asks for, and the addresses that ask for nearly the same.</summary>
/// <param name="Ids">The posts side by side.</param>
/// <param name="ChampionId">The champion, one of them; the others are its challengers.</param>
/// <param name="ChallengerQueue">Posts to walk past the champion; empty where they come from a query, or from nowhere.</param>
/// <param name="Query">The gallery query that challengers come from; null where they do not.</param>
public sealed record ComparisonRequest(IReadOnlyList<Guid> Ids, Guid? ChampionId, IReadOnlyList<Guid> ChallengerQueue, string? Query)
{
    private const int LongestQuery = 2_000;

    /// <summary>Reads a request.</summary>
    /// <param name="given">What stands in its address.</param>
    /// <param name="asked">The ids in it.</param>
    public static ComparisonRequest Parse(IQueryCollection given, ComparedIds asked)
    {
        Guid? pin = Guid.TryParse(given["pin"].LastOrDefault(), out var champion) && asked.Ids.Contains(champion) ? champion : null;
        var walk = ComparedIds.Parse(given["walk"]);
        var query = given["query"].LastOrDefault() is { Length: > 0 and <= LongestQuery } text ? text.TrimStart('?') : null;
        return new(asked.Ids, pin, [.. walk.Ids, .. walk.ExcessIds], query);
    }

    /// <summary>This comparison.</summary>
    public string Url => GetUrlWith(Ids);

    /// <summary>The gallery that challengers come from, or all of it.</summary>
    public string GalleryUrl => Query is { Length: > 0 } query ? $"/?{query}" : "/";

    /// <summary>Other posts, or the same in another order.</summary>
    public string GetUrlWith(IEnumerable<Guid> ids) => Written(ids, ChampionId);

    /// <summary>Without one of them; a champion that goes takes its title along.</summary>
    public string GetUrlWithout(Guid id) => Written(Ids.Where(other => other != id), ChampionId == id ? null : ChampionId);

    /// <summary>With one of them some places further on; null where there is no such place.</summary>
    public string? GetUrlWithMoved(Guid id, int by)
    {
        var at = Ids.ToList().IndexOf(id);
        if (at < 0 || at + by < 0 || at + by >= Ids.Count) return null;
        var ids = Ids.ToList();
        (ids[at], ids[at + by]) = (ids[at + by], ids[at]);
        return GetUrlWith(ids);
    }

    /// <summary>
    /// With a post as the champion, which comes first. The others walk past it where no query and no list says otherwise.
    /// </summary>
    public string GetUrlWithChampion(Guid id)
    {
        var others = Ids.Where(other => other != id).ToList();
        var walk = ChallengerQueue.Count > 0 || Query is not null ? ChallengerQueue : others;
        return (this with { ChallengerQueue = walk }).Written([id, .. others.Take(1)], id);
    }

    /// <summary>With several posts that walk past the first of them.</summary>
    public string GetUrlForQueue(IReadOnlyList<Guid> ids) =>
        (this with { ChallengerQueue = [.. ids.Skip(1)], Query = null }).Written(ids.Take(2), ids[0]);

    /// <summary>Without a champion.</summary>
    public string UrlWithoutChampion => (this with { ChallengerQueue = [] }).Written(Ids, null);

    /// <summary>With another challenger.</summary>
    public string GetUrlWithChallenger(Guid challenger) => GetUrlWith([ChampionId!.Value, challenger]);

    /// <summary>With the challenger as the champion, and another one against it.</summary>
    public string GetUrlWithPromoted(Guid challenger, Guid? next) =>
        Written(next is { } other ? [challenger, other] : [challenger], challenger);

    /// <summary>The challenger that is shown; null without a champion, or where it stands alone.</summary>
    public Guid? ChallengerId =>
        ChampionId is { } pin && Ids.FirstOrDefault(id => id != pin) is var other && other != Guid.Empty ? other : null;

    private string Written(IEnumerable<Guid> ids, Guid? pin) =>
        $"/compare?ids={string.Join(',', ids)}"
        + (pin is { } champion ? $"&pin={champion}" : "")
        + (ChallengerQueue.Count > 0 ? $"&walk={string.Join(',', ChallengerQueue)}" : "")
        + (Query is { } query ? $"&query={Uri.EscapeDataString(query)}" : "");
}
