using Sovia.Library;

namespace Sovia.Pages.Posts;

/// <summary>A member in the derivation tree of its family.</summary>
/// <param name="Tile">The member.</param>
/// <param name="Depth">The number of its ancestors, including the root.</param>
/// <param name="DerivationText">How it was made, and from which member; null for a root.</param>
public sealed record FamilyTreeNode(Tile Tile, int Depth, string? DerivationText)
{
    /// <summary>Returns all members in depth-first order. A member whose parent is missing becomes a root.</summary>
    public static IReadOnlyList<FamilyTreeNode> CreateAll(IReadOnlyList<Tile> tiles)
    {
        var byId = tiles.ToDictionary(tile => tile.Post.Id);
        var children = tiles.Where(tile => ParentOf(tile) is not null).ToLookup(tile => ParentOf(tile)!.Post.Id);
        var (lines, seen) = (new List<FamilyTreeNode>(), new HashSet<Guid>());
        // Sources may contain cycles, so members that no root leads to become roots too.
        foreach (var root in tiles.Where(tile => ParentOf(tile) is null).Concat(tiles)) Add(root);
        return lines;

        Tile? ParentOf(Tile tile) => tile.Post.ParentId is { } parent && parent != tile.Post.Id ? byId.GetValueOrDefault(parent) : null;

        void Add(Tile root)
        {
            var waiting = new Stack<(Tile Tile, int Depth)>([(root, 0)]);
            while (waiting.TryPop(out var next))
            {
                if (!seen.Add(next.Tile.Post.Id)) continue;
                lines.Add(new(next.Tile, next.Depth, GetHow(next.Tile.Post, ParentOf(next.Tile))));
                foreach (var child in children[next.Tile.Post.Id].Reverse()) waiting.Push((child, next.Depth + 1));
            }
        }
    }

    private static string? GetHow(Post post, Tile? parent) =>
        post.ParentId is null ? null : $"{Verb(post, parent?.Post.Kind)} {(parent is null ? "a missing item" : $"{parent.Number}")}";

    // Derivation has the source's own name, such as ORIGINAL_REF_TYPE_VIDEO_EXTENSION; null for plain animation.
    private static string Verb(Post post, MediaKind? from) => post.Derivation?.ToUpperInvariant() switch
    {
        "FRAME" => "Frame of",
        { } way when way.Contains("EXTEN", StringComparison.Ordinal) => "Extended from",
        { } way when way.Contains("REMIX", StringComparison.Ordinal) => "Remixed from",
        { } way when way.Contains("EDIT", StringComparison.Ordinal) => "Edited from",
        { } way when way.Contains("TEMPLATE", StringComparison.Ordinal) => "Made by a template from",
        _ => post.Kind == MediaKind.Video && from is MediaKind.Image or null ? "Animated from" : "Made from",
    };
}
