namespace Sovia.Import;

/// <summary>The outcome of importing one post in one run.</summary>
internal enum PostOutcome
{
    Unchanged,
    Changed,

    /// <summary>The post is in the trash and stays there, even if the source contains changes to it.</summary>
    Trashed,

    New,
}
