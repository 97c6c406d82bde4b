namespace Sovia.Metadata.Decoding;

/// <summary>What the header of a picture says.</summary>
/// <param name="Width">In pixels, as shown.</param>
/// <param name="Height">In pixels, as shown.</param>
/// <param name="IsSrgb">Whether its colours are those of every screen: no profile, no printing inks.</param>
internal readonly record struct StillHeader(int Width, int Height, bool IsSrgb);
