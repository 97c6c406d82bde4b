using System.Globalization;
using Sovia.Media.Scanning;

namespace Sovia.Commands;

/// <summary>Prints the result of a scan as text.</summary>
internal static class ScanReportText
{
    private const int MaxNotesShown = 20;

    /// <summary>Prints the report.</summary>
    public static void Print(ScanReport report, TextWriter output)
    {
        static string Format(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
        foreach (var root in report.Roots) output.WriteLine($"Scanned {root}");
        if (report.NothingRead) output.WriteLine("No folder could be read.");
        output.WriteLine(
            $"{Format(report.Files)} files: {Format(report.New)} new, {Format(report.Changed)} changed, {Format(report.Unchanged)} unchanged, {Format(report.Other)} not media, {Format(report.Waiting)} still being written, {Format(report.Missing)} missing, {Format(report.Rejected)} rejected.");
        if (report.ExcludedFolders + report.ExcludedFiles > 0)
            output.WriteLine(
                $"Skipped: {Format(report.ExcludedFolders)} folders, {Format(report.ExcludedFiles)} files that are hidden or belong to other programs. Sovia:ExcludedFolders adds more.");
        output.WriteLine(
            $"{Format(report.Matched.Values.Sum())} matched, {Format(report.Ambiguous)} ambiguous, {Format(report.Unmatched)} unmatched.");
        foreach (var (method, count) in report.Matched) output.WriteLine($"  {method}: {Format(count)}");
        foreach (var note in report.Notes.Take(MaxNotesShown)) output.WriteLine($"{note.Path}: {note.Reason}");
        if (report.Rejected > MaxNotesShown) output.WriteLine($"... and {Format(report.Rejected - MaxNotesShown)} more.");
    }
}
