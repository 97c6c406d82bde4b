using Sovia.Library;

namespace Sovia.Pages.Posts;

/// <summary>Explains why the page of a post shows no file.</summary>
public static class MissingFileText
{
    /// <summary>Returns a sentence for a post without a usable file.</summary>
    public static string Describe(Post post)
    {
        var noun = post.Kind == MediaKind.Video ? "video" : "image";
        if (post.IsStub) return "This item hasn't been imported yet. Another item refers to it.";
        if (post.File is { Missing: true }) return "This file is missing. Its drive may not be connected.";
        return post.MediaUrl is null ? $"This {noun} isn't saved on your server, and Sovia has no download link for it."
            : $"This {noun} isn't saved on your server yet. It's still on Grok.";
    }
}
