using Sovia.Library;

namespace Sovia.Pages;

/// <summary>Kinds as people read them.</summary>
public static class MediaKindName
{
    /// <summary>The word for a kind, capitalised.</summary>
    public static string Format(MediaKind kind) => kind switch
    {
        MediaKind.Video => "Video",
        MediaKind.Image => "Image",
        _ => "Item",
    };
}
