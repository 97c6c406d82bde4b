namespace Sovia.Media;

/// <summary>A folder that another noun fills with media; registered, it is a media root like the user's own.</summary>
/// <param name="Folder">Of the only account's library: an absolute path inside the data directory; it need not exist.</param>
public sealed record ManagedMediaRoot(string Folder);
