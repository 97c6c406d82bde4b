namespace Sovia.Pages.Stats;

/// <summary>One bar or cell of a chart.</summary>
/// <param name="Name">The accessible name: the label and the number.</param>
/// <param name="Label">The visible label; empty for none.</param>
/// <param name="Href">The gallery URL of exactly the items it represents.</param>
/// <param name="X">The left edge.</param>
/// <param name="Y">The top edge.</param>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="Level">The colour intensity, 1 to 4.</param>
public sealed record ChartMark(string Name, string Label, string Href, double X, double Y, double Width, double Height, int Level = 4)
{
    /// <summary>The horizontal position of the label's start or middle.</summary>
    public double LabelX { get; init; }

    /// <summary>The vertical position of the label.</summary>
    public double LabelY { get; init; }
}
