using Sovia.Import;
using Sovia.Import.Previews;

namespace Sovia.Pages.Import;

/// <summary>One count of an import run.</summary>
/// <param name="Name">The label.</param>
/// <param name="Value">The count.</param>
/// <param name="IsProblem">Whether a count above zero is a problem to look at.</param>
public sealed record ImportCount(string Name, int Value, bool IsProblem = false)
{
    /// <summary>Returns the counts of a run that has been written.</summary>
    public static IReadOnlyList<ImportCount> CreateAll(ImportCounts counts) =>
    [
        new("Stacks", counts.Families), new("Images", counts.Images), new("Videos", counts.Videos), new("Items", counts.Posts),
        new("New", counts.New), new("Updated", counts.Changed), new("Unchanged", counts.Unchanged), new("In trash", counts.Trashed),
        new("Rejected", counts.Rejected, IsProblem: true),
    ];

    /// <summary>Returns the counts of a run at its preview.</summary>
    public static IReadOnlyList<ImportCount> CreateAll(ImportRun run, ImportPreview preview) =>
    [
        new("New items", run.Counts.New), new("Updated", run.Counts.Changed), new("Unchanged", run.Counts.Unchanged),
        new("In trash", run.Counts.Trashed), new("Rejected", run.Counts.Rejected, IsProblem: true),
        new("Stacks", run.Counts.Families), new("New stacks", preview.NewFamilies),
        new("New videos in existing stacks", preview.NewVideosInKnownFamilies),
        new("Conflicts", run.IssueCounts.GetValueOrDefault(IssueCode.Conflict), IsProblem: true),
    ];
}
