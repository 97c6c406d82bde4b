namespace Sovia.Media.Scanning;

/// <summary>A file found by a folder walk, not opened yet.</summary>
/// <param name="Root">The media root.</param>
/// <param name="Path">Path relative to the root, separated by <c>/</c>.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="ModifiedTicks">Modification time in ticks of UTC.</param>
internal readonly record struct FileEntry(string Root, string Path, long Length, long ModifiedTicks)
{
    public Guid LocationId => FileLocation.ComputeId(Root, Path);
}
