using System.Globalization;

namespace Sovia.Pictures;

/// <summary>A small picture made from a file.</summary>
/// <param name="Name">As in the address: <c>256</c>, <c>512</c>, <c>1024</c>, <c>sprite</c>.</param>
/// <param name="Width">Widest, in pixels; of a sprite one frame's. Nothing is enlarged.</param>
public sealed record PictureVariant(string Name, int Width)
{
    /// <summary>How many frames a sprite has, side by side in one row, evenly apart from start to end.</summary>
    public const int SpriteFrames = 12;

    /// <summary>The widths of a still, or of a clip's poster.</summary>
    public static IReadOnlyList<PictureVariant> Widths { get; } =
        [.. new[] { 256, 512, 1024 }.Select(width => new PictureVariant(width.ToString(CultureInfo.InvariantCulture), width))];

    /// <summary>What a clip shows while hovered over: one row of <see cref="SpriteFrames"/> frames of equal size.</summary>
    public static PictureVariant Sprite { get; } = new("sprite", 256);

    /// <summary>What the widths of a clip are made from; not served by itself.</summary>
    internal static PictureVariant Poster { get; } = new("poster", 1024);

    /// <summary>The variant of this name, or null.</summary>
    public static PictureVariant? Find(string name) => Widths.Append(Sprite).FirstOrDefault(variant => variant.Name == name);
}
