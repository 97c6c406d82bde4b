using System.Security.Cryptography;
using System.Text;

namespace Sovia.Pages.Cull;

/// <summary>
/// The addresses of a cull: its query, and the post that is shown. A query has one cull, which goes on wherever its address is opened.
/// </summary>
/// <param name="Query">The query as an address writes it; empty for the whole library.</param>
public sealed record CullUrls(string Query)
{
    /// <summary>The cull's id, the same for the same query.</summary>
    public Guid CullId { get; } = new(SHA256.HashData(Encoding.UTF8.GetBytes($"cull {Query}")).AsSpan(0, 16));

    /// <summary>The page of a post.</summary>
    public string GetPostUrl(Guid post) => $"/cull?{And(Query)}at={post}";

    /// <summary>The page that undoes the last step.</summary>
    public string UndoUrl => $"/cull?{And(Query)}handler=back";

    /// <summary>The beginning.</summary>
    public string StartUrl => Query.Length == 0 ? "/cull" : $"/cull?{Query}";

    /// <summary>The summary.</summary>
    public string FinishUrl => Query.Length == 0 ? "/cull/finish" : $"/cull/finish?{Query}";

    /// <summary>The gallery of the query.</summary>
    public string GalleryUrl => Query.Length == 0 ? "/" : $"/?{Query}";

    private static string And(string query) => query.Length == 0 ? "" : $"{query}&";
}
