namespace Sovia.Library;

/// <summary>The dimensions of an image or video.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public readonly record struct FrameSize(int Width, int Height)
{
    /// <summary>The orientation.</summary>
    public Orientation Orientation => Width == Height ? Orientation.Square : Width < Height ? Orientation.Portrait : Orientation.Landscape;

    /// <summary>Returns the dimensions if both are known, otherwise null.</summary>
    public static FrameSize? FromDimensions(int? width, int? height) => width is { } w && height is { } h ? new(w, h) : null;
}
