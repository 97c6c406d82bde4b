using System.Globalization;
using Sovia.Compare;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>A member in the family strip.</summary>
/// <param name="Post">The member.</param>
/// <param name="Number">Its position in the family, from 1.</param>
/// <param name="IsCurrent">Whether it is the post in the viewer.</param>
/// <param name="Thumbnail">Its thumbnail, or null if there is none on this server.</param>
/// <param name="Url">Its URL, in the context of the list that the family was opened from.</param>
/// <param name="IsMatch">Whether its own text matches the search.</param>
public sealed record Tile(Post Post, int Number, bool IsCurrent, Thumbnail? Thumbnail, string Url, bool IsMatch)
{
    /// <summary>Whether it is blurred.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>
    /// The number of words in its prompt that differ from the previous member with a prompt; null if there are none, or no such member.
    /// </summary>
    public int? ChangedWordCount { get; private init; }

    /// <summary>Display text of that number, such as <c>4 words changed</c>.</summary>
    public string? ChangedText =>
        ChangedWordCount is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "word" : "words")} changed")
        : null;

    /// <summary>Creates the tiles of a family.</summary>
    public static IReadOnlyList<Tile> FromFamily(FamilyView view, GalleryRequest galleryRequest, IReadOnlySet<string> savedUrls,
        FfmpegTools tools)
    {
        string? previous = null;
        return [.. view.Posts.Select((member, index) =>
        {
            var prompt = member.UserPrompt ?? previous;
            var count = previous is null || prompt is null || prompt == previous ? 0 : WordDiff.Compute(previous, prompt).ChangedWords;
            previous = prompt;
            return FromFamily(member, index, view.Post, galleryRequest, savedUrls, tools) with
                { ChangedWordCount = count > 0 ? count : null };
        })];
    }

    private static Tile FromFamily(Post member, int index, Post current, GalleryRequest galleryRequest, IReadOnlySet<string> savedUrls,
        FfmpegTools tools) => new(
        member,
        index + 1,
        member.Id == current.Id,
        Thumbnail.ForPost(member.Id, member.Kind, member.File, member.File is null && member.MediaUrl is { } url && savedUrls.Contains(url),
            tools),
        galleryRequest.GetPostUrl(member.Id),
        new[] { member.OriginalPrompt, member.Prompt, member.Title }.Any(text => galleryRequest.Highlights.FindRanges(text).Any()));

    /// <summary>The hue of its placeholder.</summary>
    public int Hue => Placeholder.GetHue(Post.Id);

    /// <summary>The accessible name, for screen readers.</summary>
    public string AccessibleName => Post.IsStub ? $"{Number}: referenced, not imported yet"
        : $"{Number}: {MediaKindName.Format(Post.Kind)}{(ChangedText is { } text ? $", {text}" : "")}{(IsMatch ? ", matches the search" : "")}";
}
