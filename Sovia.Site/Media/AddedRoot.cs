namespace Sovia.Media;

/// <summary>
/// A folder that the user added with <c>scan</c> on the command line; a media root from then on, like the configured ones.
/// </summary>
public sealed record AddedRoot
{
    /// <summary>ID derived from the path.</summary>
    public required Guid Id { get; init; }

    /// <summary>Absolute path of the folder.</summary>
    public required string Path { get; init; }

    /// <summary>Creates the document for a folder.</summary>
    public static AddedRoot FromPath(string path) => new() { Id = FileLocation.ComputeId(path, ""), Path = path };
}
