namespace Sovia.Import;

/// <summary>What became of one post in one run.</summary>
internal enum PostOutcome
{
    Unchanged,
    Changed,

    /// <summary>It is in the trash, where it stays, whatever a source knew of it.</summary>
    Trashed,

    New,
}
