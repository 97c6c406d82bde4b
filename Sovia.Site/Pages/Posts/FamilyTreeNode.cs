using Sovia.Library;
using Sovia.Query;

namespace Sovia.Pages.Posts;

/// <summary>A member in the derivation tree of its family.</summary>
/// <param name="Tile">The member.</param>
/// <param name="Depth">The number of its ancestors, including the root.</param>
/// <param name="DerivationText">Display text for its derivation and its parent; null for a root.</param>
public sealed record FamilyTreeNode(Tile Tile, int Depth, string? DerivationText)
{
    /// <summary>Returns all members in depth-first order. A member whose parent is missing becomes a root.</summary>
    public static IReadOnlyList<FamilyTreeNode> CreateAll(IReadOnlyList<Tile> tiles)
    {
        var byId = tiles.ToDictionary(tile => tile.Post.Id);
        var children = tiles.Where(tile => FindParent(tile) is not null).ToLookup(tile => FindParent(tile)!.Post.Id);
        var (nodes, visitedIds) = (new List<FamilyTreeNode>(), new HashSet<Guid>());
        // Adds all tiles as roots too, because sources may contain cycles that no root leads to.
        foreach (var root in tiles.Where(tile => FindParent(tile) is null).Concat(tiles)) AddSubtree(root);
        return nodes;

        Tile? FindParent(Tile tile) => tile.Post.ParentId is { } parent && parent != tile.Post.Id ? byId.GetValueOrDefault(parent) : null;

        void AddSubtree(Tile root)
        {
            var stack = new Stack<(Tile Tile, int Depth)>([(root, 0)]);
            while (stack.TryPop(out var current))
            {
                if (!visitedIds.Add(current.Tile.Post.Id)) continue;
                nodes.Add(new(current.Tile, current.Depth, GetDerivationText(current.Tile.Post, FindParent(current.Tile))));
                foreach (var child in children[current.Tile.Post.Id].Reverse()) stack.Push((child, current.Depth + 1));
            }
        }
    }

    private static string? GetDerivationText(Post post, Tile? parent) =>
        post.ParentId is null ? null : $"{GetVerb(post, parent?.Post.Kind)} {(parent is null ? "a missing item" : $"{parent.Number}")}";

    /// <summary>Returns how a post was made from another, for display; null if its source doesn't say.</summary>
    public static string? GetDerivationName(Post post) => post.Derivation?.ToUpperInvariant() switch
    {
        null => null,
        "FRAME" => "Saved frame",
        { } derivation when derivation.Contains("EXTEN", StringComparison.Ordinal) => "Extension",
        { } derivation when derivation.Contains("REMIX", StringComparison.Ordinal) => "Remix",
        { } derivation when derivation.Contains("EDIT", StringComparison.Ordinal) => "Edit",
        { } derivation when derivation.Contains("TEMPLATE", StringComparison.Ordinal) => "Template",
        _ => FriendlyName.Format(post.Derivation),
    };

    // Derivation has the source's own name, such as ORIGINAL_REF_TYPE_VIDEO_EXTENSION; null for plain animation.
    private static string GetVerb(Post post, MediaKind? parentKind) => post.Derivation?.ToUpperInvariant() switch
    {
        "FRAME" => "Frame of",
        { } derivation when derivation.Contains("EXTEN", StringComparison.Ordinal) => "Extended from",
        { } derivation when derivation.Contains("REMIX", StringComparison.Ordinal) => "Remixed from",
        { } derivation when derivation.Contains("EDIT", StringComparison.Ordinal) => "Edited from",
        { } derivation when derivation.Contains("TEMPLATE", StringComparison.Ordinal) => "Made with a template from",
        _ => post.Kind == MediaKind.Video && parentKind is MediaKind.Image or null ? "Animated from" : "Made from",
    };
}
