namespace Sovia.Demo;

/// <summary>The dimensions of an image.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
internal sealed record PictureSize(int Width, int Height)
{
    public static readonly PictureSize Portrait = new(832, 1248);
    public static readonly PictureSize Landscape = new(1248, 832);
    public static readonly PictureSize Square = new(1024, 1024);
    public static readonly PictureSize Phone = new(720, 1280);

    /// <summary>
    /// The dimensions of a video made from the image: about three fifths, in multiples of 16, because the codec requires even numbers.
    /// </summary>
    public PictureSize VideoSize => new(Width * 3 / 5 / 16 * 16, Height * 3 / 5 / 16 * 16);
}
