using System.Globalization;
using Sovia.MediaFiles.Downloads.Overview;
using Sovia.MediaFiles.Downloads.Runs;
using Sovia.MediaFiles.Scanning;
using Sovia.Pages.Import;

namespace Sovia.Pages.Media;

/// <summary>Sentences about scans and downloads.</summary>
public static class MediaWords
{
    /// <summary>A number with separators.</summary>
    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What a scan met.</summary>
    public static string Of(ScanReport report, bool isRunning) =>
        $"{(isRunning ? "Scanning:" : "Last scan:")} {Number(report.Seen)} files, {Number(report.New)} new, {Number(report.Changed)} changed, {Number(report.Missing)} missing{(report.Rejected > 0 ? $", {Number(report.Rejected)} rejected" : "")}.{PassedBy(report)}";

    /// <summary>What a scan did not look at, as a sentence; empty where there was nothing.</summary>
    public static string PassedBy(ScanReport report) => (report.PassedFolders, report.PassedFiles) switch
    {
        (0, 0) => "",
        (var folders, 0) => $" Skipped {Folders(folders)} that are hidden or belong to other programs.",
        (0, var files) => $" Skipped {Files(files)} that are hidden or belong to other programs.",
        var (folders, files) => $" Skipped {Folders(folders)} and {Files(files)} that are hidden or belong to other programs.",
    };

    private static string Folders(int count) => $"{Number(count)} {(count == 1 ? "folder" : "folders")}";

    private static string Files(int count) => $"{Number(count)} {(count == 1 ? "file" : "files")}";

    /// <summary>What a verification found.</summary>
    public static string Of(VerifyReport report, bool isRunning)
    {
        var faults = report.Faults.Values.Sum();
        return $"{(isRunning ? $"Verified {Number(report.Checked)} of {Number(report.Total)}" : $"Last verification: {Number(report.Checked)} files")}, {(faults == 0 ? "all unchanged" : $"{Number(faults)} changed")}.";
    }

    /// <summary>How far a download is.</summary>
    public static string Of(DownloadRun run)
    {
        var failed = run.Counts.Failed.Values.Sum();
        var came = $"{Number(run.Counts.Done)} downloaded ({RunState.Size(run.Counts.Bytes)}){(failed > 0 ? $", {Number(failed)} failed" : "")}";
        return run.State switch
        {
            DownloadState.Queued => "Queued.",
            DownloadState.Running when run.Counts.Wanted is { } wanted => $"Downloading {Number(wanted)} files: {came}.",
            DownloadState.Running => "Checking for missing files…",
            DownloadState.Paused => $"Paused: {came}.",
            DownloadState.Cancelled => $"Stopped: {came}.",
            DownloadState.Failed => $"Stopped early: {came}.",
            _ when run.Counts.Wanted == 0 => "No public files are missing.",
            _ => $"Done: {came}.",
        };
    }

    /// <summary>Files that came home or have a reason not to.</summary>
    public static int Tried(DownloadRun run) => run.Counts.Done + run.Counts.Failed.Values.Sum();
}
