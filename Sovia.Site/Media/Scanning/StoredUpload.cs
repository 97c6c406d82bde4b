namespace Sovia.Media.Scanning;

/// <summary>The result of an upload.</summary>
/// <param name="File">The stored file, matched or unmatched; null if it was rejected.</param>
/// <param name="PostIds">The posts the file belongs to.</param>
/// <param name="Refusal">Why the file was rejected, as a message for the user.</param>
public sealed record StoredUpload(MediaFile? File, IReadOnlyList<Guid> PostIds, string? Refusal = null)
{
    /// <summary>Whether the user has to say which post the file belongs to.</summary>
    public bool NeedsReview => Refusal is null && PostIds.Count == 0;
}
