namespace Sovia.Demo;

/// <summary>The URLs that the demo's media files claim to come from.</summary>
public static class DemoUrls
{
    /// <summary>Returns the URL of an image.</summary>
    public static string GetImageUrl(Guid id) => $"https://imagine-public.x.ai/imagine-public/images/{id}.jpg";

    /// <summary>Returns the URL of a video.</summary>
    public static string GetVideoUrl(Guid id) => $"https://imagine-public.x.ai/imagine-public/share-videos/{id}.mp4";
}
