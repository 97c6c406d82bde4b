using Sovia.Text;

namespace Sovia.Curation;

/// <summary>A change to apply to some posts. A null property leaves its field unchanged.</summary>
public sealed record Change
{
    /// <summary>True to like the post, false to remove the like.</summary>
    public bool? Liked { get; init; }

    /// <summary>Stars; 0 for none.</summary>
    public int? Rating { get; init; }

    /// <summary>Tags that replace the existing ones.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Tags to add.</summary>
    public IReadOnlyList<string>? AddTags { get; init; }

    /// <summary>Tags to remove, ignoring case.</summary>
    public IReadOnlyList<string>? RemoveTags { get; init; }

    /// <summary>Collections to add the post to.</summary>
    public IReadOnlyList<CollectionReference>? Collect { get; init; }

    /// <summary>Collections to remove the post from.</summary>
    public IReadOnlyList<CollectionReference>? Uncollect { get; init; }

    /// <summary>The note; empty for none.</summary>
    public string? Note { get; init; }

    /// <summary>The title; empty for none.</summary>
    public string? Title { get; init; }

    /// <summary>True to hide the post from lists, false to show it.</summary>
    public bool? Hidden { get; init; }

    /// <summary>True to move the post to the trash, false to restore it.</summary>
    public bool? Trashed { get; init; }

    /// <summary>Expires posts that were moved to the trash before this time, UTC. They can still be restored.</summary>
    public DateTimeOffset? ExpireTrashedBefore { get; init; }

    /// <summary>Whether the change sets nothing.</summary>
    public bool IsEmpty => this == new Change();

    /// <summary>
    /// Whether the change can remove posts from lists or return them, so that families and the text index must be updated.
    /// </summary>
    public bool ChangesVisibility => Hidden is not null || Trashed is not null || ExpireTrashedBefore is not null;

    /// <summary>Returns the annotation of a post after this change.</summary>
    /// <param name="post">The post before the change.</param>
    /// <param name="now">The time of the change, UTC.</param>
    public Annotation ApplyTo(PostSnapshot post, DateTimeOffset now)
    {
        var before = post.Annotation;
        var after = before;
        // Repeating a like changes nothing unless a source has contradicted it since. The source's clock may be ahead and more precise.
        if (Liked is { } liked && (before.Liked != liked || post.Liked != liked))
            after = after with { Liked = liked, LikedAt = post.LikeSeenAt is { } seen && seen >= now ? seen.AddMicroseconds(1) : now };
        if (Rating is { } rating) after = after with { Rating = rating == 0 ? null : rating };
        if (Tags is not null || AddTags is not null || RemoveTags is not null) after = after with { Tags = GetTags(before) };
        if (Collect is not null || Uncollect is not null) after = after with { Collections = GetCollections(before) };
        if (Note is { } note) after = after with { Note = note.Length == 0 ? null : note };
        if (Title is { } title) after = after with { Title = title.Length == 0 ? null : title };
        if (Hidden is { } hidden) after = after with { Hidden = hidden ? true : null };
        if (Trashed is { } trashed)
            after = after with { TrashedAt = trashed ? before.TrashedAt ?? now : null, ExpiredAt = trashed ? before.ExpiredAt : null };
        if (ExpireTrashedBefore is { } time && before.TrashedAt < time && !before.IsExpired) after = after with { ExpiredAt = now };
        return after;
    }

    private List<Guid>? GetCollections(Annotation before)
    {
        var removedIds = (Uncollect ?? []).Select(reference => reference.Id);
        List<Guid> ids = [.. (before.Collections ?? []).Except(removedIds).Union((Collect ?? []).Select(reference => reference.Id))
            .Take(Annotation.MaxCollections).Order()];
        return ids.Count == 0 ? null : ids;
    }

    // Tags are compared ignoring case. The first spelling stays, and existing tags precede added ones.
    private List<string>? GetTags(Annotation before)
    {
        var removedKeys = (RemoveTags ?? []).Select(TagText.ToKey).ToHashSet(StringComparer.Ordinal);
        List<string> tags = [.. (Tags ?? before.Tags ?? []).Where(tag => !removedKeys.Contains(TagText.ToKey(tag))).Concat(AddTags ?? [])
            .DistinctBy(TagText.ToKey, StringComparer.Ordinal).Take(Annotation.MaxTags).Order(StringComparer.Ordinal)];
        return tags.Count == 0 ? null : tags;
    }
}
