using Sovia.Media;
using Sovia.Storage;

namespace Sovia.Pictures;

/// <summary>Names one built picture of a library by what it was built from: the same key is the same picture for ever.</summary>
/// <param name="Sha256">Of the original bytes, 64 lower-case hex digits.</param>
/// <param name="Variant">Which one.</param>
/// <param name="Format">As what.</param>
public sealed record PictureKey(string Sha256, PictureVariant Variant, PictureFormat Format)
{
    /// <summary>Whose picture it is: it was built from a file of that library, and of another it tells nothing.</summary>
    public string Library { get; } = CurrentLibrary.Id;

    /// <summary>Where it lies under the folder of thumbnails: <c>ab/abcd.../512.webp</c>.</summary>
    /// <exception cref="ArgumentException">The hash is none.</exception>
    internal string RelativePath => ContentHashCache.IsSha256Hex(Sha256)
        ? Path.Combine(Sha256[..2], Sha256, Variant.Name + Format.Extension)
        : throw new ArgumentException("not a SHA-256 in lower-case hex");

    /// <summary>A strong entity tag without its quotes.</summary>
    public string ETag => $"{Sha256[..32]}-{Variant.Name}{Format.Extension}";
}
