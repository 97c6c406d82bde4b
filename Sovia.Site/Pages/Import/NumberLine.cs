using Sovia.Import;
using Sovia.Import.Previews;

namespace Sovia.Pages.Import;

/// <summary>One figure of a run.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Value">How much.</param>
/// <param name="IsBad">Whether anything above zero is worth a look.</param>
public sealed record NumberLine(string Name, int Value, bool IsBad = false)
{
    /// <summary>The figures of a run that is written.</summary>
    public static IReadOnlyList<NumberLine> Of(ImportCounts counts) =>
    [
        new("Families", counts.Families), new("Images", counts.Images), new("Videos", counts.Videos), new("Posts", counts.Posts),
        new("New", counts.New), new("Changed", counts.Changed), new("Unchanged", counts.Unchanged), new("In trash", counts.Trashed), new("Rejected", counts.Rejected, IsBad: true),
    ];

    /// <summary>The figures of a run at its preview.</summary>
    public static IReadOnlyList<NumberLine> Of(ImportRun run, ImportPreview preview) =>
    [
        new("New posts", run.Counts.New), new("Changed", run.Counts.Changed), new("Unchanged", run.Counts.Unchanged), new("In trash", run.Counts.Trashed), new("Rejected", run.Counts.Rejected, IsBad: true),
        new("Families", run.Counts.Families), new("New families", preview.NewFamilies), new("New videos of known families", preview.NewVideosOfKnown),
        new("Conflicting", run.IssueCounts.GetValueOrDefault(IssueCode.Conflict), IsBad: true),
    ];
}
