using Sovia.Import.Containers;
using Sovia.Import.Shapes;
using Sovia.Metadata;

namespace Sovia.Import;

/// <summary>
/// A folder handed over: what in it may tell of posts. Media stay where they lie, for a scan finds them there and copies nothing.
/// </summary>
/// <param name="Files">Files to import, the list of an account export first.</param>
/// <param name="MediaCount">How many pictures, clips and sounds lie in it.</param>
public sealed record ExportFolder(IReadOnlyList<ImportableFile> Files, int MediaCount)
{
    // A link may lead out of the folder, or round in it.
    private static readonly EnumerationOptions Everything =
        new()
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System,
            IgnoreInaccessible = true
        };

    /// <summary>Looks through a folder and all below it.</summary>
    public static ExportFolder Read(string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*", Everything).Order(StringComparer.Ordinal).ToList();
        var media = paths.Where(IsMedia).ToHashSet(StringComparer.Ordinal);
        var others = SelectImportable([.. paths.Where(path => !media.Contains(path))], path => path);
        return new([.. others.Select(path => ImportableFile.FromPath(path, Path.GetRelativePath(folder, path)))], media.Count);
    }

    /// <summary>Of a folder's files those that are worth reading, the list of an account export first.</summary>
    /// <param name="files">The files, with <c>/</c> or the system's own sign between the parts of their paths.</param>
    /// <param name="path">Tells the path of one.</param>
    public static IReadOnlyList<T> SelectImportable<T>(IReadOnlyList<T> files, Func<T, string> path)
    {
        var worth = files.Where(file => Path.GetFileName(path(file)) is not (".DS_Store" or "Thumbs.db" or "desktop.ini")).ToList();
        // The files about log-ins and payments are only spoken of where there is nothing else.
        if (worth.Exists(file => !SensitiveFileReader.IsSensitiveName(path(file))))
            worth.RemoveAll(file => SensitiveFileReader.IsSensitiveName(path(file)));
        return [.. worth.OrderByDescending(file => Path.GetFileName(path(file)) == "prod-grok-backend.json")];
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
            // Why it cannot be read is told by the import.
            return false;
        }
    }
}
