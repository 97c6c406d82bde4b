using System.Text.Json;

namespace Sovia.Library.Search;

/// <summary>One item of a list with its place.</summary>
/// <param name="Family">Its card; of a post alone, a family of that one post.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ListItem(Family Family, Cursor Place)
{
    internal static ListItem Of(Listing list, byte[] json, Cursor place)
    {
        if (!list.OfPosts) return new(JsonSerializer.Deserialize(json, LibraryJson.Default.Family)!, place);
        var post = JsonSerializer.Deserialize(json, LibraryJson.Default.Post)!;
        return new(FamilyOf.Posts([post with { RootId = post.Id, ParentId = null }]), place);
    }
}
