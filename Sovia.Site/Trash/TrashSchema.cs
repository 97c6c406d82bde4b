using Marten;

namespace Sovia.Trash;

/// <summary>The trash's documents in PostgreSQL.</summary>
public sealed class TrashSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public TrashSchema() => For<TrashExpiry>();
}
