using Sovia.Import.Containers;
using Sovia.Import.Shapes;
using Sovia.Metadata;

namespace Sovia.Import;

/// <summary>
/// The importable files of a folder. Media files are left in place, because a scan indexes them there without a copy.
/// </summary>
/// <param name="Files">Files to import, the post list of an account export first.</param>
/// <param name="MediaCount">Number of images, videos and sounds in the folder.</param>
public sealed record ExportFolder(IReadOnlyList<ImportableFile> Files, int MediaCount)
{
    // Links are not followed, because they may lead out of the folder or in a circle.
    private static readonly EnumerationOptions SearchOptions = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System,
        IgnoreInaccessible = true
    };

    /// <summary>Reads a folder and its subfolders.</summary>
    public static ExportFolder Read(string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*", SearchOptions).Order(StringComparer.Ordinal).ToList();
        var mediaPaths = paths.Where(IsMedia).ToHashSet(StringComparer.Ordinal);
        var importable = SelectImportable([.. paths.Where(path => !mediaPaths.Contains(path))], path => path);
        return new([.. importable.Select(path => ImportableFile.FromPath(path, Path.GetRelativePath(folder, path)))], mediaPaths.Count);
    }

    /// <summary>Selects the files that are worth reading, the post list of an account export first.</summary>
    /// <param name="files">The files, with paths separated by <c>/</c> or the system's separator.</param>
    /// <param name="path">Returns the path of a file.</param>
    public static IReadOnlyList<T> SelectImportable<T>(IReadOnlyList<T> files, Func<T, string> path)
    {
        var candidates = files.Where(file => Path.GetFileName(path(file)) is not (".DS_Store" or "Thumbs.db" or "desktop.ini")).ToList();
        // Files about sign-ins and payments are reported only if there is nothing else.
        if (candidates.Exists(file => !SensitiveFileReader.IsSensitiveName(path(file))))
            candidates.RemoveAll(file => SensitiveFileReader.IsSensitiveName(path(file)));
        return [.. candidates.OrderByDescending(file => Path.GetFileName(path(file)) == "prod-grok-backend.json")];
    }

    private static bool IsMedia(string path)
    {
        if (SensitiveFileReader.IsSensitiveName(path)) return false;
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[MediaType.HeaderLength];
            return MediaContainer.IsMedia(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The import reports why the file cannot be read.
            return false;
        }
    }
}
