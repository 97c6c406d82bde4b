using Marten;

namespace Sovia.Media;

/// <summary>How files, their places and their posts lie in PostgreSQL.</summary>
public sealed class MediaSchema : MartenRegistry
{
    /// <summary>Declares duplicated columns and indexes.</summary>
    public MediaSchema()
    {
        // The review reads one state in the order of finding; waiting files are walked by it too.
        For<MediaFile>()
            .Duplicate(file => file.State, notNull: true)
            .Duplicate(file => file.SeenAt, pgType: "timestamptz", notNull: true)
            .Index(file => new { file.State, file.SeenAt, file.Id })
            // Few of many cannot be shown, and the page of media counts them each time.
            .Index(file => file.Id, index =>
            {
                index.Name = "mt_doc_mediafile_idx_unshowable";
                index.Predicate = "((data ->> 'problem'::text) IS NOT NULL)";
            })
            // None waits, as a rule, and each scan asks.
            .Index(file => file.Id, index =>
            {
                index.Name = "mt_doc_mediafile_idx_unwatched";
                index.Predicate = "((data ->> 'unwatched'::text) IS NOT NULL)";
            });
        For<FileLocation>().Duplicate(location => location.Sha256!)
            .Index(location => location.Id, index =>
            {
                index.Name = "mt_doc_filelocation_idx_misnamed";
                index.Predicate = "((data ->> 'problem'::text) IS NOT NULL)";
            })
            .IgnoreIndex(FileLocationPathIndex.IndexName);
        For<FileMatch>().Duplicate(match => match.PostId, notNull: true).Duplicate(match => match.Sha256, notNull: true);
        For<AddedRoot>();
    }
}
