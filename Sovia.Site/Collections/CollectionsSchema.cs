using Marten;

namespace Sovia.Collections;

/// <summary>How collections lie in PostgreSQL.</summary>
public sealed class CollectionsSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public CollectionsSchema() => For<Collection>();
}
