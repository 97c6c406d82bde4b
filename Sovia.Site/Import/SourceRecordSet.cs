using Sovia.Library;

namespace Sovia.Import;

/// <summary>The statements of a post as a set in a fixed order.</summary>
internal static class SourceRecordSet
{
    /// <summary>All statements of a stored post. One that was stored without any is what its facts say.</summary>
    public static IReadOnlyList<SourceRecord> FromPost(Post post) =>
        post.Statements.Count > 0 ? post.Statements : post.IsStub ? []
        : [CreateLegacyRecord(post), .. (post.LegacyRaw ?? []).SkipLast(1).Select(raw => CreateRawRecord(post, raw))];

    /// <summary>The set with one more; the very set where that says nothing new.</summary>
    public static IReadOnlyList<SourceRecord> With(IReadOnlyList<SourceRecord> set, SourceRecord added)
    {
        for (var i = 0; i < set.Count; i++)
        {
            if (!set[i].HasSameContent(added)) continue;
            return set[i].GetSeenAtMicroseconds() >= added.GetSeenAtMicroseconds() ? set
                : Sort([.. set.Where((_, other) => other != i), added]);
        }
        return Sort([.. set, added]);
    }

    /// <summary>Statements in the order of the set.</summary>
    public static IReadOnlyList<SourceRecord> Sort(List<SourceRecord> statements)
    {
        statements.Sort(SourceRecordComparer.BestFirst);
        return statements;
    }

    private static SourceRecord CreateLegacyRecord(Post post) =>
        new() { Raw = post.LegacyRaw is [.., var last] ? last : "", Restated = LegacyPostJson.Serialize(post), Parent = post.ParentId };

    private static SourceRecord CreateRawRecord(Post post, string raw) => new() { Raw = raw, Restated = $$"""{"id":"{{post.Id}}"}""" };
}
