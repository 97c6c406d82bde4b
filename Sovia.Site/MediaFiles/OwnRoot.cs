namespace Sovia.MediaFiles;

/// <summary>A folder that another noun fills with media; registered, it is a media root like the user's own.</summary>
/// <param name="Folder">An absolute path; it need not exist.</param>
public sealed record OwnRoot(string Folder);
