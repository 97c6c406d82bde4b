using System.Globalization;
using Sovia.Media.Scanning;

namespace Sovia.Commands;

/// <summary>Prints the result of a scan as text.</summary>
internal static class ScanReportText
{
    private const int NotesShown = 20;

    /// <summary>Prints the report.</summary>
    public static void Print(ScanReport report, TextWriter output)
    {
        static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
        foreach (var root in report.Roots) output.WriteLine($"Scanned {root}");
        if (report.NothingRead) output.WriteLine("No folder could be read.");
        output.WriteLine(
            $"{Number(report.Seen)} files: {Number(report.New)} new, {Number(report.Changed)} changed, {Number(report.Unchanged)} unchanged, {Number(report.Other)} not media, {Number(report.Waiting)} still being written, {Number(report.Missing)} missing, {Number(report.Rejected)} rejected.");
        if (report.PassedFolders + report.PassedFiles > 0)
            output.WriteLine(
                $"Skipped: {Number(report.PassedFolders)} folders, {Number(report.PassedFiles)} files that are hidden or belong to other programs. Sovia:ExcludedFolders adds more.");
        output.WriteLine(
            $"{Number(report.Matched.Values.Sum())} matched, {Number(report.Ambiguous)} ambiguous, {Number(report.Unmatched)} unmatched.");
        foreach (var (method, count) in report.Matched) output.WriteLine($"  {method}: {Number(count)}");
        foreach (var note in report.Notes.Take(NotesShown)) output.WriteLine($"{note.Path}: {note.Reason}");
        if (report.Rejected > NotesShown) output.WriteLine($"... and {Number(report.Rejected - NotesShown)} more.");
    }
}
