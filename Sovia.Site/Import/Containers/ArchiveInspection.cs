using Sovia.Import.Json;
using Sovia.Import.Shapes;

namespace Sovia.Import.Containers;

/// <summary>
/// Decides which members of an archive are read, and why others are not. Checks only names and flags, and opens nothing.
/// </summary>
internal sealed class ArchiveInspection
{
    /// <summary>Maximum depth of nested archives: archives in an archive are opened, deeper ones are not.</summary>
    public const int MaxArchiveDepth = 2;

    private const string BackendFile = "prod-grok-backend.json";
    private const string AssetFolder = "prod-mc-asset-server";

    /// <param name="all">All members of the archive except folders.</param>
    /// <param name="count">Number of members listed.</param>
    /// <param name="limits">The limits.</param>
    public ArchiveInspection(IEnumerable<ArchiveMember> all, int count, ReadLimits limits)
    {
        var files = all.Where(member => !member.IsSystemFile).ToList();
        Count = files.Count;
        Problems = [.. FindProblems(files, count, limits)];
        IsUnsafe = Problems.Any(problem => problem.Code is IssueCode.ZipUnsafe or IssueCode.ZipAmbiguous);
        HasOnlySensitiveFiles = Count > 0 && files.TrueForAll(member => SensitiveFileReader.IsSensitiveName(member.FullName));
        Readable = [.. files.Where(member => !SensitiveFileReader.IsSensitiveName(member.FullName) && !member.IsEncrypted)
            .OrderByDescending(IsBackendFile)];
    }

    /// <summary>Number of files in the archive.</summary>
    public int Count { get; }

    /// <summary>Files to read, the post list of an account export first.</summary>
    public IReadOnlyList<ArchiveMember> Readable { get; }

    /// <summary>The issues of the archive.</summary>
    public IReadOnlyList<(string Code, string Reason, bool Rejected)> Problems { get; }

    /// <summary>True if nothing in the archive may be read.</summary>
    public bool IsUnsafe { get; }

    /// <summary>True if the archive contains only files about sign-ins and payments.</summary>
    public bool HasOnlySensitiveFiles { get; }

    /// <summary>
    /// Downgrades the issue of an unreadable member to a note, because archives also contain notes, stylesheets and previews, which do
    /// not make the import incomplete.
    /// </summary>
    public static JsonItem DowngradeIssue(JsonItem item) =>
        item.Issue is { Code: IssueCode.NotJson or IssueCode.UnknownShape or IssueCode.HtmlChallenge or IssueCode.Empty } issue
        && item.Path == "$"
        ? item with
        {
            Issue = issue with
            {
                Code = IssueCode.FileSkipped,
                Reason = $"Skipped: not an export or a media file. {issue.Reason}",
                Rejected = false
            }
        }
        : item;

    private static IEnumerable<(string, string, bool)> FindProblems(List<ArchiveMember> files, int count, ReadLimits limits)
    {
        if (count > limits.ArchiveMembers)
            yield return (IssueCode.ZipUnsafe, $"The archive has {count:N0} files. The limit is {limits.ArchiveMembers:N0}.", true);
        if (files.Exists(member => member.IsPathTraversal))
            yield return (IssueCode.ZipUnsafe, "The archive contains a path that leads outside. Nothing was read.", true);
        if (files.Exists(member => member.IsLink))
            yield return (IssueCode.ZipUnsafe, "The archive contains a symbolic link. Nothing was read.", true);
        if (files.Select(member => member.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < files.Count)
            yield return (IssueCode.ZipUnsafe, "Two files in the archive have the same name. Nothing was read.", true);
        if (files.Count(IsBackendFile) > 1)
            yield return (IssueCode.ZipAmbiguous, "The archive contains several account exports. Import each one separately.", true);
        if (files.Exists(member => member.IsEncrypted))
            yield return (IssueCode.ZipEncrypted, "The archive, or part of it, is password-protected. Unpack it and import the folder.",
                true);
        if (!files.Exists(IsBackendFile) && files.Exists(member => member.Name.Contains(AssetFolder + "/", StringComparison.Ordinal)))
            yield return (IssueCode.ZipNoBackend, $"{BackendFile} is missing from the account export, so Sovia can't identify its images.",
                false);
    }

    private static bool IsBackendFile(ArchiveMember member) => member.FileName.Equals(BackendFile, StringComparison.OrdinalIgnoreCase);
}
