using Marten;
using Marten.Schema;
using Sovia.Import.Previews;

namespace Sovia.Import;

/// <summary>How import runs lie in PostgreSQL.</summary>
public sealed class ImportSchema : MartenRegistry
{
    /// <summary>Declares the tables and the index that the list of runs reads.</summary>
    public ImportSchema()
    {
        For<ImportRun>().Index(run => run.StartedAt);
        For<ImportCancellation>();
        For<ImportPreview>();
        For<ImportedFile>();
    }

    /// <summary>Declares the column that runs are sorted by.</summary>
    public static void ConfigureColumns(DocumentMapping mapping)
    {
        if (mapping.DocumentType == typeof(ImportRun)) mapping.DuplicateField(nameof(ImportRun.StartedAt), "timestamptz", notNull: true);
    }
}
