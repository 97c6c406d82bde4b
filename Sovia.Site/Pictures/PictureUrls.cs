using System.Globalization;
using Sovia.Library;

namespace Sovia.Pictures;

/// <summary>Creates the URLs of thumbnails. URLs contain the content hash, so browsers can cache them permanently.</summary>
public static class PictureUrls
{
    /// <summary>Returns the URL of an image or poster at a given width.</summary>
    /// <param name="file">The file of the post.</param>
    /// <param name="width">256, 512 or 1024.</param>
    /// <exception cref="ArgumentOutOfRangeException">No variant has this width.</exception>
    public static string GetUrl(PostFile file, int width) =>
        GetUrl(file, PictureVariant.Widths.FirstOrDefault(variant => variant.Width == width)
            ?? throw new ArgumentOutOfRangeException(nameof(width), width, "256, 512 or 1024"));

    /// <summary>Returns the URL of a variant.</summary>
    public static string GetUrl(PostFile file, PictureVariant variant) => $"/files/by-hash/{file.Sha256}/{variant.Name}";

    /// <summary>Returns the value of <c>srcset</c>: at least one width, without those that would repeat the original's size.</summary>
    public static string GetSourceSet(PostFile file)
    {
        var widths = PictureVariant.Widths.TakeWhile((_, i) => i == 0 || file.Width is null
            || PictureVariant.Widths[i - 1].Width < file.Width);
        return string.Join(", ",
            widths.Select(variant =>
                $"{GetUrl(file, variant)} {Math.Min(variant.Width, file.Width ?? variant.Width).ToString(CultureInfo.InvariantCulture)}w"));
    }
}
