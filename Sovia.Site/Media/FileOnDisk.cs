namespace Sovia.Media;

/// <summary>A file that belongs to a post.</summary>
/// <param name="Role">The file's role for the post.</param>
/// <param name="Root">Absolute path of the media root.</param>
/// <param name="Path">Path relative to the root, separated by <c>/</c>.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="IsMissing">Whether the last scan did not find the file.</param>
public sealed record FileOnDisk(FileRole Role, string Root, string Path, long Length, bool IsMissing);
