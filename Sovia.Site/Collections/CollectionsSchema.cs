using Marten;

namespace Sovia.Collections;

/// <summary>The PostgreSQL schema of collections.</summary>
public sealed class CollectionsSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public CollectionsSchema()
    {
        For<Collection>();
        For<StarterSet>();
    }
}
