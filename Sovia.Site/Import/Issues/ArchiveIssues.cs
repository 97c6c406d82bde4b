namespace Sovia.Import.Issues;

/// <summary>Messages for issues of archives and account exports.</summary>
internal static class ArchiveIssues
{
    public static Dictionary<string, IssueMessage> Messages { get; } = new()
    {
        [IssueCode.ZipUnsafe] = new(
            "Unsafe archive",
            "It contains unsafe paths or duplicate names, or expands to an extreme size.",
            "If you trust the source, unpack it yourself and import the folder."),
        [IssueCode.ZipEncrypted] = new(
            "Password-protected",
            "Protected files were skipped. The rest was imported.",
            "Unpack the archive with its password and import the folder."),
        [IssueCode.ZipNoBackend] = new(
            "Incomplete account export",
            "prod-grok-backend.json is missing, so Sovia can't identify the images.",
            "Import the complete archive you received by email."),
        [IssueCode.ZipAmbiguous] = new(
            "Several account exports",
            "Sovia can't tell which list belongs to which images.",
            "Import each export separately."),
        [IssueCode.FileSkipped] = new(
            "File skipped",
            "Not an export, image, video or audio file."),
        [IssueCode.ExportFlat] = new(
            "Limited account export",
            "It has no likes, video URLs or stack information.",
            "Also import a HAR file or a console export. Sovia combines them."),
        [IssueCode.StockAsset] = new(
            "Stock image skipped",
            "Grok adds this image to every account."),
        [IssueCode.Deleted] = new(
            "Deleted on Grok",
            "The export marks this item as deleted, so it was skipped."),
    };
}
