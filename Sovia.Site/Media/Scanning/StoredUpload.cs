namespace Sovia.Media.Scanning;

/// <summary>What became of an upload.</summary>
/// <param name="File">The content as it stands, matched or waiting; null where it was refused.</param>
/// <param name="PostIds">The posts it belongs to.</param>
/// <param name="Refusal">Why it was refused, in words for the user.</param>
public sealed record StoredUpload(MediaFile? File, IReadOnlyList<Guid> PostIds, string? Refusal = null);
