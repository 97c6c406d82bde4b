namespace Sovia.Media;

/// <summary>A file that belongs to a post.</summary>
/// <param name="Role">What it is to the post.</param>
/// <param name="Root">The media folder, an absolute path.</param>
/// <param name="Path">The path below it, parted by <c>/</c>.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="IsMissing">Whether it was not there when it was looked for last.</param>
public sealed record FileOnDisk(FileRole Role, string Root, string Path, long Length, bool IsMissing);
