using Marten;

namespace Sovia.Jobs;

/// <summary>The PostgreSQL schema of job rows. The engine's own tables are in a separate schema.</summary>
public sealed class JobsSchema : MartenRegistry
{
    /// <summary>Declares the tables.</summary>
    public JobsSchema()
    {
        For<JobRow>();
        For<RequestedWork>();
    }
}
