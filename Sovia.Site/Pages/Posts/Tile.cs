using System.Globalization;
using Sovia.Compare;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Metadata.Decoding;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>One member of a family in the strip.</summary>
/// <param name="Post">The member.</param>
/// <param name="Number">Its place in the family, from one.</param>
/// <param name="IsCurrent">Whether it is the one on the stage.</param>
/// <param name="Thumbnail">A small picture of it, or null where none can be had from this machine.</param>
/// <param name="Url">Its page, in the context of the list the family was opened from.</param>
/// <param name="IsMatch">Whether the words that were looked for stand in its own.</param>
public sealed record Tile(Post Post, int Number, bool IsCurrent, Thumbnail? Thumbnail, string Url, bool IsMatch)
{
    /// <summary>Whether it is shown blurred.</summary>
    public bool IsBlurred { get; init; }

    /// <summary>
    /// How many words of its prompt are not those of the member before it that has one; null where there are none, or nothing to compare
    /// with.
    /// </summary>
    public int? ChangedWordCount { get; private init; }

    /// <summary>The same in words, <c>4 words changed</c>.</summary>
    public string? ChangedText =>
        ChangedWordCount is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "word" : "words")} changed")
        : null;

    /// <summary>The tiles of a family.</summary>
    public static IReadOnlyList<Tile> FromFamily(FamilyView view, GalleryRequest galleryRequest, IReadOnlySet<string> here,
        FfmpegTools tools)
    {
        string? before = null;
        return [.. view.Posts.Select((member, place) =>
        {
            var prompt = member.UserPrompt ?? before;
            var changed = before is null || prompt is null || prompt == before ? 0 : WordDiff.Compute(before, prompt).ChangedWords;
            before = prompt;
            return FromFamily(member, place, view.Post, galleryRequest, here, tools) with
                { ChangedWordCount = changed > 0 ? changed : null };
        })];
    }

    private static Tile FromFamily(Post member, int place, Post current, GalleryRequest galleryRequest, IReadOnlySet<string> here,
        FfmpegTools tools) => new(
        member,
        place + 1,
        member.Id == current.Id,
        Thumbnail.ForPost(member.Id, member.Kind, member.File, member.File is null && member.MediaUrl is { } url && here.Contains(url),
            tools),
        galleryRequest.GetPostUrl(member.Id),
        new[] { member.OriginalPrompt, member.Prompt, member.Title }.Any(text => galleryRequest.Highlights.FindRanges(text).Any()));

    /// <summary>Its colour.</summary>
    public int Hue => Placeholder.GetHue(Post.Id);

    /// <summary>What it is called aloud.</summary>
    public string AccessibleName => Post.IsStub ? $"{Number}: referenced, not imported yet"
        : $"{Number}: {MediaKindName.Format(Post.Kind)}{(ChangedText is { } changed ? $", {changed}" : "")}{(IsMatch ? ", matches the search" : "")}";
}
