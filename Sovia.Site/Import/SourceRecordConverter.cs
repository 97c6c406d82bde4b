using System.Text.Json;
using Sovia.Library;

namespace Sovia.Import;

/// <summary>Converts a source record into a post.</summary>
internal static class SourceRecordConverter
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    /// <summary>Parses a stored source record.</summary>
    /// <param name="id">The post's id.</param>
    /// <param name="sourceRecord">The source record.</param>
    /// <param name="parentId">The parent according to all source records; null to use that of this source record.</param>
    public static Post ToPost(Guid id, SourceRecord sourceRecord, Guid? parentId = null)
    {
        var json = sourceRecord.NormalisedJson ?? sourceRecord.Raw;
        var parsed = json.Length == 0 ? null : PostReader.Read(JsonElement.Parse(json, Options), static (_, _) => { }, id, parentId
            ?? sourceRecord.Parent ?? sourceRecord.Enclosing);
        return ToPost(sourceRecord, PostLimits.Apply(parsed ?? new Post { Id = id, RootId = id }) with { Id = id, RootId = id });
    }

    /// <summary>Returns the parsed properties combined with the metadata of the source record.</summary>
    public static Post ToPost(SourceRecord sourceRecord, Post facts) => facts with
    {
        ParentId = sourceRecord.Parent ?? sourceRecord.Enclosing,
        Liked = facts.Liked ?? (sourceRecord.ListedAsLiked ? true : null),
        SourceRecords = [sourceRecord],
    };
}
