using Marten;

namespace Sovia.Media;

/// <summary>Declares how files, locations and matches are stored in PostgreSQL.</summary>
public sealed class MediaSchema : MartenRegistry
{
    /// <summary>Declares duplicated columns and indexes.</summary>
    public MediaSchema()
    {
        // The review lists one state in order of discovery; unmatched files are read in the same order.
        For<MediaFile>()
            .Duplicate(file => file.State, notNull: true)
            .Duplicate(file => file.SeenAt, pgType: "timestamptz", notNull: true)
            .Index(file => new { file.State, file.SeenAt, file.Id })
            // Only few files cannot be shown, and the media page counts them on every visit.
            .Index(file => file.Id, index =>
            {
                index.Name = "mt_doc_mediafile_idx_unshowable";
                index.Predicate = "((data ->> 'problem'::text) IS NOT NULL)";
            })
            // Usually no video waits for a full decode, and every scan checks.
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
