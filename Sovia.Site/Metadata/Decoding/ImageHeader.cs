namespace Sovia.Metadata.Decoding;

/// <summary>The properties in an image's header.</summary>
/// <param name="Width">Width in pixels, as displayed.</param>
/// <param name="Height">Height in pixels, as displayed.</param>
/// <param name="IsSrgb">Whether the colours are sRGB: no ICC profile and not CMYK.</param>
internal readonly record struct ImageHeader(int Width, int Height, bool IsSrgb);
