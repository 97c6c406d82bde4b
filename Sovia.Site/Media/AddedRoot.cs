namespace Sovia.Media;

/// <summary>A folder that the user named to <c>scan</c> on the terminal: a media root from then on, beside the configured ones.</summary>
public sealed record AddedRoot
{
    /// <summary>Derived from the path.</summary>
    public required Guid Id { get; init; }

    /// <summary>An absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>The document for a folder.</summary>
    public static AddedRoot FromPath(string path) => new() { Id = FileLocation.ComputeId(path, ""), Path = path };
}
