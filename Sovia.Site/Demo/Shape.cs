namespace Sovia.Demo;

/// <summary>The shape of a picture.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
internal sealed record Shape(int Width, int Height)
{
    public static readonly Shape Tall = new(832, 1248);
    public static readonly Shape Wide = new(1248, 832);
    public static readonly Shape Square = new(1024, 1024);
    public static readonly Shape Phone = new(720, 1280);

    /// <summary>The shape of a clip made from it: about half the size, and even, as the codec wants it.</summary>
    public Shape OfClip => new(Width * 3 / 5 / 16 * 16, Height * 3 / 5 / 16 * 16);
}
