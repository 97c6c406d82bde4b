namespace Sovia.Media.Scanning;

/// <summary>Something a scan could not or would not read.</summary>
/// <param name="Path">Where, as far as it can be written.</param>
/// <param name="Reason">Why, in words for the user.</param>
public sealed record ScanNote(string Path, string Reason);
