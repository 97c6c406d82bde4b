using System.Text.Json;
using Sovia.Library;

namespace Sovia.Import;

/// <summary>A post as one statement has it.</summary>
internal static class SourceRecordConverter
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    /// <summary>Reads a stored statement again.</summary>
    /// <param name="id">The post it is about.</param>
    /// <param name="sourceRecord">The statement.</param>
    /// <param name="madeFrom">What all statements together say it was made from; null where that is this statement's to say.</param>
    public static Post ToPost(Guid id, SourceRecord sourceRecord, Guid? madeFrom = null)
    {
        var words = sourceRecord.Restated ?? sourceRecord.Raw;
        var read = words.Length == 0 ? null : PostReader.Read(JsonElement.Parse(words, Options), static (_, _) => { }, id, madeFrom
            ?? sourceRecord.Parent ?? sourceRecord.Enclosing);
        return ToPost(sourceRecord, PostLimits.Apply(read ?? new Post { Id = id, RootId = id }) with { Id = id, RootId = id });
    }

    /// <summary>The facts of a statement's words, with what stands around them.</summary>
    public static Post ToPost(SourceRecord sourceRecord, Post facts) => facts with
    {
        ParentId = sourceRecord.Parent ?? sourceRecord.Enclosing,
        Liked = facts.Liked ?? (sourceRecord.Listed ? true : null),
        Statements = [sourceRecord],
    };
}
