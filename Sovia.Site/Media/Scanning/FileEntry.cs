namespace Sovia.Media.Scanning;

/// <summary>A file as a walk met it: looked at, not opened.</summary>
/// <param name="Root">The media root.</param>
/// <param name="Path">The path below it, parted by <c>/</c>.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="ModifiedTicks">Modification time in ticks of UTC.</param>
internal readonly record struct FileEntry(string Root, string Path, long Length, long ModifiedTicks)
{
    /// <summary>Its place.</summary>
    public Guid LocationId => FileLocation.ComputeId(Root, Path);
}
