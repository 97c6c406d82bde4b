using System.Globalization;
using Microsoft.AspNetCore.Html;
using Sovia.Downloads.Overview;
using Sovia.Import;
using Sovia.Import.Previews;

namespace Sovia.Pages.Import;

/// <summary>A run on its page.</summary>
/// <param name="Run">The run.</param>
/// <param name="IsFragment">Whether htmx asked again while it goes on.</param>
/// <param name="Now">The time, UTC.</param>
public sealed record ImportRunView(ImportRun Run, bool IsFragment, DateTimeOffset Now)
{
    /// <summary>What it would bring; null unless it waits for a go-ahead.</summary>
    public ImportPreview? Preview { get; init; }

    /// <summary>Where its files are; null unless it has brought something.</summary>
    public RunMediaCounts? Media { get; init; }

    /// <summary>How many posts of it are in the trash now.</summary>
    public int Trashed { get; init; }

    /// <summary>What imports wait for, such as room on the disk; null where they go on.</summary>
    public string? BlockedReason { get; init; }

    /// <summary>How it stands.</summary>
    public ImportStateView State => ImportStateView.FromRun(Run);

    /// <summary>The heading of its page. A preview of files that were imported before says so.</summary>
    public string Heading => Run.State == ImportState.Preview && Preview?.Earlier is not null ? "Already imported" : State.Title;

    /// <summary>How it stands and what it reads.</summary>
    public string Title => $"{Heading}: {ImportRunItem.FormatFileNames(Run)}";

    /// <summary>Whether the page asks again by itself.</summary>
    public bool IsRunning => !Run.HasEnded && Run.State != ImportState.Preview;

    /// <summary>Whether it can be stopped.</summary>
    public bool CanStop => IsRunning && Run.State != ImportState.Undoing;

    /// <summary>Whether it can be undone.</summary>
    public bool CanUndo => Run is { HasEnded: true, State: not ImportState.Undone, Counts.Posts: > 0 };

    /// <summary>The current step of the wizard, or null if the import has ended or is being undone.</summary>
    public ImportStep? Step => Run.State switch
    {
        ImportState.Reading or ImportState.Preview => ImportStep.Preview,
        ImportState.Queued => Run.AsksFirst ? ImportStep.Preview : ImportStep.Import,
        ImportState.Importing => ImportStep.Import,
        _ => null,
    };

    /// <summary>The state as addresses and scripts spell it.</summary>
    public string StateName => Run.State.ToString().ToLowerInvariant();

    /// <summary>Bytes read in per cent, or null before any are.</summary>
    public int? Percent =>
        Run.BytesTotal == 0 || Run.State == ImportState.Queued ? null
        : (int)(100 * Math.Min(Run.BytesRead, Run.BytesTotal) / Run.BytesTotal);

    /// <summary>How many posts went by, how fast, and how long the rest takes, as far as is known.</summary>
    public string PaceText => string.Join(" · ", new[]
    {
        Run.Counts.Posts == 0 ? null : Run.Expected is { } all && all >= Run.Counts.Posts
        ? $"{ImportStateView.FormatNumber(Run.Counts.Posts)} of {ImportRunItem.FormatCount(all, "item")}"
        : ImportRunItem.FormatCount(Run.Counts.Posts, "item"),
        Run.Pace?.PostsPerSecond(Run, Now) is { } speed ? $"{ImportStateView.FormatNumber((long)Math.Ceiling(speed))} per second" : null,
        Run.Pace?.EstimateRemaining(Run, Now) is { } left
        ? $"about {(left < TimeSpan.FromSeconds(2) ? "a second" : ImportRunItem.FormatTimeSpan(TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds))).Replace(".0 s", " s", StringComparison.Ordinal))} left" : null,
    }.OfType<string>());

    /// <summary>
    /// The numbers of a run that has been read to its end as attributes for scripts to read; nothing while they may change.
    /// </summary>
    public IHtmlContent CountAttributes => new HtmlString(IsRunning ? "" : string.Join(' ', new (string Name, int Value)[]
    {
        ("families", Run.Counts.Families), ("posts", Run.Counts.Posts), ("new", Run.Counts.New), ("changed", Run.Counts.Changed),
        ("unchanged", Run.Counts.Unchanged),
        ("trashed", Run.Counts.Trashed), ("rejected", Run.Counts.Rejected),
    }.Select(number => string.Create(CultureInfo.InvariantCulture, $"data-{number.Name}=\"{number.Value}\""))));
}
