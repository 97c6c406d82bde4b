using Sovia.Library;

namespace Sovia.Import;

/// <summary>The source records of a post as an ordered set.</summary>
internal static class SourceRecordSet
{
    /// <summary>
    /// Returns all source records of a stored post. A post stored without any gets one that is built from its properties.
    /// </summary>
    public static IReadOnlyList<SourceRecord> FromPost(Post post) =>
        post.SourceRecords.Count > 0 ? post.SourceRecords : post.IsStub ? []
        : [CreateLegacyRecord(post), .. (post.LegacyRaw ?? []).SkipLast(1).Select(raw => CreateRawRecord(post, raw))];

    /// <summary>Returns the set with one more source record, or the same instance if that adds nothing.</summary>
    public static IReadOnlyList<SourceRecord> With(IReadOnlyList<SourceRecord> set, SourceRecord added)
    {
        for (var i = 0; i < set.Count; i++)
        {
            if (!set[i].HasSameContent(added)) continue;
            return set[i].GetSeenAtMicroseconds() >= added.GetSeenAtMicroseconds() ? set
                : Sort([.. set.Where((_, index) => index != i), added]);
        }
        return Sort([.. set, added]);
    }

    /// <summary>Sorts source records into the order of the set.</summary>
    public static IReadOnlyList<SourceRecord> Sort(List<SourceRecord> statements)
    {
        statements.Sort(SourceRecordComparer.BestFirst);
        return statements;
    }

    private static SourceRecord CreateLegacyRecord(Post post) =>
        new()
        {
            Raw = post.LegacyRaw is [.., var last] ? last : "",
            NormalisedJson = LegacyPostJson.Serialize(post),
            Parent = post.ParentId
        };

    private static SourceRecord CreateRawRecord(Post post, string raw) =>
        new() { Raw = raw, NormalisedJson = $$"""{"id":"{{post.Id}}"}""" };
}
