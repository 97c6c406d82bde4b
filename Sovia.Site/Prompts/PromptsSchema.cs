using Marten;

namespace Sovia.Prompts;

/// <summary>How ideas lie in PostgreSQL.</summary>
public sealed class PromptsSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public PromptsSchema() => For<Idea>();
}
