using Marten;

namespace Sovia.Library;

/// <summary>How posts and families lie in PostgreSQL. Both directions of the gallery read one ascending index.</summary>
public sealed class LibrarySchema : MartenRegistry
{
    /// <summary>Declares duplicated columns and indexes.</summary>
    public LibrarySchema()
    {
        For<Post>()
            .Duplicate(post => post.RootId, notNull: true)
            .Duplicate(post => post.CreatedAt!, pgType: "timestamptz");
        For<Family>()
            .Duplicate(family => family.SortAt, pgType: "timestamptz", notNull: true)
            .Index(family => new { family.SortAt, family.Id });
    }
}
