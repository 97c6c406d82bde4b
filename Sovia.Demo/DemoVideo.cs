namespace Sovia.Demo;

/// <summary>A video made from an image.</summary>
/// <param name="Motion">The motion.</param>
/// <param name="Prompt">The prompt; null for the modes without one, such as <c>normal</c>.</param>
/// <param name="Caption">The caption attributed to the model; null for none.</param>
internal sealed record DemoVideo(Motion Motion, string? Prompt = null, string? Caption = null)
{
    /// <summary>Frames per second.</summary>
    public const int FrameRate = 24;

    /// <summary>The number of frames of each video.</summary>
    public const int FrameCount = 72;

    /// <summary>The length of each video in seconds.</summary>
    public const double DurationSeconds = (double)FrameCount / FrameRate;
}
