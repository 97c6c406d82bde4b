using System.Globalization;
using Sovia.Pictures;

namespace Sovia.Pages.Posts;

/// <summary>One frame of a contact sheet.</summary>
/// <param name="Url">The URL of the video's page, at this frame.</param>
/// <param name="Seconds">Its time in the video, in seconds.</param>
/// <param name="Time">Its time in minutes, seconds and hundredths.</param>
/// <param name="OffsetPercent">Its position in the sprite, in percent for <c>object-position</c>.</param>
public sealed record ContactSheetFrame(string Url, string Seconds, string Time, string OffsetPercent)
{
    /// <summary>Returns all frames of a video's sprite.</summary>
    /// <param name="page">The URL of the video's page.</param>
    /// <param name="duration">The duration in seconds.</param>
    public static IReadOnlyList<ContactSheetFrame> CreateAll(string page, double duration) =>
        [.. Enumerable.Range(0, PictureVariant.SpriteFrames).Select(frame =>
    {
        var time = duration * frame / PictureVariant.SpriteFrames;
        var seconds = time.ToString("0.###", CultureInfo.InvariantCulture);
        return new ContactSheetFrame(
            frame == 0 ? page : $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}t={seconds}",
            seconds,
            TimeSpan.FromSeconds(time).ToString(@"m\:ss\.ff", CultureInfo.InvariantCulture),
            (100.0 * frame / (PictureVariant.SpriteFrames - 1)).ToString("0.####", CultureInfo.InvariantCulture));
    })];
}
