using System.Globalization;
using Sovia.Library;

namespace Sovia.Pictures;

/// <summary>Where pages find small pictures: addresses by content, which a browser asks for once and keeps.</summary>
public static class PictureUrls
{
    /// <summary>The address of a width of a still or poster.</summary>
    /// <param name="file">The bytes of the post.</param>
    /// <param name="width">256, 512 or 1024.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such width.</exception>
    public static string GetUrl(PostFile file, int width) =>
        GetUrl(file, PictureVariant.Widths.FirstOrDefault(variant => variant.Width == width)
            ?? throw new ArgumentOutOfRangeException(nameof(width), width, "256, 512 or 1024"));

    /// <summary>The address of any variant.</summary>
    public static string GetUrl(PostFile file, PictureVariant variant) => $"/files/by-hash/{file.Sha256}/{variant.Name}";

    /// <summary>What to put into <c>srcset</c>: the widths that tell the browser something, at least one.</summary>
    public static string GetSourceSet(PostFile file)
    {
        var widths = PictureVariant.Widths.TakeWhile((_, at) => at == 0 || file.Width is null
            || PictureVariant.Widths[at - 1].Width < file.Width);
        return string.Join(", ",
            widths.Select(variant =>
                $"{GetUrl(file, variant)} {Math.Min(variant.Width, file.Width ?? variant.Width).ToString(CultureInfo.InvariantCulture)}w"));
    }
}
