using Marten;

namespace Sovia.Prompts;

/// <summary>The PostgreSQL mapping of ideas.</summary>
public sealed class PromptsSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public PromptsSchema() => For<Idea>();
}
