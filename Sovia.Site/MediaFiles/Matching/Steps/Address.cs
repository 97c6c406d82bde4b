using Sovia.Library;
using Sovia.Library.Addresses;

namespace Sovia.MediaFiles.Matching.Steps;

/// <summary>The path is an address as earlier tools laid it out, <c>https_/host/path</c>: the post's id stands where that kind of address has it.</summary>
internal sealed class Address : IMatchStep
{
    private const string Method = "address";

    public void Ask(FileClues clues, PostQuestions questions)
    {
        if (UrlOf(clues) is not { } url) return;
        if (PostAddress.IdOf(url) is { } id) questions.Post(id, clues.File.Kind);
        if (clues.Role == FileRole.Audio) questions.AudioUrls.Add(url);
    }

    public Finding Answer(FileClues clues, PostsAtHand posts)
    {
        if (UrlOf(clues) is not { } url) return Finding.None;
        if (clues.Role == FileRole.Audio && posts.WithAudio(url).ToList() is { Count: > 0 } heard)
            return heard.Count == 1 ? Finding.Of(clues, heard[0], FileRole.Audio, Method, 1) : Finding.Unsure(heard);
        if (PostAddress.IdOf(url) is not { } id || posts.Find(id) is not { } post) return Finding.None;
        return RoleOf(url, post) is { } role && (role != FileRole.Media || post.Kind == clues.File.Kind)
            ? Finding.Of(clues, post, role, Method, 1)
            : Offspring.Of(clues, post, posts, Method, 0.95);
    }

    // What the post itself says of the address beats what the file's name suggests.
    private static FileRole? RoleOf(string url, Post post) => Same(url, post.MediaUrl) ? FileRole.Media
        : Same(url, post.ThumbnailUrl) || Same(url, post.LastFrameUrl) ? FileRole.Thumbnail
        : Same(url, post.HdUrl) || Same(url, post.Hd1080Url) ? FileRole.Hd
        : null;

    private static bool Same(string url, string? stated) => stated is not null && string.Equals(url, stated.Split('?', '#')[0], StringComparison.OrdinalIgnoreCase);

    private static string? UrlOf(FileClues clues)
    {
        var top = clues.Segments.Select((segment, at) => (segment, at)).LastOrDefault(part => part.segment is "https_").at;
        return clues.Segments[top] is "https_" && clues.Segments.Count > top + 2 ? "https://" + string.Join('/', clues.Segments.Skip(top + 1)) : null;
    }
}
