using System.Formats.Tar;

namespace Sovia.Import.Containers;

/// <summary>The members of a tar archive and their offsets.</summary>
internal sealed class TarIndex
{
    private readonly Stream content;
    private readonly List<(long At, long Length, DateTimeOffset ModifiedAt)> locations = [];
    private readonly List<ArchiveMember> members = [];

    private TarIndex(Stream content) => this.content = content;

    /// <summary>All members except folders.</summary>
    public IReadOnlyList<ArchiveMember> Members => members;

    /// <summary>True if the archive is truncated.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Reads the headers of an archive.</summary>
    /// <param name="content">A seekable stream; the archive begins at its current position.</param>
    /// <param name="most">The maximum number of members; reading stops beyond it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<TarIndex> ReadAsync(Stream content, int most, CancellationToken ct)
    {
        var index = new TarIndex(content);
        await using var archive = new TarReader(content, leaveOpen: true);
        try
        {
            while (index.members.Count <= most && await archive.GetNextEntryAsync(copyData: false, ct) is { } entry) index.Add(entry);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException
            or OverflowException or NotSupportedException)
        {
            index.IsTruncated = true;
        }
        return index;
    }

    /// <summary>Opens a member.</summary>
    public Stream Open(ArchiveMember member) => new SliceStream(content, locations[member.Index].At, locations[member.Index].Length);

    /// <summary>Returns when a member was last modified.</summary>
    public DateTimeOffset GetModifiedAt(ArchiveMember member) => locations[member.Index].ModifiedAt;

    /// <summary>Reads the first bytes of a member.</summary>
    public ReadOnlySpan<byte> ReadHead(ArchiveMember member, int length)
    {
        using var stream = Open(member);
        var head = new byte[length];
        return head.AsSpan(0, stream.ReadAtLeast(head, length, throwOnEndOfStream: false));
    }

    private void Add(TarEntry entry)
    {
        if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes or TarEntryType.DirectoryList
            or TarEntryType.TapeVolume) return;
        var isFile = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile;
        members.Add(new(locations.Count, entry.Name) { IsLink = !isFile });
        locations.Add((entry.DataOffset, entry.Length, entry.ModificationTime));
        IsTruncated |= isFile && entry.Length > 0 && entry.DataOffset + entry.Length > content.Length;
    }
}
