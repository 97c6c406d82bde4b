using System.Globalization;

namespace Sovia.Pictures;

/// <summary>A size or kind of picture built from a file.</summary>
/// <param name="Name">The name in the URL: <c>256</c>, <c>512</c>, <c>1024</c>, <c>sprite</c>.</param>
/// <param name="Width">Maximum width in pixels, for a sprite that of one frame. Nothing is enlarged.</param>
public sealed record PictureVariant(string Name, int Width)
{
    /// <summary>Number of frames in a sprite, side by side in one row, evenly spaced from start to end.</summary>
    public const int SpriteFrames = 12;

    /// <summary>The widths of an image or of a video's poster.</summary>
    public static IReadOnlyList<PictureVariant> Widths { get; } =
        [.. new[] { 256, 512, 1024 }.Select(width => new PictureVariant(width.ToString(CultureInfo.InvariantCulture), width))];

    /// <summary>The hover preview of a video: one row of <see cref="SpriteFrames"/> frames of equal size.</summary>
    public static PictureVariant Sprite { get; } = new("sprite", 256);

    /// <summary>The source of the widths of a video; not served itself.</summary>
    internal static PictureVariant Poster { get; } = new("poster", 1024);

    /// <summary>Returns the variant with this name, or null.</summary>
    public static PictureVariant? Find(string name) => Widths.Append(Sprite).FirstOrDefault(variant => variant.Name == name);
}
