using Sovia.Library;

namespace Sovia.Import;

/// <summary>The statements of a post as a set in a fixed order.</summary>
internal static class StatementSet
{
    /// <summary>All statements of a stored post. One that was stored without any is what its facts say.</summary>
    public static IReadOnlyList<Statement> Of(Post post) =>
        post.Statements.Count > 0 ? post.Statements : post.IsStub ? [] : [Restate(post), .. (post.Unjudged ?? []).SkipLast(1).Select(raw => Kept(post, raw))];

    /// <summary>The set with one more; the very set where that says nothing new.</summary>
    public static IReadOnlyList<Statement> With(IReadOnlyList<Statement> set, Statement added)
    {
        for (var i = 0; i < set.Count; i++)
        {
            if (!set[i].Says(added)) continue;
            return set[i].Seen() >= added.Seen() ? set : Sorted([.. set.Where((_, other) => other != i), added]);
        }
        return Sorted([.. set, added]);
    }

    /// <summary>Statements in the order of the set.</summary>
    public static IReadOnlyList<Statement> Sorted(List<Statement> statements)
    {
        statements.Sort(StatementOrder.Best);
        return statements;
    }

    private static Statement Restate(Post post) => new() { Raw = post.Unjudged is [.., var last] ? last : "", Restated = RestatedPost.Of(post), Parent = post.ParentId };

    private static Statement Kept(Post post, string raw) => new() { Raw = raw, Restated = $$"""{"id":"{{post.Id}}"}""" };
}
