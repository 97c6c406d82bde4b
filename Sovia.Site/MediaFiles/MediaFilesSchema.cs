using Marten;

namespace Sovia.MediaFiles;

/// <summary>How files, their places and their posts lie in PostgreSQL.</summary>
public sealed class MediaFilesSchema : MartenRegistry
{
    /// <summary>Declares duplicated columns and indexes.</summary>
    public MediaFilesSchema()
    {
        // The review reads one state in the order of finding; waiting files are walked by it too.
        For<MediaFile>()
            .Duplicate(file => file.State, notNull: true)
            .Duplicate(file => file.SeenAt, pgType: "timestamptz", notNull: true)
            .Index(file => new { file.State, file.SeenAt, file.Id });
        For<FileLocation>().Duplicate(location => location.Sha256!);
        For<FileMatch>().Duplicate(match => match.PostId, notNull: true).Duplicate(match => match.Sha256, notNull: true);
        For<AddedRoot>();
    }
}
