using Sovia.Library;

namespace Sovia.Import;

/// <summary>One post as one item of one file describes it, before it is merged into the library.</summary>
/// <param name="Post">The post, with a single source record; its root is not known yet.</param>
/// <param name="Enclosing">The post that it is nested in, or null at the top level.</param>
/// <param name="Path">The JSON path in the file.</param>
internal sealed record IncomingPost(Post Post, Guid? Enclosing, string Path)
{
    /// <summary>The post's source record.</summary>
    public SourceRecord SourceRecord => Post.SourceRecords[0];

    /// <summary>The fingerprint of <see cref="SourceRecord"/>, by which it is identified and recorded.</summary>
    public long Fingerprint { get; } = Post.SourceRecords[0].ComputeFingerprint();

    /// <summary>The kind of source. If two sources differ, the richer kind wins.</summary>
    public SourceKind Kind => SourceRecord.Kind;

    /// <summary>When the source was captured, if known. Of two sources of one kind, the newer wins.</summary>
    public DateTimeOffset? ObservedAt => SourceRecord.SeenAt;
}
