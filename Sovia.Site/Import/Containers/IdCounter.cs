using Sovia.Import.Json;
using Sovia.Library.Urls;

namespace Sovia.Import.Containers;

/// <summary>Counts the ids that stand in a text, and those that were taken for posts, so that a difference can be told.</summary>
/// <param name="limits">How many are counted.</param>
internal sealed class IdCounter(ReadLimits limits)
{
    private readonly HashSet<Guid> taken = [];
    private readonly HashSet<Guid> posts = [];
    private readonly HashSet<Guid> others = [];

    /// <summary>Notes an address or id that is handed on, with all ids in it.</summary>
    public void AddRecognised(string link)
    {
        if (taken.Count >= limits.Nodes) return;
        taken.UnionWith(GuidParser.FindAll(link));
        if (GrokUrl.ParsePostId(link) is { } id) posts.Add(id);
    }

    /// <summary>Notes the ids in a stretch of text that nothing was taken from.</summary>
    public void AddIgnored(string text)
    {
        if (others.Count < limits.Nodes) others.UnionWith(GuidParser.FindAll(text));
    }

    /// <summary>What to tell the user; null where nothing was passed by.</summary>
    public JsonItem? CreateIssue(ReadContext scope)
    {
        others.ExceptWith(taken);
        return others.Count == 0 ? null : scope.CreateIssue(IssueCode.EntriesIgnored, "$",
            $"The file has {others.Count + posts.Count:N0} IDs, and {posts.Count:N0} were read as post IDs. The other {others.Count:N0} are neither in a post URL nor on a line of their own.");
    }
}
