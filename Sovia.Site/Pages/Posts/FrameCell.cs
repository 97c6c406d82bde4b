using System.Globalization;
using Sovia.MediaFiles.Pictures;

namespace Sovia.Pages.Posts;

/// <summary>One frame of a contact sheet.</summary>
/// <param name="Address">The video's page, at this frame.</param>
/// <param name="Time">When it is shown, as minutes, seconds and hundredths.</param>
/// <param name="Left">Where it lies in the sprite, in percent as <c>object-position</c> counts.</param>
public sealed record FrameCell(string Address, string Time, string Left)
{
    /// <summary>All frames of a clip's sprite.</summary>
    /// <param name="page">The video's page.</param>
    /// <param name="duration">How long it is, in seconds.</param>
    public static IReadOnlyList<FrameCell> Of(string page, double duration) => [.. Enumerable.Range(0, PictureVariant.SpriteFrames).Select(frame =>
    {
        var at = duration * frame / PictureVariant.SpriteFrames;
        return new FrameCell(
            frame == 0 ? page : string.Create(CultureInfo.InvariantCulture, $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}t={at:0.###}"),
            TimeSpan.FromSeconds(at).ToString(@"m\:ss\.ff", CultureInfo.InvariantCulture),
            (100.0 * frame / (PictureVariant.SpriteFrames - 1)).ToString("0.####", CultureInfo.InvariantCulture));
    })];
}
