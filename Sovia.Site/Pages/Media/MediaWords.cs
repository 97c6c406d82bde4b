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
        $"{(isRunning ? "So far" : "Last look:")} {Number(report.Seen)} files, {Number(report.New)} new, {Number(report.Changed)} changed, {Number(report.Missing)} gone{(report.Rejected > 0 ? $", {Number(report.Rejected)} refused" : "")}.{PassedBy(report)}";

    /// <summary>What a scan did not look at, as a sentence; empty where there was nothing.</summary>
    public static string PassedBy(ScanReport report) => (report.PassedFolders, report.PassedFiles) switch
    {
        (0, 0) => "",
        (var folders, 0) => $" Passed by {Folders(folders)} that are hidden or other programs'.",
        (0, var files) => $" Passed by {Files(files)} that are hidden or other programs'.",
        var (folders, files) => $" Passed by {Folders(folders)} and {Files(files)} that are hidden or other programs'.",
    };

    private static string Folders(int count) => $"{Number(count)} {(count == 1 ? "folder" : "folders")}";

    private static string Files(int count) => $"{Number(count)} {(count == 1 ? "file" : "files")}";

    /// <summary>What a verification found.</summary>
    public static string Of(VerifyReport report, bool isRunning)
    {
        var faults = report.Faults.Values.Sum();
        return $"{(isRunning ? $"Read {Number(report.Checked)} of {Number(report.Total)}" : $"Last check: {Number(report.Checked)} files read")}, {(faults == 0 ? "all as they were" : $"{Number(faults)} not as they were")}.";
    }

    /// <summary>How far a download is.</summary>
    public static string Of(DownloadRun run)
    {
        var failed = run.Counts.Failed.Values.Sum();
        var came = $"{Number(run.Counts.Done)} came home ({RunState.Size(run.Counts.Bytes)}){(failed > 0 ? $", {Number(failed)} did not" : "")}";
        return run.State switch
        {
            DownloadState.Queued => "Waiting for its turn.",
            DownloadState.Running when run.Counts.Wanted is { } wanted => $"Fetching: {came}, of {Number(wanted)}.",
            DownloadState.Running => "Counting what is missing.",
            DownloadState.Paused => $"Paused: {came}.",
            DownloadState.Cancelled => $"Stopped: {came}.",
            DownloadState.Failed => $"Ended early: {came}.",
            _ when run.Counts.Wanted == 0 => "Nothing public is missing.",
            _ => $"Done: {came}.",
        };
    }

    /// <summary>Files that came home or have a reason not to.</summary>
    public static int Tried(DownloadRun run) => run.Counts.Done + run.Counts.Failed.Values.Sum();
}
