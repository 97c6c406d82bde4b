using System.Collections.Immutable;
using Marten;

namespace Sovia.Media.Verification;

/// <summary>Reads every known file again and compares its hash with the recorded one. Changes nothing.</summary>
public sealed class VerifyFiles(ISessionFactory sessions, AllMediaRoots roots)
{
    private const int BatchSize = 200;

    /// <summary>Verifies all files, in batches.</summary>
    /// <param name="progress">Receives the report after each file.</param>
    /// <param name="ct">Stops between reads.</param>
    public async Task<VerifyReport> RunAsync(IProgress<VerifyReport>? progress, CancellationToken ct)
    {
        var report = new VerifyReport { Total = await CountAsync(ct) };
        var mediaRoots = await roots.ListAsync(ct);
        var lastId = Guid.Empty;
        while (true)
        {
            IReadOnlyList<FileLocation> files;
            await using (var session = sessions.QuerySession())
                files = await session.Query<FileLocation>().Where(file => file.Id > lastId && file.Sha256 != null).OrderBy(file => file.Id)
                    .Take(BatchSize).ToListAsync(ct);
            foreach (var file in files.Where(file => mediaRoots.Contains(file.Root)))
            {
                var (fault, bytes) = await VerifyAsync(file, ct);
                report = AddResult(report, fault, bytes);
                progress?.Report(report);
            }
            if (files.Count < BatchSize) return report;
            lastId = files[^1].Id;
        }
    }

    private async Task<long> CountAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.Query<FileLocation>().CountAsync(file => file.Sha256 != null, ct);
    }

    private static async Task<(FaultyFile? Fault, long Bytes)> VerifyAsync(FileLocation entry, CancellationToken ct)
    {
        FaultyFile CreateFault(FileFault fault, string reason) => new(Path.Combine(entry.Root, entry.Path), entry.Sha256!, fault, reason);
        if (MediaFileLocator.FindAt(entry.Root, entry.Path) is not { } file)
            return (CreateFault(FileFault.Gone, "File missing, or drive not connected."), 0);
        if (file.Length != entry.Length || file.ModifiedAt.UtcTicks != entry.ModifiedTicks)
            return (CreateFault(FileFault.Changed, "Modified since the last scan."), 0);
        try
        {
            await using var stream = file.Open();
            var sha256 = await Sha256Hex.ComputeAsync(stream, ct);
            return (sha256 == entry.Sha256 ? null
                : CreateFault(FileFault.Rotten,
                    "Content changed without the file being modified (possible disk corruption). Restore or download it again."),
                    file.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (CreateFault(FileFault.Unreadable, $"Can't read the file: {e.Message}"), 0);
        }
    }

    private static VerifyReport AddResult(VerifyReport report, FaultyFile? fault, long bytes)
    {
        report = report with { Checked = report.Checked + 1, Bytes = report.Bytes + bytes, Good = report.Good + (fault is null ? 1 : 0) };
        if (fault is null) return report;
        var faults = report.Faults.ToImmutableDictionary();
        return report with
        {
            Faults = faults.SetItem(fault.Fault, faults.GetValueOrDefault(fault.Fault) + 1),
            Files = report.Files.Count < VerifyReport.MaxFiles ? [.. report.Files, fault] : report.Files,
        };
    }
}
