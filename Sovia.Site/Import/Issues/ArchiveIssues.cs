namespace Sovia.Import.Issues;

/// <summary>Words for what can be wrong with archives and account exports.</summary>
internal static class ArchiveIssues
{
    public static Dictionary<string, IssueWords> Words { get; } = new()
    {
        [IssueCode.ZipUnsafe] = new(
            "An unsafe archive",
            "Names in it point outside, hide one another, or it unpacks beyond all measure.",
            "Unpack it yourself if you trust where it comes from, and hand over the folder."),
        [IssueCode.ZipEncrypted] = new(
            "Locked with a password",
            "What is locked cannot be read; the rest went in.",
            "Unpack it with its password and hand over the folder."),
        [IssueCode.ZipNoBackend] = new(
            "No list of posts in it",
            "An account export without prod-grok-backend.json does not say what its pictures are.",
            "Hand over the whole archive as it came by mail."),
        [IssueCode.ZipAmbiguous] = new(
            "More than one account export",
            "It cannot be told which list belongs to which pictures.",
            "Hand over each export by itself."),
        [IssueCode.FileSkipped] = new(
            "A file that was left out",
            "Neither an export nor a picture, clip or sound.",
            "Nothing to do, unless you miss something that was in it."),
        [IssueCode.ExportFlat] = new(
            "An account export knows little",
            "It has no likes, no addresses of videos and does not say what was made from what.",
            "Add a recording or a list from the site: the two are put together."),
        [IssueCode.StockAsset] = new(
            "A stock picture",
            "The maker copies it into every account; it was left out.",
            "Nothing to do."),
        [IssueCode.Deleted] = new(
            "Deleted at the maker",
            "The export says that it was deleted; it was left out.",
            "Nothing to do."),
    };
}
