using Marten;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Compare;

/// <summary>Reads posts to compare.</summary>
public sealed class ReadCompared(IQuerySession session, ReadAnnotations annotations)
{
    /// <summary>The posts in the order asked for; what is not there or aside is told of too.</summary>
    public async Task<IReadOnlyList<Compared>> OfAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var asked = (await ReadPosts.OfIdsAsync(session, [.. ids], ct)).ToDictionary(post => post.Id);
        var families = await ReadPosts.OfFamiliesAsync(session, [.. asked.Values.Select(post => post.RootId).Distinct()], ct);
        var aside = await ReadAside.OfAsync(session, [.. families.Select(post => post.Id)], ct);
        // Words of a post in the trash are not shown with another.
        var members = families.Where(post => !aside.ContainsKey(post.Id)).ToDictionary(post => post.Id);
        var decided = await annotations.OfAsync(asked.Keys, ct);
        return [.. ids.Select(Of)];

        Compared Of(Guid id)
        {
            var annotation = decided.GetValueOrDefault(id) ?? new() { Id = id };
            if (!asked.TryGetValue(id, out var post)) return new(id, null, default, ShownPrompt.None, annotation);
            return new(id, post with { Liked = LikeRule.Of(post, annotation) }, aside.GetValueOrDefault(id), ShownPrompt.Of(post, members), annotation);
        }
    }
}
