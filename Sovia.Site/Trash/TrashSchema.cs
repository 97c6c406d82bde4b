using Marten;

namespace Sovia.Trash;

/// <summary>How what is known of the trash lies in PostgreSQL.</summary>
public sealed class TrashSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public TrashSchema() => For<TrashExpiry>();
}
