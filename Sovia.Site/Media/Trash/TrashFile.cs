namespace Sovia.Media.Trash;

/// <summary>A file on disk that belongs to a trashed post.</summary>
/// <param name="Location">ID of the file's location.</param>
/// <param name="Root">Absolute path of the media root.</param>
/// <param name="Path">Path relative to the root.</param>
/// <param name="Length">Length in bytes when last read.</param>
/// <param name="ModifiedTicks">Modification time when last read, in UTC ticks.</param>
/// <param name="IsShared">Whether a post outside the trash has the same content.</param>
public sealed record TrashFile(Guid Location, string Root, string Path, long Length, long ModifiedTicks, bool IsShared)
{
    /// <summary>Absolute path of the file.</summary>
    public string FullPath => System.IO.Path.Combine(Root, Path);
}
