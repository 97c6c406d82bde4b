using Sovia.Library;
using Sovia.Library.Families;

namespace Sovia.Import.Previews;

/// <summary>Stores the first new families of an import, to show their cards.</summary>
internal sealed class PreviewCardCollector
{
    // A family of real exports has up to 86 members; a card does not need more to show its prompt.
    private const int MaxMembers = 200;

    private readonly Dictionary<Guid, Dictionary<Guid, Post>> families = [];
    private readonly Dictionary<Guid, Guid> rootsByPostId = [];

    /// <summary>Adds a new post if its family is stored or there is room for one more.</summary>
    public void Add(Post post)
    {
        var root = post.ParentId is { } parent ? rootsByPostId.GetValueOrDefault(parent, parent) : post.Id;
        if (!families.TryGetValue(root, out var members))
        {
            if (families.Count == ImportPreview.MaxCards) return;
            families[root] = members = [];
        }
        if (members.Count == MaxMembers) return;
        rootsByPostId[post.Id] = root;
        members[post.Id] = post with { RootId = root };
    }

    /// <summary>Returns the cards, in the order in which the families were added.</summary>
    public IReadOnlyList<PreviewCard> BuildCards() =>
        [.. families.Select(family => PreviewCard.FromFamily(FamilyBuilder.Build(AddMissingRoot(family.Key, family.Value.Values))))];

    // A family needs a root, so a stub replaces a root that is already in the library or missing.
    private static IReadOnlyCollection<Post> AddMissingRoot(Guid root, IReadOnlyCollection<Post> members) =>
        members.Any(post => post.Id == root) ? members : [.. members, new Post { Id = root, RootId = root, IsStub = true }];
}
