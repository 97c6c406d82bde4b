using Marten;
using Marten.Schema;
using Sovia.MediaFiles.Downloads.Fetching;
using Sovia.MediaFiles.Downloads.Runs;

namespace Sovia.MediaFiles.Downloads;

/// <summary>How download runs and what they met lie in PostgreSQL.</summary>
public sealed class DownloadsSchema : MartenRegistry
{
    /// <summary>Declares the tables and the indexes that lists read.</summary>
    public DownloadsSchema()
    {
        For<DownloadRun>().Index(run => run.StartedAt);
        For<DownloadOrder>();
        For<DownloadProblem>().Index(problem => new { problem.Code, problem.Id });
        For<DownloadProblem>().Index(problem => problem.RunId);
        For<ServedClip>();
    }

    /// <summary>Declares the columns that stand beside the documents.</summary>
    public static void Columns(DocumentMapping mapping)
    {
        if (mapping.DocumentType == typeof(DownloadRun)) mapping.DuplicateField(nameof(DownloadRun.StartedAt), "timestamptz", notNull: true);
        if (mapping.DocumentType != typeof(DownloadProblem)) return;
        mapping.DuplicateField(nameof(DownloadProblem.Code), notNull: true);
        mapping.DuplicateField(nameof(DownloadProblem.RunId), notNull: true);
    }
}
