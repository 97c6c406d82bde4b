using System.Globalization;
using Microsoft.AspNetCore.Html;
using Sovia.Downloads.Overview;
using Sovia.Import;
using Sovia.Import.Previews;

namespace Sovia.Pages.Import;

/// <summary>The view model of an import run's page.</summary>
/// <param name="Run">The run.</param>
/// <param name="IsFragment">Whether htmx is polling for a fragment.</param>
/// <param name="Now">The current time, UTC.</param>
public sealed record ImportRunView(ImportRun Run, bool IsFragment, DateTimeOffset Now)
{
    /// <summary>The preview of its changes; null unless it awaits confirmation.</summary>
    public ImportPreview? Preview { get; init; }

    /// <summary>The counts of its media files; null unless it has imported posts.</summary>
    public RunMediaCounts? Media { get; init; }

    /// <summary>The number of its posts that are in the trash.</summary>
    public int Trashed { get; init; }

    /// <summary>The reason why imports are blocked, such as a full disk; null if they are not.</summary>
    public string? BlockedReason { get; init; }

    /// <summary>The view model of its state.</summary>
    public ImportStateView State => ImportStateView.FromRun(Run);

    /// <summary>The heading of the page. The preview of files that were imported before says so.</summary>
    public string Heading => Run.State == ImportState.Preview && Preview?.PreviousRunId is not null ? "Already imported" : State.Title;

    /// <summary>The state and the file names.</summary>
    public string Title => $"{Heading}: {ImportRunItem.FormatFileNames(Run)}";

    /// <summary>Whether the page polls for progress.</summary>
    public bool IsRunning => !Run.HasEnded && Run.State != ImportState.Preview;

    /// <summary>Whether it can be stopped.</summary>
    public bool CanStop => IsRunning && Run.State != ImportState.Undoing;

    /// <summary>Whether it can be undone.</summary>
    public bool CanUndo => Run is { HasEnded: true, State: not ImportState.Undone, Counts.Posts: > 0 };

    /// <summary>The current step of the wizard, or null if the import has ended or is being undone.</summary>
    public ImportStep? Step => Run.State switch
    {
        ImportState.Reading or ImportState.Preview => ImportStep.Preview,
        ImportState.Queued => Run.StopsAtPreview ? ImportStep.Preview : ImportStep.Import,
        ImportState.Importing => ImportStep.Import,
        _ => null,
    };

    /// <summary>The state's name in URLs and scripts.</summary>
    public string StateName => Run.State.ToString().ToLowerInvariant();

    /// <summary>Percentage of bytes read; null before the first.</summary>
    public int? Percent =>
        Run.BytesTotal == 0 || Run.State == ImportState.Queued ? null
        : (int)(100 * Math.Min(Run.BytesRead, Run.BytesTotal) / Run.BytesTotal);

    /// <summary>Posts processed, speed and estimated time left; omits unknown values.</summary>
    public string PaceText => string.Join(" · ", new[]
    {
        Run.Counts.Posts == 0 ? null : Run.Expected is { } expected && expected >= Run.Counts.Posts
        ? $"{ImportStateView.FormatNumber(Run.Counts.Posts)} of {ImportRunItem.FormatCount(expected, "item")}"
        : ImportRunItem.FormatCount(Run.Counts.Posts, "item"),
        Run.Pace?.PostsPerSecond(Run, Now) is { } speed ? $"{ImportStateView.FormatNumber((long)Math.Ceiling(speed))} per second" : null,
        Run.Pace?.EstimateRemaining(Run, Now) is { } remaining
        ? $"about {(remaining < TimeSpan.FromSeconds(2) ? "a second" : ImportRunItem.FormatTimeSpan(TimeSpan.FromSeconds(Math.Ceiling(remaining.TotalSeconds))))} left" : null,
    }.OfType<string>());

    /// <summary>
    /// The final counts as attributes for scripts; empty while they may still change.
    /// </summary>
    public IHtmlContent CountAttributes => new HtmlString(IsRunning ? "" : string.Join(' ', new (string Name, int Value)[]
    {
        ("families", Run.Counts.Families), ("posts", Run.Counts.Posts), ("new", Run.Counts.New), ("changed", Run.Counts.Changed),
        ("unchanged", Run.Counts.Unchanged),
        ("trashed", Run.Counts.Trashed), ("rejected", Run.Counts.Rejected),
    }.Select(count => string.Create(CultureInfo.InvariantCulture, $"data-{count.Name}=\"{count.Value}\""))));
}
