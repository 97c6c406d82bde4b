using System.Security.Cryptography;
using System.Text;

namespace Sovia.Pages.Cull;

/// <summary>
/// The URLs of a cull. A query has one cull, which continues wherever its URL is opened.
/// </summary>
/// <param name="Query">The query string; empty for the whole library.</param>
public sealed record CullUrls(string Query)
{
    /// <summary>The cull's id, the same for the same query.</summary>
    public Guid CullId { get; } = new(SHA256.HashData(Encoding.UTF8.GetBytes($"cull {Query}")).AsSpan(0, 16));

    /// <summary>Returns the URL of a post in the cull.</summary>
    public string GetPostUrl(Guid post) => $"/cull?{AppendSeparator(Query)}at={post}";

    /// <summary>The URL that undoes the last step.</summary>
    public string UndoUrl => $"/cull?{AppendSeparator(Query)}handler=back";

    /// <summary>The URL of the first post.</summary>
    public string StartUrl => Query.Length == 0 ? "/cull" : $"/cull?{Query}";

    /// <summary>The URL of the summary.</summary>
    public string FinishUrl => Query.Length == 0 ? "/cull/finish" : $"/cull/finish?{Query}";

    /// <summary>The gallery URL of the query.</summary>
    public string GalleryUrl => Query.Length == 0 ? "/" : $"/?{Query}";

    private static string AppendSeparator(string query) => query.Length == 0 ? "" : $"{query}&";
}
