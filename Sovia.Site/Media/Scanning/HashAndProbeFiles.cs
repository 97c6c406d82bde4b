using Sovia.Metadata;
using Sovia.Metadata.Probing;

namespace Sovia.Media.Scanning;

/// <summary>Reads new and changed files: type, hash and sidecar of each, facts and metadata of new contents.</summary>
internal sealed class HashAndProbeFiles(MediaProbe probe, SaveScanChanges record)
{
    private static readonly int MaxDegree = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Reads a batch of files. Skips and counts files that cannot be read or that change while being read.</summary>
    public async Task<IReadOnlyList<ScannedFile>> ReadAsync(IReadOnlyCollection<FileEntry> files, ScanCounters tally, CancellationToken ct)
    {
        var hashed = new ScannedFile?[files.Count];
        var sidecarReader = new SidecarReader();
        await Parallel.ForEachAsync(files.Select((file, at) => (file, at)), GetOptions(ct), async (pair, token) =>
            hashed[pair.at] = await HashAsync(pair.file, sidecarReader, tally, token));
        var hashedFiles = hashed.OfType<ScannedFile>().ToList();
        var knownHashes = await record.FindKnownHashesAsync([.. hashedFiles.Select(file => file.Sha256).OfType<string>().Distinct()], ct);
        var newFiles = hashedFiles.Where(file => file.Sha256 is not null && knownHashes.Add(file.Sha256)).ToHashSet();
        var probedFiles = new ScannedFile[hashedFiles.Count];
        await Parallel.ForEachAsync(hashedFiles.Select((file, at) => (file, at)), GetOptions(ct), async (pair, token) =>
            probedFiles[pair.at] = newFiles.Contains(pair.file) ? await ProbeAsync(pair.file, token) : pair.file);
        return probedFiles;
    }

    /// <summary>Adds facts and metadata to a new content.</summary>
    public async Task<ScannedFile> ProbeAsync(ScannedFile file, CancellationToken ct)
    {
        if (MediaFileLocator.FindAt(file.Entry.Root, file.Entry.Path) is not { } localFile) return file;
        var facts = await probe.ProbeAsync(localFile.FullPath, file.Type, ct);
        return file with
        {
            CanDecodeFully = probe.CanDecodeFully,
            Facts = facts,
            Embedded = await EmbeddedMetadataReader.ReadAsync(localFile.FullPath, ct)
        };
    }

    private static async Task<ScannedFile?> HashAsync(FileEntry entry, SidecarReader sidecars, ScanCounters tally, CancellationToken ct)
    {
        try
        {
            if (MediaFileLocator.FindAt(entry.Root, entry.Path) is not { } file) return Reject(entry, tally, "Can't read the file.");
            if (UnfinishedFiles.HasControlFile(file.FullPath)) return CountWaiting(tally);
            await using var stream = file.Open();
            var header = new byte[MediaType.LongHeaderLength];
            var length = await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, ct);
            var type = MediaType.Detect(header.AsSpan(0, length));
            var problem = ContentMismatchMessages.DescribeMismatch(Path.GetFileName(entry.Path), type, header.AsSpan(0, length));
            if (type == MediaType.Unknown) return new(entry, null, type) { Problem = problem };
            stream.Position = 0;
            var hash = await Sha256Hex.ComputeAsync(stream, ct);
            // The file is being written to, so the bytes just hashed are out of date.
            if (MediaFileLocator.FindAt(entry.Root, entry.Path) is not { } current || current.Length != entry.Length
                || current.ModifiedAt.UtcTicks != entry.ModifiedTicks) return CountWaiting(tally);
            return new(entry, hash, type, sidecars.FindPostId(entry.Root, entry.Path)) { Problem = problem };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Reject(entry, tally, "Can't read the file.");
        }
    }

    private static ScannedFile? Reject(FileEntry entry, ScanCounters tally, string reason)
    {
        lock (tally) tally.AddRejected(Path.Combine(entry.Root, entry.Path), reason);
        return null;
    }

    private static ScannedFile? CountWaiting(ScanCounters tally)
    {
        lock (tally) tally.Waiting++;
        return null;
    }

    private static ParallelOptions GetOptions(CancellationToken ct) => new() { MaxDegreeOfParallelism = MaxDegree, CancellationToken = ct };
}
