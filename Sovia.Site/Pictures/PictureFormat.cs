namespace Sovia.Pictures;

/// <summary>What a variant is encoded as.</summary>
/// <param name="Mime">The media type.</param>
/// <param name="Extension">With its dot.</param>
public sealed record PictureFormat(string Mime, string Extension)
{
    /// <summary>For everyone.</summary>
    public static PictureFormat Webp { get; } = new("image/webp", ".webp");

    /// <summary>For who does not take WebP; transparent parts are white.</summary>
    public static PictureFormat Jpeg { get; } = new("image/jpeg", ".jpg");
}
