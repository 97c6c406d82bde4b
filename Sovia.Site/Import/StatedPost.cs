using System.Text.Json;
using Sovia.Library;

namespace Sovia.Import;

/// <summary>A post as one statement has it.</summary>
internal static class StatedPost
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    /// <summary>Reads a stored statement again.</summary>
    /// <param name="id">The post it is about.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="madeFrom">What all statements together say it was made from; null where that is this statement's to say.</param>
    public static Post Of(Guid id, Statement statement, Guid? madeFrom = null)
    {
        var words = statement.Restated ?? statement.Raw;
        var read = words.Length == 0 ? null : PostReader.Read(JsonElement.Parse(words, Options), static (_, _) => { }, id, madeFrom ?? statement.Parent ?? statement.Enclosing);
        return Of(statement, PostLimits.Of(read ?? new Post { Id = id, RootId = id }) with { Id = id, RootId = id });
    }

    /// <summary>The facts of a statement's words, with what stands around them.</summary>
    public static Post Of(Statement statement, Post facts) => facts with
    {
        ParentId = statement.Parent ?? statement.Enclosing,
        Liked = facts.Liked ?? (statement.Listed ? true : null),
        Statements = [statement],
    };
}
