using Sovia.Import.Json;
using Sovia.Library.Urls;

namespace Sovia.Import.Containers;

/// <summary>Counts the ids in a text and those that were recognised as posts, so that a difference can be reported.</summary>
/// <param name="limits">The maximum number of ids to count.</param>
internal sealed class IdCounter(ReadLimits limits)
{
    private readonly HashSet<Guid> taken = [];
    private readonly HashSet<Guid> posts = [];
    private readonly HashSet<Guid> others = [];

    /// <summary>Adds a URL or id that was recognised, with all ids in it.</summary>
    public void AddRecognised(string link)
    {
        if (taken.Count >= limits.Nodes) return;
        taken.UnionWith(GuidParser.FindAll(link));
        if (GrokUrl.ParsePostId(link) is { } id) posts.Add(id);
    }

    /// <summary>Adds the ids in a part of the text in which nothing was recognised.</summary>
    public void AddIgnored(string text)
    {
        if (others.Count < limits.Nodes) others.UnionWith(GuidParser.FindAll(text));
    }

    /// <summary>Creates the issue for the user; null if no id was ignored.</summary>
    public JsonItem? CreateIssue(ReadContext scope)
    {
        others.ExceptWith(taken);
        return others.Count == 0 ? null : scope.CreateIssue(IssueCode.EntriesIgnored, "$",
            $"The file has {others.Count + posts.Count:N0} IDs, and {posts.Count:N0} were read as post IDs. The other {others.Count:N0} are neither in a post URL nor on a line of their own.");
    }
}
