namespace Sovia.Import;

/// <summary>The outcome of importing one post in one run.</summary>
internal enum PostOutcome
{
    Unchanged,
    Changed,

    /// <summary>The post is in the trash and stays there, whether or not a source has news of it.</summary>
    Trashed,

    New,
}
