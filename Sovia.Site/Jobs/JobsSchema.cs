using Marten;

namespace Sovia.Jobs;

/// <summary>How rows of jobs lie in PostgreSQL. What the engine itself keeps is in a schema of its own.</summary>
public sealed class JobsSchema : MartenRegistry
{
    /// <summary>Declares the tables.</summary>
    public JobsSchema()
    {
        For<JobRow>();
        For<RequestedWork>();
    }
}
