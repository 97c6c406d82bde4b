namespace Sovia.Library;

/// <summary>How large a picture is.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public readonly record struct FrameSize(int Width, int Height)
{
    /// <summary>Which way it lies.</summary>
    public Orientation Orientation => Width == Height ? Orientation.Square : Width < Height ? Orientation.Portrait : Orientation.Landscape;

    /// <summary>Both, where both are known.</summary>
    public static FrameSize? FromDimensions(int? width, int? height) => width is { } w && height is { } h ? new(w, h) : null;
}
