using Marten;

namespace Sovia.Culling;

/// <summary>How the steps of culls lie in PostgreSQL.</summary>
public sealed class CullingSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public CullingSchema() => For<CullStep>().Duplicate(step => step.Cull, notNull: true);
}
