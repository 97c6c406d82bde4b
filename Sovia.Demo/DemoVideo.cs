namespace Sovia.Demo;

/// <summary>A clip made from a still.</summary>
/// <param name="Motion">What moves.</param>
/// <param name="Prompt">What was asked for; without words the mode is <c>normal</c>.</param>
/// <param name="Caption">What the model is said to have written about it.</param>
internal sealed record DemoVideo(Motion Motion, string? Prompt = null, string? Caption = null)
{
    /// <summary>Frames per second.</summary>
    public const int FrameRate = 24;

    /// <summary>The frames of each video.</summary>
    public const int FrameCount = 72;

    /// <summary>The length of each video in seconds.</summary>
    public const double DurationSeconds = (double)FrameCount / FrameRate;
}
