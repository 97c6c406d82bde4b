using Sovia.Library;

namespace Sovia.Pages;

/// <summary>Display names of media kinds.</summary>
public static class MediaKindName
{
    /// <summary>Returns the display name of a kind, capitalised.</summary>
    public static string Format(MediaKind kind) => kind switch
    {
        MediaKind.Video => "Video",
        MediaKind.Image => "Image",
        _ => "Item",
    };
}
