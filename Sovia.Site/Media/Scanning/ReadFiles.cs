using Sovia.Metadata;
using Sovia.Metadata.Probing;

namespace Sovia.Media.Scanning;

/// <summary>Reads new and changed files: type, hash and sidecar of each, facts and metadata of new contents.</summary>
internal sealed class ReadFiles(MediaProbe probe, RecordFiles record)
{
    private static readonly int Degree = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Reads a batch of files. Skips and counts files that cannot be read or that change while being read.</summary>
    public async Task<IReadOnlyList<ScannedFile>> ReadAsync(IReadOnlyCollection<FileEntry> files, ScanCounters tally, CancellationToken ct)
    {
        var read = new ScannedFile?[files.Count];
        var sidecarReader = new SidecarReader();
        await Parallel.ForEachAsync(files.Select((file, at) => (file, at)), Options(ct), async (pair, stop) =>
            read[pair.at] = await HashAsync(pair.file, sidecarReader, tally, stop));
        var whole = read.OfType<ScannedFile>().ToList();
        var known = await record.FindKnownHashesAsync([.. whole.Select(file => file.Sha256).OfType<string>().Distinct()], ct);
        var unknown = whole.Where(file => file.Sha256 is not null && known.Add(file.Sha256)).ToHashSet();
        var probed = new ScannedFile[whole.Count];
        await Parallel.ForEachAsync(whole.Select((file, at) => (file, at)), Options(ct), async (pair, stop) =>
            probed[pair.at] = unknown.Contains(pair.file) ? await ProbeAsync(pair.file, stop) : pair.file);
        return probed;
    }

    /// <summary>Adds facts and metadata to a new content.</summary>
    public async Task<ScannedFile> ProbeAsync(ScannedFile file, CancellationToken ct)
    {
        if (LocalMedia.FindAt(file.Entry.Root, file.Entry.Path) is not { } there) return file;
        var facts = await probe.ProbeAsync(there.FullPath, file.Type, ct);
        return file with
        {
            CanDecodeFully = probe.CanDecodeFully,
            Facts = facts,
            Embedded = await EmbeddedMetadataReader.ReadAsync(there.FullPath, ct)
        };
    }

    private static async Task<ScannedFile?> HashAsync(FileEntry seen, SidecarReader sidecarReader, ScanCounters tally, CancellationToken ct)
    {
        try
        {
            if (LocalMedia.FindAt(seen.Root, seen.Path) is not { } file) return Refuse(seen, tally, "Can't read the file.");
            if (UnfinishedFiles.HasControlFile(file.FullPath)) return Wait(tally);
            await using var bytes = file.Open();
            var head = new byte[MediaType.LongHeaderLength];
            var length = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
            var type = MediaType.Detect(head.AsSpan(0, length));
            var problem = ContentMismatch.DescribeMismatch(Path.GetFileName(seen.Path), type, head.AsSpan(0, length));
            if (type == MediaType.Unknown) return new(seen, null, type) { Problem = problem };
            bytes.Position = 0;
            var hash = await Sha256Hex.ComputeAsync(bytes, ct);
            // The file is being written to, so the bytes just hashed are out of date.
            if (LocalMedia.FindAt(seen.Root, seen.Path) is not { } after || after.Length != seen.Length
                || after.ModifiedAt.UtcTicks != seen.ModifiedTicks) return Wait(tally);
            return new(seen, hash, type, sidecarReader.FindPostId(seen.Root, seen.Path)) { Problem = problem };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(seen, tally, "Can't read the file.");
        }
    }

    private static ScannedFile? Refuse(FileEntry seen, ScanCounters tally, string reason)
    {
        lock (tally) tally.AddRejected(Path.Combine(seen.Root, seen.Path), reason);
        return null;
    }

    private static ScannedFile? Wait(ScanCounters tally)
    {
        lock (tally) tally.Waiting++;
        return null;
    }

    private static ParallelOptions Options(CancellationToken ct) => new() { MaxDegreeOfParallelism = Degree, CancellationToken = ct };
}
