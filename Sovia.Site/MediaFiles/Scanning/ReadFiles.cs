using Sovia.MediaFiles.Embedded;
using Sovia.MediaFiles.Pictures;

namespace Sovia.MediaFiles.Scanning;

/// <summary>Opens new and changed files: type, hash and sidecar of each, facts and metadata of contents not met before.</summary>
internal sealed class ReadFiles(MediaProbe probe, RecordFiles record)
{
    private static readonly int Degree = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Reads a stretch of files; those that cannot be read, or change meanwhile, are left out and counted.</summary>
    public async Task<IReadOnlyList<ReadFile>> ReadAsync(IReadOnlyCollection<SeenFile> files, ScanTally tally, CancellationToken ct)
    {
        var read = new ReadFile?[files.Count];
        var companions = new Companions();
        await Parallel.ForEachAsync(files.Select((file, at) => (file, at)), Options(ct), async (pair, stop) => read[pair.at] = await HashAsync(pair.file, companions, tally, stop));
        var whole = read.OfType<ReadFile>().ToList();
        var known = await record.KnownAsync([.. whole.Select(file => file.Sha256).OfType<string>().Distinct()], ct);
        var unknown = whole.Where(file => file.Sha256 is not null && known.Add(file.Sha256)).ToHashSet();
        var probed = new ReadFile[whole.Count];
        await Parallel.ForEachAsync(whole.Select((file, at) => (file, at)), Options(ct), async (pair, stop) => probed[pair.at] = unknown.Contains(pair.file) ? await ProbeAsync(pair.file, stop) : pair.file);
        return probed;
    }

    /// <summary>Adds facts and metadata to a content not met before.</summary>
    public async Task<ReadFile> ProbeAsync(ReadFile file, CancellationToken ct)
    {
        if (LocalMedia.At(file.Seen.Root, file.Seen.Path) is not { } there) return file;
        var facts = await probe.ProbeAsync(there.FullPath, file.Type, ct);
        return file with { CanWatch = probe.CanWatch, Facts = facts, Embedded = await EmbeddedReader.ReadAsync(there.FullPath, ct) };
    }

    private static async Task<ReadFile?> HashAsync(SeenFile seen, Companions companions, ScanTally tally, CancellationToken ct)
    {
        try
        {
            if (LocalMedia.At(seen.Root, seen.Path) is not { } file) return Refuse(seen, tally, "Can't read the file.");
            if (Unfinished.HasControlFile(file.FullPath)) return Wait(tally);
            await using var bytes = file.Open();
            var head = new byte[MediaType.LongHead];
            var length = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
            var type = MediaType.Of(head.AsSpan(0, length));
            var problem = OtherContent.Problem(Path.GetFileName(seen.Path), type, head.AsSpan(0, length));
            if (type == MediaType.Unknown) return new(seen, null, type) { Problem = problem };
            bytes.Position = 0;
            var hash = await HashBytes.OfAsync(bytes, ct);
            // Somebody is writing to it, so these bytes are already not what it holds.
            if (LocalMedia.At(seen.Root, seen.Path) is not { } after || after.Length != seen.Length || after.ModifiedAt.UtcTicks != seen.ModifiedTicks) return Wait(tally);
            return new(seen, hash, type, companions.StatedFor(seen.Root, seen.Path)) { Problem = problem };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(seen, tally, "Can't read the file.");
        }
    }

    private static ReadFile? Refuse(SeenFile seen, ScanTally tally, string reason)
    {
        lock (tally) tally.Reject(Path.Combine(seen.Root, seen.Path), reason);
        return null;
    }

    private static ReadFile? Wait(ScanTally tally)
    {
        lock (tally) tally.Waiting++;
        return null;
    }

    private static ParallelOptions Options(CancellationToken ct) => new() { MaxDegreeOfParallelism = Degree, CancellationToken = ct };
}
