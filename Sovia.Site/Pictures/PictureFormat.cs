namespace Sovia.Pictures;

/// <summary>The encoding of a picture variant.</summary>
/// <param name="Mime">The media type.</param>
/// <param name="Extension">The file extension, with its dot.</param>
public sealed record PictureFormat(string Mime, string Extension)
{
    /// <summary>The default format.</summary>
    public static PictureFormat Webp { get; } = new("image/webp", ".webp");

    /// <summary>For clients that do not accept WebP; transparent areas become white.</summary>
    public static PictureFormat Jpeg { get; } = new("image/jpeg", ".jpg");
}
