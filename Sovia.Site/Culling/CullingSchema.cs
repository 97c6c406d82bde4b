using Marten;

namespace Sovia.Culling;

/// <summary>The PostgreSQL mapping of cull steps and tournaments.</summary>
public sealed class CullingSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public CullingSchema()
    {
        For<CullStep>().Duplicate(step => step.Cull, notNull: true);
        For<Tournament>();
    }
}
