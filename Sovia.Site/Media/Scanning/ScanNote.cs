namespace Sovia.Media.Scanning;

/// <summary>A path that a scan rejected or has a remark about.</summary>
/// <param name="Path">The path, with characters that cannot be shown replaced.</param>
/// <param name="Reason">The reason, as a message for the user.</param>
public sealed record ScanNote(string Path, string Reason);
