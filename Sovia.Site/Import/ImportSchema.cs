using Marten;

namespace Sovia.Import;

/// <summary>How import runs lie in PostgreSQL.</summary>
public sealed class ImportSchema : MartenRegistry
{
    /// <summary>Declares the column that the list of runs is sorted by.</summary>
    public ImportSchema()
    {
        For<ImportRun>().Duplicate(run => run.StartedAt, pgType: "timestamptz", notNull: true);
        For<ImportCancellation>();
    }
}
