namespace Sovia.Pages.Cull;

/// <summary>The addresses of a cull: its query, its id, and the post that is shown.</summary>
/// <param name="Query">The query as an address writes it; empty for the whole library.</param>
/// <param name="Cull">The cull; null for one that nobody has begun: its first mark gives it an id.</param>
public sealed record CullAddress(string Query, Guid? Cull)
{
    /// <summary>The page of a post.</summary>
    public string At(Guid post) => $"/cull?{And(Asked)}at={post}";

    /// <summary>The page that undoes the last step.</summary>
    public string Back => $"/cull?{And(Asked)}handler=back";

    /// <summary>The summary.</summary>
    public string Finish => Asked.Length == 0 ? "/cull/finish" : $"/cull/finish?{Asked}";

    /// <summary>The gallery of the query.</summary>
    public string Gallery => Query.Length == 0 ? "/" : $"/?{Query}";

    private string Asked => Cull is { } cull ? $"{And(Query)}cull={cull}" : Query;

    private static string And(string query) => query.Length == 0 ? "" : $"{query}&";
}
