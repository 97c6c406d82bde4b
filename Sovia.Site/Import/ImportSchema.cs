using Marten;
using Marten.Schema;
using Sovia.Import.Previews;

namespace Sovia.Import;

/// <summary>Declares how import runs are stored in PostgreSQL.</summary>
public sealed class ImportSchema : MartenRegistry
{
    /// <summary>Declares the tables, and the index of the list of runs.</summary>
    public ImportSchema()
    {
        For<ImportRun>().Index(run => run.StartedAt);
        For<ImportCancellation>();
        For<ImportPreview>();
        For<ImportedFile>();
    }

    /// <summary>Declares the column by which runs are sorted.</summary>
    public static void ConfigureColumns(DocumentMapping mapping)
    {
        if (mapping.DocumentType == typeof(ImportRun)) mapping.DuplicateField(nameof(ImportRun.StartedAt), "timestamptz", notNull: true);
    }
}
