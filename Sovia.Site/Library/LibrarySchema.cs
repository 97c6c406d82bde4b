using Marten;
using Marten.Schema;

namespace Sovia.Library;

/// <summary>How posts and families lie in PostgreSQL.</summary>
public sealed class LibrarySchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public LibrarySchema()
    {
        For<Post>();
        // Lists read the index tables and fetch families by their ids.
        For<Family>();
    }

    /// <summary>
    /// Declares the keys, the columns that stand beside the documents, and the index of families' members. <c>Duplicate</c> would add an
    /// index on each alone, which the planner prefers to the real one and then has to sort.
    /// </summary>
    public static void ConfigureColumns(DocumentMapping mapping)
    {
        if (mapping.DocumentType != typeof(Post) && mapping.DocumentType != typeof(Family)) return;
        // An id tells at once where a row belongs; to compare the name of the library before it costs an import a twentieth.
        mapping.PrimaryKeyTenancyOrdering = PrimaryKeyTenancyOrdering.Id_Then_TenantId;
        mapping.IgnoreIndex($"{mapping.TableName.Name}_idx_tenant_id");
        if (mapping.DocumentType == typeof(Post))
        {
            mapping.DuplicateField(nameof(Post.RootId), notNull: true);
            mapping.DuplicateField(nameof(Post.CreatedAt), "timestamptz");
            mapping.DuplicateField(nameof(Post.Marks), "bigint[]");
            mapping.Indexes.Add(new DocumentIndex(mapping, "root_id"));
        }
        if (mapping.DocumentType == typeof(Family)) mapping.DuplicateField(nameof(Family.SortAt), "timestamptz", notNull: true);
    }
}
