using Sovia.Import;
using Sovia.Import.Previews;

namespace Sovia.Pages.Import;

/// <summary>One figure of a run.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Value">How much.</param>
/// <param name="IsProblem">Whether anything above zero is worth a look.</param>
public sealed record ImportFigure(string Name, int Value, bool IsProblem = false)
{
    /// <summary>The figures of a run that is written.</summary>
    public static IReadOnlyList<ImportFigure> CreateAll(ImportCounts counts) =>
    [
        new("Stacks", counts.Families), new("Images", counts.Images), new("Videos", counts.Videos), new("Items", counts.Posts),
        new("New", counts.New), new("Updated", counts.Changed), new("Unchanged", counts.Unchanged), new("In trash", counts.Trashed),
        new("Rejected", counts.Rejected, IsProblem: true),
    ];

    /// <summary>The figures of a run at its preview.</summary>
    public static IReadOnlyList<ImportFigure> CreateAll(ImportRun run, ImportPreview preview) =>
    [
        new("New items", run.Counts.New), new("Updated", run.Counts.Changed), new("Unchanged", run.Counts.Unchanged),
        new("In trash", run.Counts.Trashed), new("Rejected", run.Counts.Rejected, IsProblem: true),
        new("Stacks", run.Counts.Families), new("New stacks", preview.NewFamilies),
        new("New videos in existing stacks", preview.NewVideosOfKnown),
        new("Conflicts", run.IssueCounts.GetValueOrDefault(IssueCode.Conflict), IsProblem: true),
    ];
}
