using Sovia.Text;

namespace Sovia.Curation;

/// <summary>What to set on some posts. What is null stays as it is.</summary>
public sealed record Change
{
    /// <summary>Like it, or take the like back.</summary>
    public bool? Liked { get; init; }

    /// <summary>Stars, 0 for none.</summary>
    public int? Rating { get; init; }

    /// <summary>Exactly these tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Tags to add.</summary>
    public IReadOnlyList<string>? AddTags { get; init; }

    /// <summary>Tags to take off, whatever their case.</summary>
    public IReadOnlyList<string>? RemoveTags { get; init; }

    /// <summary>Collections to put it into.</summary>
    public IReadOnlyList<CollectionReference>? Collect { get; init; }

    /// <summary>Collections to take it out of.</summary>
    public IReadOnlyList<CollectionReference>? Uncollect { get; init; }

    /// <summary>The note, empty for none.</summary>
    public string? Note { get; init; }

    /// <summary>The title, empty for none.</summary>
    public string? Title { get; init; }

    /// <summary>Leave it out of lists, or show it again.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Move it to the trash, or restore it.</summary>
    public bool? Trashed { get; init; }

    /// <summary>Let go of what is in the trash and was moved there before this time, UTC. It can be restored all the same.</summary>
    public DateTimeOffset? ExpireTrashedBefore { get; init; }

    /// <summary>Whether it sets nothing.</summary>
    public bool IsEmpty => this == new Change();

    /// <summary>Whether it moves posts out of lists or back, which families and words follow.</summary>
    public bool MovesPosts => Hidden is not null || Trashed is not null || ExpireTrashedBefore is not null;

    /// <summary>The annotation of a post as this leaves it.</summary>
    /// <param name="post">The post.</param>
    /// <param name="now">When it is changed, UTC.</param>
    public Annotation ApplyTo(PostSnapshot post, DateTimeOffset now)
    {
        var before = post.Annotation;
        var after = before;
        // Saying the same again changes nothing, unless a source has said otherwise since. Its clock may be ahead, and finer.
        if (Liked is { } liked && (before.Liked != liked || post.Liked != liked))
            after = after with { Liked = liked, LikedAt = post.LikeSeenAt is { } seen && seen >= now ? seen.AddMicroseconds(1) : now };
        if (Rating is { } rating) after = after with { Rating = rating == 0 ? null : rating };
        if (Tags is not null || AddTags is not null || RemoveTags is not null) after = after with { Tags = TagsOf(before) };
        if (Collect is not null || Uncollect is not null) after = after with { Collections = CollectionsOf(before) };
        if (Note is { } note) after = after with { Note = note.Length == 0 ? null : note };
        if (Title is { } title) after = after with { Title = title.Length == 0 ? null : title };
        if (Hidden is { } hidden) after = after with { Hidden = hidden ? true : null };
        if (Trashed is { } trashed)
            after = after with { TrashedAt = trashed ? before.TrashedAt ?? now : null, ExpiredAt = trashed ? before.ExpiredAt : null };
        if (ExpireTrashedBefore is { } time && before.TrashedAt < time && !before.IsExpired) after = after with { ExpiredAt = now };
        return after;
    }

    private List<Guid>? CollectionsOf(Annotation before)
    {
        var left = (Uncollect ?? []).Select(one => one.Id);
        List<Guid> ids = [.. (before.Collections ?? []).Except(left).Union((Collect ?? []).Select(one => one.Id))
            .Take(Annotation.MaxCollections).Order()];
        return ids.Count == 0 ? null : ids;
    }

    // A tag is the same whatever its case; the first spelling stays, and what is there goes before what is added.
    private List<string>? TagsOf(Annotation before)
    {
        var left = (RemoveTags ?? []).Select(TagText.ToKey).ToHashSet(StringComparer.Ordinal);
        List<string> tags = [.. (Tags ?? before.Tags ?? []).Where(tag => !left.Contains(TagText.ToKey(tag))).Concat(AddTags ?? [])
            .DistinctBy(TagText.ToKey, StringComparer.Ordinal).Take(Annotation.MaxTags).Order(StringComparer.Ordinal)];
        return tags.Count == 0 ? null : tags;
    }
}
