using Marten;
using Marten.Schema;
using Sovia.Downloads.Fetching;
using Sovia.Downloads.Runs;
using Sovia.Library;

namespace Sovia.Downloads;

/// <summary>How download runs and what they met lie in PostgreSQL.</summary>
public sealed class DownloadsSchema : MartenRegistry
{
    /// <summary>Declares the tables and the indexes that lists read.</summary>
    public DownloadsSchema()
    {
        For<DownloadRun>().Index(run => run.StartedAt);
        // The table keeps the name that the type had before.
        For<DownloadCommand>().DocumentAlias("downloadorder");
        For<DownloadProblem>().Index(problem => new { problem.Code, problem.Id });
        For<DownloadProblem>().Index(problem => problem.RunId);
        For<ServedClip>();

        // The figures of /media read this index alone; what is missing stands together in it, in the order in which it is listed.
        For<Post>().Index(post => new { post.IsStub, post.Safety, post.MediaHost, post.Kind, post.Id });
    }

    /// <summary>Declares the columns that stand beside the documents.</summary>
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
