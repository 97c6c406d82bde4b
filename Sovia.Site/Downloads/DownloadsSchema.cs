using Marten;
using Marten.Schema;
using Sovia.Downloads.Fetching;
using Sovia.Downloads.Runs;
using Sovia.Library;

namespace Sovia.Downloads;

/// <summary>Maps download runs and their problems to PostgreSQL.</summary>
public sealed class DownloadsSchema : MartenRegistry
{
    /// <summary>Declares the tables, and the indexes that lists read.</summary>
    public DownloadsSchema()
    {
        For<DownloadRun>().Index(run => run.StartedAt);
        // Keeps the table name from before the type was renamed.
        For<DownloadCommand>().DocumentAlias("downloadorder");
        For<DownloadProblem>().Index(problem => new { problem.Code, problem.Id });
        For<DownloadProblem>().Index(problem => problem.RunId);
        For<DownloadedVideo>();

        // Covers the counts of /media, which read only this index. Missing posts are contiguous in it and in list order.
        For<Post>().Index(post => new { post.IsStub, post.Safety, post.MediaHost, post.Kind, post.Id });
    }

    /// <summary>Declares the duplicated columns of the documents.</summary>
    public static void AddDuplicatedFields(DocumentMapping mapping)
    {
        if (mapping.DocumentType == typeof(DownloadRun))
            mapping.DuplicateField(nameof(DownloadRun.StartedAt), "timestamptz", notNull: true);
        if (mapping.DocumentType == typeof(Post))
            foreach (var name in new[] { nameof(Post.IsStub), nameof(Post.Safety), nameof(Post.MediaHost), nameof(Post.Kind) })
                mapping.DuplicateField(name);
        if (mapping.DocumentType != typeof(DownloadProblem)) return;
        mapping.DuplicateField(nameof(DownloadProblem.Code), notNull: true);
        mapping.DuplicateField(nameof(DownloadProblem.RunId), notNull: true);
    }
}
