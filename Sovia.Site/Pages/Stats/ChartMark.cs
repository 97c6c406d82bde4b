namespace Sovia.Pages.Stats;

/// <summary>One bar or cell of a chart.</summary>
/// <param name="Name">What it stands for, for people: the label and the number.</param>
/// <param name="Label">What is written at it; empty for nothing.</param>
/// <param name="Href">The gallery of exactly what it stands for.</param>
/// <param name="X">The left edge.</param>
/// <param name="Y">The top edge.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high it is.</param>
/// <param name="Level">How strong it is, 1 to 4.</param>
public sealed record ChartMark(string Name, string Label, string Href, double X, double Y, double Width, double Height, int Level = 4)
{
    /// <summary>Where the label begins, or its middle.</summary>
    public double LabelX { get; init; }

    /// <summary>Where the label stands.</summary>
    public double LabelY { get; init; }
}
