using Sovia.Media;
using Sovia.Storage;

namespace Sovia.Pictures;

/// <summary>Identifies a built picture of a library by its source; the same key always means the same picture.</summary>
/// <param name="Sha256">SHA-256 of the original, 64 lower-case hex digits.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Format">The format.</param>
public sealed record PictureKey(string Sha256, PictureVariant Variant, PictureFormat Format)
{
    /// <summary>ID of the library whose file the picture was built from; it reveals nothing about other libraries.</summary>
    public string Library { get; } = CurrentLibrary.Id;

    /// <summary>Path relative to the thumbnail folder: <c>ab/abcd.../512.webp</c>.</summary>
    /// <exception cref="ArgumentException">The hash is invalid.</exception>
    internal string RelativePath => ContentHashCache.IsSha256Hex(Sha256)
        ? Path.Combine(Sha256[..2], Sha256, Variant.Name + Format.Extension)
        : throw new ArgumentException("not a SHA-256 in lower-case hex");

    /// <summary>A strong entity tag, without quotes.</summary>
    public string ETag => $"{Sha256[..32]}-{Variant.Name}{Format.Extension}";
}
