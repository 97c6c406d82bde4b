using Sovia.Library;
using Sovia.MediaFiles;

namespace Sovia.Pages.Posts;

/// <summary>One member of a family in the strip.</summary>
/// <param name="Post">The member.</param>
/// <param name="Number">Its place in the family, from one.</param>
/// <param name="IsCurrent">Whether it is the one on the stage.</param>
/// <param name="HasPicture">Whether a still of it can be shown from this machine.</param>
public sealed record Tile(Post Post, int Number, bool IsCurrent, bool HasPicture)
{
    /// <summary>The tile of a member.</summary>
    public static Tile Of(Post member, int place, Post current, LocalMedia media) => new(
        member,
        place + 1,
        member.Id == current.Id,
        member.Kind == MediaKind.Image && media.Has(member.MediaUrl, member.MimeType));

    /// <summary>Its colour.</summary>
    public int Hue => Placeholder.HueOf(Post.Id);

    /// <summary>What it is called aloud.</summary>
    public string Name => Post.IsStub ? $"{Number}: named by others, not imported yet" : $"{Number}: {KindName.Of(Post.Kind)}";
}
