namespace Sovia.Media.Trash;

/// <summary>A file on disk that belongs to a post in the trash.</summary>
/// <param name="Location">The id of its place.</param>
/// <param name="Root">The media root, an absolute path.</param>
/// <param name="Path">The path below it.</param>
/// <param name="Length">Its length in bytes when it was read.</param>
/// <param name="ModifiedTicks">Its modification time then, in ticks of UTC.</param>
/// <param name="IsShared">Whether a post that is not in the trash has the same bytes.</param>
public sealed record TrashFile(Guid Location, string Root, string Path, long Length, long ModifiedTicks, bool IsShared)
{
    /// <summary>Its absolute path.</summary>
    public string FullPath => System.IO.Path.Combine(Root, Path);
}
