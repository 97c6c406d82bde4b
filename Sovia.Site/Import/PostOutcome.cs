namespace Sovia.Import;

/// <summary>What became of one post in one run.</summary>
internal enum PostOutcome
{
    Unchanged,
    Changed,
    New,
}
