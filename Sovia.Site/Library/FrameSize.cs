namespace Sovia.Library;

/// <summary>How large a picture is.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public readonly record struct FrameSize(int Width, int Height)
{
    /// <summary>Which way it lies.</summary>
    public FrameShape Shape => Width == Height ? FrameShape.Square : Width < Height ? FrameShape.Portrait : FrameShape.Landscape;

    /// <summary>Both, where both are known.</summary>
    public static FrameSize? Of(int? width, int? height) => width is { } w && height is { } h ? new(w, h) : null;
}
