using System.Collections.Immutable;
using Marten;

namespace Sovia.Media.Verification;

/// <summary>Reads every known file again and compares its hash with the recorded one. Changes nothing.</summary>
public sealed class VerifyFiles(ISessionFactory sessions, AllMediaRoots roots)
{
    private const int Stretch = 200;

    /// <summary>Verifies all files, in batches.</summary>
    /// <param name="progress">Receives the report after each file.</param>
    /// <param name="ct">Stops between reads.</param>
    public async Task<VerifyReport> RunAsync(IProgress<VerifyReport>? progress, CancellationToken ct)
    {
        var report = new VerifyReport { Total = await CountAsync(ct) };
        var known = await roots.ListAsync(ct);
        var last = Guid.Empty;
        while (true)
        {
            IReadOnlyList<FileLocation> files;
            await using (var session = sessions.QuerySession())
                files = await session.Query<FileLocation>().Where(file => file.Id > last && file.Sha256 != null).OrderBy(file => file.Id)
                    .Take(Stretch).ToListAsync(ct);
            foreach (var file in files.Where(file => known.Contains(file.Root)))
            {
                var (fault, bytes) = await LookAsync(file, ct);
                report = Add(report, fault, bytes);
                progress?.Report(report);
            }
            if (files.Count < Stretch) return report;
            last = files[^1].Id;
        }
    }

    private async Task<long> CountAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await session.Query<FileLocation>().CountAsync(file => file.Sha256 != null, ct);
    }

    private static async Task<(CorruptFile? Fault, long Bytes)> LookAsync(FileLocation known, CancellationToken ct)
    {
        CorruptFile Fault(FileFault fault, string reason) => new(Path.Combine(known.Root, known.Path), known.Sha256!, fault, reason);
        if (LocalMedia.FindAt(known.Root, known.Path) is not { } file)
            return (Fault(FileFault.Gone, "File missing, or drive not connected."), 0);
        if (file.Length != known.Length || file.ModifiedAt.UtcTicks != known.ModifiedTicks)
            return (Fault(FileFault.Changed, "Modified since the last scan."), 0);
        try
        {
            await using var bytes = file.Open();
            var sha256 = await Sha256Hex.ComputeAsync(bytes, ct);
            return (sha256 == known.Sha256 ? null
                : Fault(FileFault.Rotten,
                    "Content changed without the file being modified (possible disk corruption). Restore or download it again."),
                    file.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (Fault(FileFault.Unreadable, $"Can't read the file: {e.Message}"), 0);
        }
    }

    private static VerifyReport Add(VerifyReport report, CorruptFile? found, long bytes)
    {
        report = report with { Checked = report.Checked + 1, Bytes = report.Bytes + bytes, Good = report.Good + (found is null ? 1 : 0) };
        if (found is null) return report;
        var faults = report.Faults.ToImmutableDictionary();
        return report with
        {
            Faults = faults.SetItem(found.Fault, faults.GetValueOrDefault(found.Fault) + 1),
            Files = report.Files.Count < VerifyReport.MaxFiles ? [.. report.Files, found] : report.Files,
        };
    }
}
