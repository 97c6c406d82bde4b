using Sovia.Media.Review;

namespace Sovia.Pages.Media;

/// <summary>A page of files to review.</summary>
/// <param name="Page">The files.</param>
/// <param name="IsAmbiguous">Whether it lists the files that match several posts.</param>
public sealed record ReviewView(ReviewPage Page, bool IsAmbiguous)
{
    /// <summary>The words that items were searched by for a single file; null in the list of files.</summary>
    public string? Find { get; init; }

    /// <summary>The address of the stretch below, or null at the end.</summary>
    public string? NextUrl => Page.NextCursor is { } after ? $"/media/review?{(IsAmbiguous ? "state=ambiguous&" : "")}after={after}" : null;
}
