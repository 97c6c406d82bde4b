using Marten;
using Sovia.Curation;
using Sovia.Index;
using Sovia.Library.Browsing;
using Sovia.Library.Families;
using Sovia.Library.Writing;

namespace Sovia.Compare;

/// <summary>Reads posts to compare.</summary>
public sealed class ReadComparedPosts(IQuerySession session, ReadAnnotations annotations, FindHideFilterMatches hidden)
{
    /// <summary>Returns the posts in the requested order, with entries for missing and unlisted ones.</summary>
    public async Task<IReadOnlyList<ComparedPost>> ReadAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var hiddenIds = await hidden.FindPostsAsync(ids, ct);
        var posts = (await PostDocumentReader.ReadByIdsAsync(session, [.. ids.Where(id => !hiddenIds.Contains(id))], ct))
            .ToDictionary(post => post.Id);
        var families = await PostDocumentReader.ReadByFamiliesAsync(session, [.. posts.Values.Select(post => post.RootId).Distinct()], ct);
        var unlisted = await UnlistedPostReader.ReadAsync(session, [.. families.Select(post => post.Id)], ct);
        // The prompt of a post in the trash must not be shown for another post.
        var members = families.Where(post => !unlisted.ContainsKey(post.Id)).ToDictionary(post => post.Id);
        var annotationsById = await annotations.ReadAsync(posts.Keys, ct);
        return [.. ids.Select(ToComparedPost)];

        ComparedPost ToComparedPost(Guid id)
        {
            var annotation = annotationsById.GetValueOrDefault(id) ?? new() { Id = id };
            if (!posts.TryGetValue(id, out var post)) return new(id, null, default, DisplayPrompt.None, annotation);
            return new(id, post with { Liked = LikeRule.IsLiked(post, annotation) }, unlisted.GetValueOrDefault(id),
                DisplayPrompt.Select(post, members), annotation);
        }
    }
}
