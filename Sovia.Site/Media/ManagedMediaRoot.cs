namespace Sovia.Media;

/// <summary>A folder that another feature fills with media; once registered, a media root like the user's own.</summary>
/// <param name="Folder">The default library's folder: an absolute path inside the data directory; it need not exist.</param>
public sealed record ManagedMediaRoot(string Folder);
