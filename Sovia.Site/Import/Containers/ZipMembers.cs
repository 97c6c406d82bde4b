using System.IO.Compression;
using Sovia.Import.Shapes;

namespace Sovia.Import.Containers;

/// <summary>The members of an archive that are to be read, and why others are not. Judged by names and flags alone; nothing is opened here.</summary>
internal sealed class ZipMembers
{
    private const string Backend = "prod-grok-backend.json";
    private const string Assets = "prod-mc-asset-server";
    private const int UnixLink = 0xA000;

    /// <param name="archive">The archive.</param>
    /// <param name="limits">How much is read.</param>
    public ZipMembers(ZipArchive archive, ReadLimits limits)
    {
        var files = archive.Entries.Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\') && !IsJunk(NameOf(entry))).ToList();
        Count = files.Count;
        Problems = [.. Judge(files, archive.Entries.Count, limits)];
        IsUnsafe = Problems.Any(problem => problem.Code is IssueCode.ZipUnsafe or IssueCode.ZipAmbiguous);
        OnlySensitive = Count > 0 && files.TrueForAll(entry => SensitiveFile.IsNamed(entry.FullName));
        Readable = [.. files.Where(entry => !SensitiveFile.IsNamed(entry.FullName) && !entry.IsEncrypted).OrderByDescending(entry => IsBackend(entry))];
    }

    /// <summary>Files in it.</summary>
    public int Count { get; }

    /// <summary>Files to read, the list of an account export first.</summary>
    public IReadOnlyList<ZipArchiveEntry> Readable { get; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<(string Code, string Reason, bool Rejected)> Problems { get; }

    /// <summary>True where nothing of it is to be read.</summary>
    public bool IsUnsafe { get; }

    /// <summary>True where there is nothing in it but files about log-ins and payments.</summary>
    public bool OnlySensitive { get; }

    /// <summary>A member's name with its separators put right; real exports double them.</summary>
    public static string NameOf(ZipArchiveEntry entry) => string.Join('/', entry.FullName.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(string, string, bool)> Judge(List<ZipArchiveEntry> files, int count, ReadLimits limits)
    {
        if (count > limits.Members) yield return (IssueCode.ZipUnsafe, $"The archive holds {count:N0} files, at most {limits.Members:N0} are read.", true);
        if (files.Exists(LeadsOutside)) yield return (IssueCode.ZipUnsafe, "A file in the archive bears a name that leads outside of it. Nothing of it was read.", true);
        if (files.Exists(entry => ((entry.ExternalAttributes >> 16) & 0xF000) == UnixLink)) yield return (IssueCode.ZipUnsafe, "The archive holds a link to another place. Nothing of it was read.", true);
        if (files.Select(NameOf).Distinct(StringComparer.OrdinalIgnoreCase).Count() < files.Count) yield return (IssueCode.ZipUnsafe, "Two files in the archive bear one name. Nothing of it was read.", true);
        if (files.Count(IsBackend) > 1) yield return (IssueCode.ZipAmbiguous, "The archive holds more than one account export. Hand them over one by one.", true);
        if (files.Exists(entry => entry.IsEncrypted)) yield return (IssueCode.ZipEncrypted, "The archive, or a part of it, is locked with a password. Unpack it and hand over what is in it.", true);
        if (!files.Exists(IsBackend) && files.Exists(entry => NameOf(entry).Contains(Assets + "/", StringComparison.Ordinal)))
            yield return (IssueCode.ZipNoBackend, $"The account export lacks {Backend}: there are media in it, but nothing that tells what they are.", false);
    }

    private static bool LeadsOutside(ZipArchiveEntry entry) => entry.FullName.StartsWith('/') || entry.FullName.StartsWith('\\')
        || entry.FullName is [_, ':', ..] || entry.FullName.Contains('\0', StringComparison.Ordinal) || entry.FullName.Split('/', '\\').Contains("..");

    private static bool IsBackend(ZipArchiveEntry entry) => entry.Name.Equals(Backend, StringComparison.OrdinalIgnoreCase);

    // What systems put into archives of their own accord.
    private static bool IsJunk(string name) => name.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || name[(name.LastIndexOf('/') + 1)..] is ".DS_Store" or "Thumbs.db" or "desktop.ini";
}
