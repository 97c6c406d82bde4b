using Sovia.Library;
using Sovia.MediaFiles.Pictures;
using Sovia.Pages.Gallery;

namespace Sovia.Pages.Posts;

/// <summary>One member of a family in the strip.</summary>
/// <param name="Post">The member.</param>
/// <param name="Number">Its place in the family, from one.</param>
/// <param name="IsCurrent">Whether it is the one on the stage.</param>
/// <param name="Picture">A small picture of it, or null where none can be had from this machine.</param>
/// <param name="Address">Its page, in the context of the list the family was opened from.</param>
/// <param name="IsMatch">Whether the words that were looked for stand in its own.</param>
public sealed record Tile(Post Post, int Number, bool IsCurrent, Picture? Picture, string Address, bool IsMatch)
{
    /// <summary>The tile of a member.</summary>
    public static Tile Of(Post member, int place, Post current, Asked asked, IReadOnlySet<string> here, FrameTools tools) => new(
        member,
        place + 1,
        member.Id == current.Id,
        Picture.Of(member.Id, member.Kind, member.File, member.File is null && member.MediaUrl is { } url && here.Contains(url), tools),
        asked.Post(member.Id),
        new[] { member.OriginalPrompt, member.Prompt, member.Title }.Any(text => asked.Marks.In(text).Any()));

    /// <summary>Its colour.</summary>
    public int Hue => Placeholder.HueOf(Post.Id);

    /// <summary>What it is called aloud.</summary>
    public string Name => Post.IsStub ? $"{Number}: named by others, not imported yet" : $"{Number}: {KindName.Of(Post.Kind)}{(IsMatch ? ", matches the search" : "")}";
}
