using System.Globalization;
using Sovia.Downloads.Runs;
using Sovia.Media.Scanning;
using Sovia.Media.Verification;
using Sovia.Web;

namespace Sovia.Pages.Media;

/// <summary>Status texts of scans and downloads.</summary>
public static class MediaText
{
    /// <summary>Formats a number with separators.</summary>
    public static string FormatNumber(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Describes the result of a scan.</summary>
    public static string Describe(ScanReport report, bool isRunning) =>
        $"{(isRunning ? "Scanning:" : "Last scan:")} {FormatNumber(report.Files)} files, {FormatNumber(report.New)} new, {FormatNumber(report.Changed)} changed, {FormatNumber(report.Missing)} missing{(report.Rejected > 0 ? $", {FormatNumber(report.Rejected)} rejected" : "")}.{DescribeSkipped(report)}";

    /// <summary>Describes in a sentence what a scan skipped; empty for nothing.</summary>
    public static string DescribeSkipped(ScanReport report) => (report.ExcludedFolders, report.ExcludedFiles) switch
    {
        (0, 0) => "",
        (var folders, 0) => $" Skipped {FormatFolders(folders)} that are hidden or belong to other programs.",
        (0, var files) => $" Skipped {FormatFiles(files)} that are hidden or belong to other programs.",
        var (folders, files) => $" Skipped {FormatFolders(folders)} and {FormatFiles(files)} that are hidden or belong to other programs.",
    };

    private static string FormatFolders(int count) => $"{FormatNumber(count)} {(count == 1 ? "folder" : "folders")}";

    private static string FormatFiles(int count) => $"{FormatNumber(count)} {(count == 1 ? "file" : "files")}";

    /// <summary>Describes the result of a verification.</summary>
    public static string Describe(VerifyReport report, bool isRunning)
    {
        var faultCount = report.Faults.Values.Sum();
        return $"{(isRunning ? $"Verified {FormatNumber(report.Checked)} of {FormatNumber(report.Total)}" : $"Last verification: {FormatNumber(report.Checked)} files")}, {(faultCount == 0 ? "all unchanged" : $"{FormatNumber(faultCount)} changed")}.";
    }

    /// <summary>Describes the progress of a download.</summary>
    public static string Describe(DownloadRun run)
    {
        var failedCount = run.Counts.Failed.Values.Sum();
        var progress =
            $"{FormatNumber(run.Counts.Done)} downloaded ({ByteSize.Format(run.Counts.Bytes)}){(failedCount > 0 ? $", {FormatNumber(failedCount)} failed" : "")}";
        return run.State switch
        {
            DownloadState.Queued => "Queued.",
            DownloadState.Running when run.Counts.Total is { } total => $"Downloading {FormatNumber(total)} files: {progress}.",
            DownloadState.Running => "Checking for missing files…",
            DownloadState.Paused => $"Paused: {progress}.",
            DownloadState.Cancelled => $"Cancelled: {progress}.",
            DownloadState.Failed => $"Stopped early: {progress}.",
            _ when run.Counts.Total == 0 => "No public files are missing.",
            _ => $"Done: {progress}.",
        };
    }

    /// <summary>Returns the number of files that were downloaded or failed.</summary>
    public static int CountTried(DownloadRun run) => run.Counts.Done + run.Counts.Failed.Values.Sum();
}
