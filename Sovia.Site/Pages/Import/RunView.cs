using System.Globalization;
using Microsoft.AspNetCore.Html;
using Sovia.Import;

namespace Sovia.Pages.Import;

/// <summary>A run on its page.</summary>
/// <param name="Run">The run.</param>
/// <param name="IsFragment">Whether htmx asked again while it goes on.</param>
public sealed record RunView(ImportRun Run, bool IsFragment)
{
    /// <summary>How it stands.</summary>
    public RunState State => RunState.Of(Run);

    /// <summary>How it stands and what it reads.</summary>
    public string Title => $"{State.Title}: {RunLine.NamesOf(Run)}";

    /// <summary>Whether the page asks again by itself.</summary>
    public bool IsUnderWay => !Run.HasEnded && Run.State != ImportState.Preview;

    /// <summary>The state as addresses and scripts spell it.</summary>
    public string StateName => Run.State.ToString().ToLowerInvariant();

    /// <summary>Bytes read in per cent, or null before any are.</summary>
    public int? Percent => Run.BytesTotal == 0 || Run.State == ImportState.Queued ? null : (int)(100 * Math.Min(Run.BytesRead, Run.BytesTotal) / Run.BytesTotal);

    /// <summary>How long it took, or null while it goes on.</summary>
    public string? Took => Run.FinishedAt is not { } end ? null : (end - Run.StartedAt).TotalSeconds switch
    {
        < 60 and var seconds => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(seconds, 0.1):0.0} s"),
        var seconds => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 60):0} min {seconds % 60:0} s"),
    };

    /// <summary>The numbers of an ended run as attributes for scripts to read; nothing while they may change.</summary>
    public IHtmlContent Numbers => new HtmlString(!Run.HasEnded ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"data-families=\"{Run.Counts.Families}\" data-posts=\"{Run.Counts.Posts}\" data-new=\"{Run.Counts.New}\" data-changed=\"{Run.Counts.Changed}\" data-unchanged=\"{Run.Counts.Unchanged}\" data-rejected=\"{Run.Counts.Rejected}\""));
}
