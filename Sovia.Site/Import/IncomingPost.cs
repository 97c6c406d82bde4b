using Sovia.Library;

namespace Sovia.Import;

/// <summary>One post as one item of one file states it, before it meets the library.</summary>
/// <param name="Post">What is stated, in one statement; its root is not known yet.</param>
/// <param name="Enclosing">The post under which it stood, or null at the top.</param>
/// <param name="Path">Where it stood.</param>
internal sealed record IncomingPost(Post Post, Guid? Enclosing, string Path)
{
    /// <summary>What is said, and by whom.</summary>
    public SourceRecord SourceRecord => Post.Statements[0];

    /// <summary>The number of <see cref="SourceRecord"/>, by which it is known and noted.</summary>
    public long Fingerprint { get; } = Post.Statements[0].ComputeFingerprint();

    /// <summary>What kind of source states it: where two differ, the richer one counts.</summary>
    public SourceKind Kind => SourceRecord.Kind;

    /// <summary>When the source was taken, where it says so: of two of one kind the newer one counts.</summary>
    public DateTimeOffset? ObservedAt => SourceRecord.SeenAt;
}
