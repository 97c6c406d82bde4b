using Marten;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Metadata;
using Sovia.Metadata.Probing;

namespace Sovia.Media.Scanning;

/// <summary>Stores an uploaded file under its hash and matches it by its original name.</summary>
public sealed class StoreUpload(UploadFolder uploadFolder, MediaProbe probe, JobWakeSignal wakeSignal, ISessionFactory sessions,
    TimeProvider clock)
{
    private const int MaxNameLength = 255;

    /// <summary>Stores the content, once even if uploaded repeatedly, and matches it to a post.</summary>
    /// <param name="name">The original file name; never used as a path.</param>
    /// <param name="content">The content, read to the end.</param>
    /// <param name="ct">Cancels and deletes the partial file.</param>
    public async Task<StoredUpload> StoreAsync(string name, Stream content, CancellationToken ct)
    {
        Directory.CreateDirectory(uploadFolder.Folder);
        var temporaryPath = Path.Combine(uploadFolder.Folder, UploadFolder.CreateTemporaryName());
        try
        {
            var (hash, type, problem) = await WriteAsync(temporaryPath, GetFileName(name), content, ct);
            if (type == MediaType.Unknown) return new(null, [], problem ?? "Unsupported file type. Upload images, videos or audio.");
            var path = UploadFolder.GetPath(hash, type);
            MoveIntoPlace(temporaryPath, Path.Combine(uploadFolder.Folder, path));
            return await RecordAsync(path, hash, type, GetFileName(name), ct);
        }
        finally
        {
            File.Delete(temporaryPath);
        }
    }

    private static async Task<(string Hash, MediaType Type, string? Problem)> WriteAsync(string path, string name, Stream content,
        CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.Asynchronous);
        await content.CopyToAsync(file, ct);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        var header = new byte[MediaType.LongHeaderLength];
        var bytesRead = await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, ct);
        file.Position = 0;
        var type = MediaType.Detect(header.AsSpan(0, bytesRead));
        return (await Sha256Hex.ComputeAsync(file, ct), type,
            ContentMismatchMessages.DescribeMismatch(name, type, header.AsSpan(0, bytesRead)));
    }

    // A file with the same hash and length is the same content. Keeping it preserves its modification time, so no scan reads it again.
    private static void MoveIntoPlace(string temporaryPath, string targetPath)
    {
        if (new FileInfo(targetPath) is { Exists: true } existing && existing.Length == new FileInfo(temporaryPath).Length) return;
        Directory.CreateDirectory(Path.GetDirectoryName(targetPath)!);
        File.Move(temporaryPath, targetPath, overwrite: true);
    }

    private async Task<StoredUpload> RecordAsync(string path, string hash, MediaType type, string name, CancellationToken ct)
    {
        var recorder = new SaveScanChanges(sessions, clock);
        var info = new FileInfo(Path.Combine(uploadFolder.Folder, path));
        var file = new ScannedFile(new(uploadFolder.Folder, path, info.Length, info.LastWriteTimeUtc.Ticks), hash, type, Name: name);
        if ((await recorder.FindKnownHashesAsync([hash], ct)).Count == 0) file = await new HashAndProbeFiles(probe, recorder)
            .ProbeAsync(file, ct);
        var changes = new ScanChanges();
        changes.Files.Add(file);
        string? refusal = null;
        await recorder.RecordAsync(changes, (_, reason) => refusal = reason, ct);
        if (refusal is not null) return new(null, [], refusal);
        wakeSignal.Signal(FindDamagedVideosJob.JobName);
        await using var session = sessions.QuerySession();
        var matches = await session.Query<FileMatch>().Where(match => match.Sha256 == hash).ToListAsync(ct);
        return new(await session.LoadAsync<MediaFile>(hash, ct), [.. matches.Select(match => match.PostId).Distinct()]);
    }

    private static string GetFileName(string name)
    {
        var fileName = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return StorableText.SanitizeLine(fileName, MaxNameLength);
    }
}
